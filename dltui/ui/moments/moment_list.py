"""Moments as a list: the time and the heading, and below them what is said there."""

from collections.abc import Collection, Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import BindingType
from textual.message import Message

from dltui.model.timestamp import Reading, Stamp
from dltui.render.line import Line, Span
from dltui.ui.keys.bindings import bindings_of
from dltui.ui.messages import MomentSelected, PlayWanted
from dltui.ui.moments.moment_rows import MomentRow
from dltui.ui.moments.video_page import Mark
from dltui.ui.parts.fit import fit, gap, wrap
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.row_list import RowList

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
        self._marks: Mapping[str, Mark] = {}
        self._centred = True
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
        super().on_resize(event)
        self._centre()

    def _centre(self) -> None:
        """See what stands before the cursor's row as well as what follows."""
        height = self.size.height // self.row_height
        if height and not self._centred:
            self._centred = True
            self.scroll_to(y=(self.cursor - height // 2) * self.row_height, animate=False, immediate=True)

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
        where = self._where(row, width - cell_len(time) - len(repeats) - 3)
        used = 2 + cell_len(time) + sum(cell_len(span.text) for span in where) + len(repeats)
        return Line(
            (
                mark,
                Span(f"{time} ", _TIME_ROLES[row.timestamp.reading]),
                *where,
                Span(gap(used, width), "text"),
                Span(repeats, "quiet"),
            )
        )

    def _where(self, row: MomentRow, width: int) -> list[Span]:
        """The heading, behind the article where there are several."""
        mark = self._marks.get(row.article.path)
        if mark is None:
            return [Span(fit(row.heading, width), "quiet")]
        title = fit(row.article.title, width - 2)
        spans = [Span(f"{mark.shape} {title}", mark.role)]
        left = width - cell_len(title) - 5
        heading = row.moments[0].heading
        return [*spans, Span(f" › {fit(heading, left)}", "quiet")] if heading and left > 6 else spans

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
