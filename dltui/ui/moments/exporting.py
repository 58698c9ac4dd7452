"""What can be exported from where the reader is, and doing it. No Textual here."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dltui.errors import DltuiError, NotFoundError
from dltui.handoff.citation import Citation, in_video_order, playable
from dltui.handoff.export.formats import ExportFormat, export_moments, is_for_players
from dltui.handoff.export.saving import save_export
from dltui.handoff.refusal import Refusal
from dltui.library.shelf import Shelf
from dltui.ui.article.article_page import ArticlePage
from dltui.ui.moments.video_page import said_in

_TITLES = {
    ExportFormat.MARKDOWN: "Markdown",
    ExportFormat.CSV: "CSV, for a spreadsheet",
    ExportFormat.JSON: "JSON",
    ExportFormat.M3U: "a playlist (m3u)",
    ExportFormat.EDL: "an edit list for mpv",
    ExportFormat.FFMETADATA: "chapters for ffmpeg",
}


@dataclass(frozen=True, slots=True)
class Export:
    """One thing that can be exported.

    Attributes:
        what: for people, the beginning of a sentence.
        name: of the file, without its ending.
        gather: the moments, in the order of the file to be; may take a while.
    """

    what: str
    name: str
    export_format: ExportFormat
    gather: Callable[[], Sequence[Citation]]

    @property
    def title(self) -> str:
        """As it is chosen by."""
        return f"{self.what} as {_TITLES[self.export_format]}"


def exports(shelf: Shelf, page: ArticlePage | None, stars: Sequence[str]) -> list[Export]:
    """Everything that can be exported: the article that is open, its video, and the articles with a star."""
    return [
        Export(what, name, one, gather)
        for what, name, gather in _sources(shelf, page, stars)
        for one in ExportFormat
    ]


def _sources(
    shelf: Shelf, page: ArticlePage | None, stars: Sequence[str]
) -> Iterator[tuple[str, str, Callable[[], Sequence[Citation]]]]:
    if page is not None and page.article.moments:
        yield "Moments of this article", page.article.stem, lambda: _of_article(page)
    if page is not None and page.article.video is not None:
        yield "Moments of this video", f"video_{page.article.video.id}", lambda: _of_video(shelf, page)
    if stars:
        yield "Moments of all stars", "stars", lambda: _of_stars(shelf, stars)


def carry_out(export: Export, folder: Path | None, library: Path) -> str:
    """Write the file; one sentence that says where, or why not. Takes a while for many stars.

    Args:
        export: what was chosen.
        folder: for the file; None for nowhere.
        library: the folder of the library.
    """
    if folder is None:
        return "There is no folder for exports."
    found = export.gather()
    chosen = playable(found) if is_for_players(export.export_format) else found
    if not chosen:
        return "There is no moment to export."
    try:
        text = export_moments(chosen, export.export_format)
    except DltuiError as error:
        return error.message
    place = save_export(text, folder, export.name, export.export_format, library)
    if isinstance(place, Refusal):
        return place.message
    moments = "1 moment" if len(chosen) == 1 else f"{len(chosen):,} moments"
    return f"{moments} in {place.name}, in the folder {_shown(place.parent)}"  # of a long path the end may be cut


def _of_article(page: ArticlePage) -> Sequence[Citation]:
    return in_video_order(Citation(page.article, moment) for moment in page.moments())


def _of_video(shelf: Shelf, page: ArticlePage) -> Sequence[Citation]:
    video = page.article.video
    said = said_in(shelf, video, page) if video is not None else ()
    return in_video_order(Citation(one.article, one.moment) for one in said)


def _of_stars(shelf: Shelf, stars: Sequence[str]) -> Sequence[Citation]:
    """Those of articles that are gone are passed over."""
    found: list[Citation] = []
    for path in stars:
        with suppress(NotFoundError):
            loaded = shelf.load(path)
            found += [Citation(loaded.article, moment) for moment in loaded.moments()]
    return in_video_order(found)


def _shown(place: Path) -> str:
    """A path as people write it."""
    with suppress(RuntimeError, ValueError):
        return f"~/{place.relative_to(Path.home())}"
    return str(place)
