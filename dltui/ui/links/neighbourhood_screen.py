"""The neighbourhood of an article: who leads to it on the left, where it leads on the right; one walks through it."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from dltui.library.shelf import Shelf
from dltui.ui.keys.bindings import bindings_of
from dltui.ui.links.link_list import LinkList
from dltui.ui.links.link_rows import LinkRow, backlink_rows, neighbours, outgoing_rows
from dltui.ui.parts.caption import Caption
from dltui.ui.parts.dialog import Dialog
from dltui.ui.parts.key_bar import KeyBar, shown_keys
from dltui.ui.parts.painter import Painter


class NeighbourList(LinkList):
    """One side of the neighbourhood."""


class NeighbourhoodScreen(Dialog[LinkRow]):
    """The whole screen. The result is the link to follow, or None.

    Args:
        shelf: the library.
        path: of the article to begin with.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("neighbourhood")
    DEFAULT_CSS = """
    NeighbourhoodScreen { background: $panel; }
    NeighbourhoodScreen > Vertical {
        width: 100%; height: 100%; border: none; padding: 0; background: $panel;
    }
    NeighbourhoodScreen #middle { width: 100%; text-align: center; text-style: bold; color: $accent; padding: 1; }
    NeighbourhoodScreen Horizontal { height: 1fr; }
    NeighbourhoodScreen .side { width: 1fr; padding: 0 1; }
    NeighbourhoodScreen .side Caption { width: 100%; color: $muted; text-align: center; height: 1; }
    """

    def __init__(self, shelf: Shelf, painter: Painter, path: str) -> None:
        super().__init__(painter, "")
        self._shelf = shelf
        self._trail = [path]

    def body(self) -> list[Widget]:
        """See Dialog."""
        sides = [
            Vertical(
                Caption(id=f"{name}-title", markup=False),
                NeighbourList(self.painter, id=name),
                classes="side",
            )
            for name in ("before", "after")
        ]
        return [Caption(id="middle", markup=False), Horizontal(*sides), KeyBar(self.painter)]

    def on_mount(self) -> None:
        """Begin with what comes after the article."""
        self._show()
        self.query_one(KeyBar).keys = shown_keys(self)

    def repaint(self, painter: Painter) -> None:
        """Draw in another theme."""
        super().repaint(painter)
        self.query_one(KeyBar).repaint(painter)

    def action_side(self, name: str) -> None:
        """To the other side."""
        self.set_focus(self.query_one(f"#{name}", NeighbourList))

    def action_step(self) -> None:
        """Put the neighbour under the cursor into the middle."""
        row = self._focused_row
        if row is None or not row.path:
            self.query_one(KeyBar).notice = "Nobody has written that one, so nothing is known around it."
            return
        self._trail.append(row.path)
        self._show()

    def action_step_back(self) -> None:
        """Put what was in the middle before into it again."""
        if len(self._trail) > 1:
            self._trail.pop()
            self._show()
        else:
            self.query_one(KeyBar).notice = "This is where you started."

    @property
    def _focused_row(self) -> LinkRow | None:
        return self.focused.current if isinstance(self.focused, NeighbourList) else None

    def _show(self) -> None:
        path = self._trail[-1]
        before = neighbours(backlink_rows(self._shelf, path))
        leading, missing = outgoing_rows(self._shelf, path)
        self.query_one("#middle", Caption).update(Content(self._shelf.title(path)))
        self.query_one(KeyBar).notice = ""
        for name, word, rows in (
            ("before", "Leads here", before),
            ("after", "Leads to", (*leading, *missing)),
        ):
            self.query_one(f"#{name}-title", Caption).update(
                Content(self.painter.marked(f"{word} · {len(rows):,}"))
            )
            self.query_one(f"#{name}", NeighbourList).show(rows)
        self.action_side("after" if leading or missing or not before else "before")

    @on(LinkList.LinkChosen)
    def _choose(self, message: LinkList.LinkChosen) -> None:
        self.dismiss(message.row)
