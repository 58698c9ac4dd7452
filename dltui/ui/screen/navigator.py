"""Where a link, a hit or a name leads, and the page that stands there. No Textual here."""

from collections.abc import Iterable, Sequence

from dltui.errors import DltuiError
from dltui.library.article.links_within import wikilink_of
from dltui.library.shelf import Shelf
from dltui.model.inline import Wikilink
from dltui.model.location import Location
from dltui.model.passage import Hit
from dltui.model.target import LinkState, Target
from dltui.render.spot import Spot
from dltui.state.keepsakes import Keepsakes
from dltui.ui.article.article_page import ArticlePage
from dltui.ui.article.library_page import library_page
from dltui.ui.article.made_page import LIBRARY, MISSING
from dltui.ui.article.missing_page import missing_location, missing_page
from dltui.ui.keys.keymap import KEYMAP, Key
from dltui.ui.parts.option import Option


class Navigator:
    """Turns what was followed into a location, and a location into a page.

    Args:
        shelf: the library.
        kept: what was kept of it.
        keymap: the keys as they are.
    """

    def __init__(self, shelf: Shelf, kept: Keepsakes, keymap: Sequence[Key] = KEYMAP) -> None:
        self._shelf = shelf
        self._kept = kept
        self._keymap = keymap

    def home(self) -> Location:
        """The first page that somebody wrote for the library, else the one that is made of what stands in it."""
        return Location(self._shelf.home() or LIBRARY)

    def page(self, path: str) -> tuple[ArticlePage | None, str]:
        """The page of an article, or of a target that nobody wrote; or None and a sentence why there is none."""
        if path.startswith(MISSING):
            return missing_page(self._shelf, path), ""
        if path == LIBRARY:
            return library_page(self._shelf, self._kept, self._keymap), ""
        try:
            loaded = self._shelf.load(path)
        except DltuiError as error:
            return None, error.message
        return ArticlePage(loaded, lambda link: self._shelf.resolve(link, path), self._shelf.video_of), ""

    def options(self, paths: Iterable[str]) -> Sequence[Option]:
        """Articles to choose from."""
        articles = (self._shelf.catalogue.article(path) for path in paths)
        return [
            Option(article.title, article.path, Location(article.path)) for article in articles if article
        ]

    @staticmethod
    def of_hit(hit: Hit) -> Location:
        """Where a hit stands."""
        return Location(hit.path, line=hit.line)

    @staticmethod
    def of_target(wikilink: Wikilink, target: Target, path: str) -> Location:
        """Where a wikilink of an article leads: to a page that tells who wants it where nobody has written it."""
        if target.state in {LinkState.RESOLVED, LinkState.ANCHOR}:
            return Location(target.path, anchor=target.anchor)
        return missing_location(wikilink, path)

    def of_spot(self, spot: Spot, path: str) -> Location | None:
        """Where a link leads within the library; None for what leads nowhere in it."""
        node = spot.node
        if isinstance(node, Wikilink) and spot.target is not None:
            return (
                None if spot.target.state is LinkState.AMBIGUOUS else self.of_target(node, spot.target, path)
            )
        url = getattr(node, "url", "")
        return self.of_url(url, path) if url else None

    def of_url(self, url: str, path: str) -> Location | None:
        """Where a Markdown link leads within the library; None if it leads outside, or several ways.

        Args:
            url: as written.
            path: of the article it stands in.
        """
        if url.startswith("#"):
            return Location(path, anchor=url[1:])
        wikilink = wikilink_of(url)
        if wikilink is None:
            return None
        target = self._shelf.resolve(wikilink, path)
        return None if target.state is LinkState.AMBIGUOUS else self.of_target(wikilink, target, path)
