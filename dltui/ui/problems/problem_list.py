"""The rows of what is imperfect: where it is, and what."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.message import Message

from dltui.model.clean import clean_line
from dltui.model.diagnostic import Diagnostic, Severity
from dltui.render.line import Line, Span
from dltui.ui.keys.bindings import bindings_of
from dltui.ui.parts.fit import fit, gap
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.row_list import RowList

#: The mark of each severity, and its role.
_MARKS = {
    Severity.ERROR: ("✗", "callout.danger.title"),
    Severity.WARNING: ("▲", "callout.warning.title"),
    Severity.NOTE: ("·", "quiet"),
}


class ProblemList(RowList):
    """Problems, two screen rows each. Notes are left out to begin with: there may be thousands."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("problems")
    row_height = 2

    class NotesToggled(Message):
        """The notes are shown now, or not any more."""

    def __init__(self, painter: Painter) -> None:
        super().__init__(painter)
        self.problems: list[Diagnostic] = []
        self.with_notes = False
        self._found: Sequence[Diagnostic] = ()
        self._taken = 0

    @property
    def row_count(self) -> int:
        """See RowList."""
        return len(self.problems)

    @property
    def current(self) -> Diagnostic | None:
        """The one under the cursor."""
        return self.problems[self.cursor] if self.problems else None

    def show(self, found: Sequence[Diagnostic], cursor: int | None = None) -> None:
        """Show what has been found by now.

        Args:
            found: grows between two calls; what was there before stays.
            cursor: the row to go to; None to stay.
        """
        self._found = found
        fresh = found[self._taken :]
        self._taken += len(fresh)
        self.problems += [one for one in fresh if self.with_notes or one.severity is not Severity.NOTE]
        self.rows_changed(cursor)

    def action_toggle_notes(self) -> None:
        """Show the notes too, or leave them out; the cursor stays where it was as far as that is shown."""
        current = self.current
        self.with_notes = not self.with_notes
        self.problems, self._taken = [], 0
        self.show(self._found)
        at = next((row for row, one in enumerate(self.problems) if one is current), 0)
        self.rows_changed(at)
        self.post_message(self.NotesToggled())

    def row_line(self, index: int, part: int, width: int) -> Line:
        """See RowList."""
        problem = self.problems[index]
        if part:
            return Line((Span(f"   {fit(problem.message, width - 4)}", "text"),))
        mark, role = _MARKS[problem.severity]
        path = clean_line(problem.path)
        code = problem.code if cell_len(problem.code) < width // 3 else ""
        where = fit(f"{path}:{problem.line}" if problem.line else path, width - cell_len(code) - 5)
        between = gap(cell_len(where) + cell_len(code) + 4, width)
        return Line(
            (
                Span(f" {mark} ", role),
                Span(where, "tree.category"),
                Span(between, "text"),
                Span(f"{code} ", "quiet"),
            )
        )
