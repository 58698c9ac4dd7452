"""The search bar: one line, always there. It tells what was typed; who searches is not its business."""

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive

from dltui.ui.keys.bindings import bindings_of
from dltui.ui.parts.line_input import LineInput


class SearchBar(LineInput):
    """A line of text whose up and down keys move in the results."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("search")

    #: Whether there is something that may have been meant instead.
    has_suggestion: reactive[bool] = reactive(False, bindings=True, repaint=False)
    #: Whether only a part of the library is searched.
    is_narrowed: reactive[bool] = reactive(False, bindings=True, repaint=False)

    class HitMoved(Message):
        """The reader moves through the hits without leaving the bar."""

        def __init__(self, rows: int) -> None:
            self.rows = rows
            super().__init__()

    class ResultsWanted(Message):
        """The reader goes to the results."""

    class Left(Message):
        """The reader leaves the bar."""

    class Widened(Message):
        """The whole library should be searched again."""

    class CompletionWanted(Message):
        """The query should go on as proposed, or as proposed next."""

    class SuggestionTaken(Message):
        """What was suggested is what was meant."""

    class HistoryWanted(Message):
        """Earlier searches are wanted."""

    class SaveWanted(Message):
        """The search should be kept, or not any more."""

    def action_move(self, rows: int) -> None:
        """Move in the results."""
        self.announce(self.HitMoved(rows))

    def action_results(self) -> None:
        """To the results."""
        self.announce(self.ResultsWanted())

    def action_leave(self) -> None:
        """Leave the bar."""
        self.announce(self.Left())

    def action_delete_left(self) -> None:
        """At the very beginning there is only the category left to delete."""
        if self.is_narrowed and self.cursor_position == 0 and self.selection.is_empty:
            self.announce(self.Widened())
        else:
            super().action_delete_left()

    def action_complete(self) -> None:
        """Go on as proposed."""
        self.announce(self.CompletionWanted())

    def action_take_suggestion(self) -> None:
        """Search for what was suggested."""
        self.announce(self.SuggestionTaken())

    def action_history(self) -> None:
        """Show earlier searches."""
        self.announce(self.HistoryWanted())

    def action_save(self) -> None:
        """Keep the search, or forget it."""
        self.announce(self.SaveWanted())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 -- Textual's signature
        """A suggestion can be taken only while there is one."""
        return action != "take_suggestion" or self.has_suggestion
