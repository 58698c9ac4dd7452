"""The line in which a filter of the tree is typed."""

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from dltui.ui.bindings import bindings_of
from dltui.ui.line_input import LineInput


class TreeFilter(LineInput):
    """The tree follows what is typed; Enter goes to what is left of it, Esc shows everything again."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("filter")

    class Left(Message):
        """The filter isn't wanted any more."""

    class RowMoved(Message):
        """The reader moves through the tree without leaving the line."""

        def __init__(self, rows: int) -> None:
            self.rows = rows
            super().__init__()

    def action_leave(self) -> None:
        """Give the filter up."""
        self.announce(self.Left())

    def action_move(self, rows: int) -> None:
        """Move in the tree."""
        self.announce(self.RowMoved(rows))
