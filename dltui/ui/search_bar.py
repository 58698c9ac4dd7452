"""The search bar: one line, always there. It tells what was typed; who searches is not its business."""

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from dltui.ui.bindings import bindings_of
from dltui.ui.line_input import LineInput


class SearchBar(LineInput):
    """A line of text whose up and down keys move in the results."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("search")

    class HitMoved(Message):
        """The reader moves through the hits without leaving the bar."""

        def __init__(self, rows: int) -> None:
            self.rows = rows
            super().__init__()

    class ResultsWanted(Message):
        """The reader goes to the results."""

    class Left(Message):
        """The reader leaves the bar."""

    def action_move(self, rows: int) -> None:
        """Move in the results."""
        self.announce(self.HitMoved(rows))

    def action_results(self) -> None:
        """To the results."""
        self.announce(self.ResultsWanted())

    def action_leave(self) -> None:
        """Leave the bar."""
        self.announce(self.Left())
