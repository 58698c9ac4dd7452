"""The line above a list in which one types what to choose from."""

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from dltui.ui.keys.bindings import bindings_of
from dltui.ui.parts.line_input import LineInput


class ListLine(LineInput):
    """The list follows what is typed, and its cursor moves without leaving the line."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("line")

    class RowMoved(Message):
        """The cursor of the list should move."""

        def __init__(self, rows: int) -> None:
            self.rows = rows
            super().__init__()

    class Left(Message):
        """Nothing is chosen."""

    def action_move(self, rows: int) -> None:
        """Move in the list."""
        self.announce(self.RowMoved(rows))

    def action_leave(self) -> None:
        """Choose nothing."""
        self.announce(self.Left())
