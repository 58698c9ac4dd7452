"""The links of the article that is open, beside it."""

from typing import ClassVar

from textual.binding import BindingType

from dltui.library.shelf import Shelf
from dltui.ui.keys.bindings import bindings_of
from dltui.ui.links.link_list import LinkList
from dltui.ui.links.link_rows import link_rows
from dltui.ui.parts.painter import Painter


class LinksPane(LinkList):
    """Who leads to the article, where it leads, and what is missing.

    Args:
        shelf: the library.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("links")

    def __init__(self, shelf: Shelf, painter: Painter) -> None:
        super().__init__(painter, id="links")
        self._shelf = shelf
        self._path = ""

    def follow(self, path: str) -> None:
        """Show the links of the article at a path, if it is another one than before."""
        if path != self._path:
            self._path = path
            self.show(link_rows(self._shelf, path))

    def forget(self) -> None:
        """The library has changed: the links are to be asked for again."""
        self._path = ""

    def action_open_and_stay(self) -> None:
        """Go to the other end and stay in the list."""
        if self.current is not None:
            self.announce(self.LinkChosen(self.current, stay=True))
