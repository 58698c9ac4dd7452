"""Moments as a list: the time and the heading, and below them what is said there."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import BindingType
from textual.message import Message

from dltui.model.timestamp import Stamp
from dltui.render.line import Line
from dltui.ui.keys.bindings import bindings_of
from dltui.ui.messages import MomentSelected, PlayWanted
from dltui.ui.moments.moment_lines import RowShape, row_lines, said_lines
from dltui.ui.moments.moment_rows import MomentRow
from dltui.ui.moments.video_page import Mark
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.row_list import RowList


class MomentList(RowList):
    """Rows of moments. Enter goes to the sentence, once more to the next one of the same second."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("moments")

    #: Cells of text that a row may take; a longer sentence is cut.
    most_cells: ClassVar[int] = 160

    class SentenceWanted(Message):
        """The sentence of a row is wanted; `stay` keeps the focus in the list."""

        def __init__(self, row: MomentRow, *, stay: bool) -> None:
            self.row = row
            self.stay = stay
            super().__init__()

    def __init__(self, painter: Painter, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(painter, id=id)
        self.rows: Sequence[MomentRow] = ()
        self._marks: Mapping[str, Mark] = {}
        self._centred = True
        self._shape = RowShape(1, 0)
        self._said: list[list[str]] = []
        self._tops = [0]
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

    def show(
        self, rows: Sequence[MomentRow], cursor: int = 0, marks: Mapping[str, Mark] | None = None
    ) -> None:
        """Show other moments.

        Args:
            rows: to show.
            cursor: the row to begin at.
            marks: of the articles they come from, by path; None where all come from one.
        """
        self.rows, self._marks = rows, marks or {}
        self._lit = frozenset()
        self.height_at(self.size.width)
        self.rows_changed(cursor)
        self._centred = False
        self._centre()

    def light(self, stamps: Collection[Stamp], current: Stamp | None) -> None:
        """Mark the rows of some stamps; without the focus, the cursor goes to the current one's."""
        lit = frozenset(stamps)
        if lit != self._lit:
            self._lit = lit
            self.refresh()
        if current is not None and not self.has_focus:
            found = (index for index, row in enumerate(self.rows) if _holds(row, (current,)))
            self.cursor = next(found, self.cursor)

    def on_resize(self, event: events.Resize) -> None:
        """See RowList; rows that were shown before there was any room are put in its middle now."""
        self.height_at(self.size.width)
        super().on_resize(event)
        self.refresh()  # what was drawn before was measured for another width
        self._centre()

    def height_at(self, width: int) -> int:
        """Measure the rows for a list of that width, of which a cell is left for the scroll bar; their height."""
        times = max((cell_len(row.time) for row in self.rows), default=0)
        self._shape = RowShape(max(1, width - 1), times)
        self._said = [said_lines(row, self._shape.text_width, self.most_cells) for row in self.rows]
        self._tops = [0, *accumulate(len(said) + 2 for said in self._said)]
        self._tops[-1] -= bool(self.rows)  # no blank line below the last one
        return self._tops[-1]

    def top_of(self, index: int) -> int:
        """See RowList."""
        return self._tops[min(index, len(self._tops) - 1)]

    def index_at(self, y: int) -> int:
        """See RowList."""
        return bisect_right(self._tops, y) - 1

    def _centre(self) -> None:
        """See what stands before the cursor's row as well as what follows."""
        if self.size.height and self.rows and not self._centred:
            self._centred = True
            middle = self.top_of(self.cursor) - (self.size.height - self.height_of(self.cursor)) // 2
            first = self.index_at(max(0, middle))
            self.scroll_to(y=self.top_of(first), animate=False, immediate=True)

    def row_line(self, index: int, part: int, width: int) -> Line:  # noqa: ARG002 -- all rows have been measured at one
        """See RowList."""
        row = self.rows[index]
        mark = self._marks.get(row.article.path)
        lines = row_lines(row, self._said[index], self._shape, mark, lit=self._is_lit(row))
        return lines[part] if lines[part].spans else Line((), self.surface)

    def url_of(self, index: int) -> str:
        """See RowList."""
        row = self.rows[index]
        return row.video.url(row.seconds) if row.video and row.seconds is not None else ""

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

    def action_play(self) -> None:
        """Hear the moment under the cursor in the local player, or close that."""
        if self.current is not None:
            self.announce(PlayWanted(self.current.article, self.current.timestamp))

    def _select(self, *, card: bool) -> None:
        if self.current is not None:
            self.announce(MomentSelected(self.current.article, self.current.timestamp, card=card))

    def _is_lit(self, row: MomentRow) -> bool:
        return _holds(row, self._lit)


def _holds(row: MomentRow, stamps: Collection[Stamp]) -> bool:
    return any(moment.timestamp.stamp in stamps for moment in row.moments)
