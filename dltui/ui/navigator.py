"""Where a link, a hit or a name leads, and the page that stands there. No Textual here."""

from dltui.errors import DltuiError
from dltui.library.shelf import Shelf
from dltui.model.inline import Wikilink
from dltui.model.location import Location
from dltui.model.passage import Hit
from dltui.model.target import LinkState, Target
from dltui.ui.article_page import ArticlePage


class Navigator:
    """Turns what was followed into a location, and a location into a page.

    Args:
        shelf: the library.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def home(self) -> Location | None:
        """The library's first page; None for an empty library."""
        path = self._shelf.home()
        return Location(path) if path else None

    def page(self, path: str) -> tuple[ArticlePage | None, str]:
        """The page of an article; or None and a sentence why there is none."""
        try:
            loaded = self._shelf.load(path)
        except DltuiError as error:
            return None, error.message
        page = ArticlePage(
            article=loaded.article,
            document=loaded.document,
            resolve=lambda wikilink: self._shelf.resolve(wikilink, path),
            read=loaded.read,
        )
        return page, ""

    @staticmethod
    def of_hit(hit: Hit) -> Location:
        """Where a hit stands."""
        return Location(hit.path, line=hit.line)

    @staticmethod
    def of_target(wikilink: Wikilink, target: Target) -> tuple[Location | None, str]:
        """Where a wikilink leads; or None and a sentence."""
        match target.state:
            case LinkState.RESOLVED | LinkState.ANCHOR:
                return Location(target.path, anchor=target.anchor), ""
            case LinkState.AMBIGUOUS:
                return None, f"Several articles are called {wikilink.name}: {', '.join(target.candidates)}"
            case _:
                return None, f"Nobody has written “{wikilink.text}” yet."

    def of_url(self, url: str, path: str) -> Location | None:
        """Where a Markdown link leads within the library; None if it leads outside.

        Args:
            url: as written.
            path: of the article it stands in.
        """
        if url.startswith("#"):
            return Location(path, anchor=url[1:])
        if "://" in url or url.startswith("mailto:"):
            return None
        name, _, anchor = url.partition("#")
        target = self._shelf.resolve(Wikilink(name, anchor, "", embed=False, line=0), path)
        return Location(target.path, anchor=target.anchor) if target.state is LinkState.RESOLVED else None
