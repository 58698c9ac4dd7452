"""The line in which a text to find in the article is typed."""

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from dltui.ui.keys.bindings import bindings_of
from dltui.ui.parts.line_input import LineInput


class FindBar(LineInput):
    """Matches are shown while one types; Enter keeps them, Esc goes back."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("find")

    class Left(Message):
        """The find is given up."""

    class Stepped(Message):
        """The next match is wanted, or the one before."""

        def __init__(self, direction: int) -> None:
            self.direction = direction
            super().__init__()

    def action_leave(self) -> None:
        """Give up."""
        self.announce(self.Left())

    def action_step(self, direction: int) -> None:
        """Another match, without leaving the line."""
        self.announce(self.Stepped(direction))
