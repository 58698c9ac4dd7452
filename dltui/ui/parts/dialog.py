"""The frame that every overlay shares: a titled box in the middle, closed by Esc or q."""

from typing import ClassVar, TypeVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Label

from dltui.ui.keys.bindings import bindings_of
from dltui.ui.parts.key_bar import shown_keys
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.row_list import RowList

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """A box over the screen. Subclasses say what is in it with `body`."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("dialog")
    DEFAULT_CSS = """
    Dialog { align: center middle; background: transparent; }
    Dialog > Vertical {
        width: auto; max-width: 100%; height: auto; max-height: 100%;
        background: $surface; border: round $border; padding: 0 1;
    }
    Dialog > Vertical { border-subtitle-color: $muted; }
    Dialog > Vertical > #dialog-title {
        color: $primary; text-style: bold; height: 1; width: 100%; text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(self, painter: Painter, title: str) -> None:
        super().__init__()
        self.painter = painter
        self._title = title

    def body(self) -> list[Widget]:
        """What stands below the title."""
        return []

    def compose(self) -> ComposeResult:
        """Title and body in a box."""
        with Vertical(id="dialog-box"):
            if self._title:
                yield Label(Text(self._title), id="dialog-title", markup=False)
            yield from self.body()

    def on_mount(self) -> None:
        """Tell the keys, once something has the focus."""
        self.call_after_refresh(self._show_keys)

    def keys(self) -> str:
        """What the frame says of the keys."""
        return " · ".join(f"{key} {label}" for key, label in shown_keys(self))

    def _show_keys(self) -> None:
        self.query_one("#dialog-box").border_subtitle = Content(self.keys())

    def repaint(self, painter: Painter) -> None:
        """Draw in another theme."""
        self.painter = painter
        for rows in self.query(RowList):
            rows.repaint(painter)

    def action_close(self) -> None:
        """Close without a choice."""
        self.dismiss(None)
