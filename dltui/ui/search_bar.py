"""The search bar: one line, always there. It tells what was typed; who searches is not its business."""

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from dltui.model.clean import clean
from dltui.ui.bindings import bindings_of


class SearchBar(Input):
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

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(placeholder="Search", id=id, select_on_focus=False, compact=True)
        # A blinking cursor sends 2.6 kB a second over the line.
        self.cursor_blink = False

    def insert_text_at_cursor(self, text: str) -> None:
        """Typed and pasted text alike comes in clean, on one line."""
        super().insert_text_at_cursor(clean(text).replace("\n", " ").replace("\t", " "))

    def action_move(self, rows: int) -> None:
        """Move in the results."""
        self.post_message(self.HitMoved(rows))

    def action_results(self) -> None:
        """To the results."""
        self.post_message(self.ResultsWanted())

    def action_leave(self) -> None:
        """Leave the bar."""
        self.post_message(self.Left())
