"""Moments as a list: the time and the heading, and below them what is said there."""

from collections.abc import Collection, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.message import Message

from dltui.model.timestamp import Reading, Stamp
from dltui.render.line import Line, Span
from dltui.ui.bindings import bindings_of
from dltui.ui.fit import fit, gap, wrap
from dltui.ui.messages import MomentSelected
from dltui.ui.moment_rows import MomentRow
from dltui.ui.painter import Painter
from dltui.ui.row_list import RowList

_TIME_ROLES = {Reading.EXACT: "moment", Reading.INFERRED: "moment.inferred", Reading.NONE: "moment.none"}


class MomentList(RowList):
    """Rows of moments. Enter goes to the sentence, once more to the next one of the same second."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("moments")

    row_height = 3

    class SentenceWanted(Message):
        """The sentence of a row is wanted; `stay` keeps the focus in the list."""

        def __init__(self, row: MomentRow, *, stay: bool) -> None:
            self.row = row
            self.stay = stay
            super().__init__()

    def __init__(self, painter: Painter, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(painter, id=id)
        self.rows: Sequence[MomentRow] = ()
        self._lit: frozenset[Stamp] = frozenset()

    @property
    def row_count(self) -> int:
        """See RowList."""
        return len(self.rows)

    @property
    def current(self) -> MomentRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if 0 <= self.cursor < len(self.rows) else None

    @property
    def lit_rows(self) -> Sequence[MomentRow]:
        """The rows that are marked."""
        return [row for row in self.rows if self._is_lit(row)]

    def show(self, rows: Sequence[MomentRow], cursor: int = 0) -> None:
        """Show other moments."""
        self.rows = rows
        self._lit = frozenset()
        self.rows_changed(cursor)

    def light(self, stamps: Collection[Stamp], current: Stamp | None) -> None:
        """Mark the rows of some stamps; without the focus, the cursor goes to the current one's."""
        lit = frozenset(stamps)
        if lit != self._lit:
            self._lit = lit
            self.refresh()
        if current is not None and not self.has_focus:
            found = (index for index, row in enumerate(self.rows) if _holds(row, (current,)))
            self.cursor = next(found, self.cursor)

    def row_line(self, index: int, part: int, width: int) -> Line:
        """See RowList."""
        row = self.rows[index]
        mark = Span("▎" if self._is_lit(row) else " ", "moment")
        if part:
            said = row.sentences
            lines = said if len(said) > 1 else wrap(said[0] if said else "", width - 3, 2)
            text = lines[part - 1] if part <= len(lines) else ""
            return Line((mark, Span(f" {fit(text, width - 3)}", "text")))
        time = fit(row.time, width - 2)
        repeats = f"×{len(row.moments)} " if len(row.moments) > 1 else ""
        heading = fit(row.heading, width - cell_len(time) - len(repeats) - 3)
        used = 2 + cell_len(time) + cell_len(heading) + len(repeats)
        return Line(
            (
                mark,
                Span(time, _TIME_ROLES[row.timestamp.reading]),
                Span(f" {heading}", "quiet"),
                Span(gap(used, width), "text"),
                Span(repeats, "quiet"),
            )
        )

    def action_choose(self) -> None:
        """Go to the sentence."""
        if self.current is not None:
            self.announce(self.SentenceWanted(self.current, stay=False))

    def action_open_and_stay(self) -> None:
        """Go to the sentence and stay in the list."""
        if self.current is not None:
            self.announce(self.SentenceWanted(self.current, stay=True))

    def action_video(self) -> None:
        """The video at the moment under the cursor."""
        self._select(card=False)

    def action_card(self) -> None:
        """The URL card of the moment under the cursor."""
        self._select(card=True)

    def _select(self, *, card: bool) -> None:
        if self.current is not None:
            self.announce(MomentSelected(self.current.article, self.current.timestamp, card=card))

    def _is_lit(self, row: MomentRow) -> bool:
        return _holds(row, self._lit)


def _holds(row: MomentRow, stamps: Collection[Stamp]) -> bool:
    return any(moment.timestamp.stamp in stamps for moment in row.moments)
