"""What is imperfect about a library: its folders, and every article with its links."""

from collections.abc import Iterable, Iterator

from dltui.errors import NotFoundError
from dltui.library.attachments import may_be_attachment
from dltui.library.linking.outgoing import Outgoing, outgoing
from dltui.library.shelf import Shelf
from dltui.model.diagnostic import Diagnostic, Severity
from dltui.model.target import LinkState

_ATTACHMENTS = (
    *(".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".avif"),
    *(".pdf", ".mp3", ".wav", ".m4a", ".ogg", ".mp4", ".webm", ".mov", ".canvas", ".base"),
)
_LONGEST_NAME = 80


def problems_in(shelf: Shelf, paths: Iterable[str]) -> Iterator[tuple[str, list[Diagnostic]]]:
    """What is imperfect, bit by bit: first about the folders, under an empty path, then about each article.

    Args:
        shelf: the library.
        paths: of the articles to be looked at. Each is read as a whole, which takes some milliseconds.
    """
    yield "", list(shelf.library.scan_with_problems().problems)
    for path in paths:
        try:
            yield path, problems_of(shelf, path)
        except NotFoundError as error:
            yield path, [Diagnostic(Severity.ERROR, "unreadable", error.message, path)]


def problems_of(shelf: Shelf, path: str) -> list[Diagnostic]:
    """The diagnostics of the article at a path, in the order of its lines.

    Raises:
        NotFoundError: the file is gone or can't be read.
    """
    loaded = shelf.load(path)
    links = outgoing(loaded, lambda wikilink: shelf.resolve(wikilink, path))
    found = [*loaded.diagnostics(), *_link_problems(links, shelf, path)]
    return sorted(found, key=lambda problem: (problem.line, problem.code))


def _link_problems(links: Iterator[Outgoing], shelf: Shelf, path: str) -> Iterator[Diagnostic]:
    for link in links:
        name = link.written if len(link.written) <= _LONGEST_NAME else f"{link.written[:_LONGEST_NAME]}…"
        match link.target.state:
            case LinkState.MISSING if not link.written.partition("#")[0].lower().endswith(_ATTACHMENTS):
                message = f"Nobody has written the article that this link wants: {name}"
                yield Diagnostic(Severity.WARNING, "link-missing", message, path, link.line)
            case LinkState.AMBIGUOUS:
                message = f"{len(link.target.candidates)} articles are called like this link: {name}"
                yield Diagnostic(Severity.WARNING, "link-ambiguous", message, path, link.line)
            case LinkState.RESOLVED | LinkState.ANCHOR if not _has_anchor(link, shelf, path):
                message = f"The page has no heading that this link names: {name}"
                yield Diagnostic(Severity.NOTE, "heading-missing", message, path, link.line)
            case _:
                pass


def _has_anchor(link: Outgoing, shelf: Shelf, path: str) -> bool:
    """Whether the heading is there; block ids (`^id`) and pages of other files aren't looked for."""
    anchor = link.target.anchor
    if not anchor or anchor.startswith("^") or may_be_attachment(link.target.path):
        return True
    return any(entry.anchor == anchor for entry in shelf.catalogue.headings(link.target.path or path))
