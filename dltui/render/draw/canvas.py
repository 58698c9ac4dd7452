"""Gathers the rows of a chunk."""

from collections.abc import Mapping, Sequence

from dltui.render.compose.icons import Icons
from dltui.render.draw.frame import Frame
from dltui.render.draw.laid import LaidChunk, Part, Row, TableRows
from dltui.render.line import Line, Span
from dltui.render.text.flow import Flow
from dltui.render.text.wrap import Extent


class Canvas:
    """Rows in the making.

    Args:
        opened: how folds stand that the reader has touched, by the id of their spot.
        unfolded: whether all others stand open, whatever the author wrote.
    """

    def __init__(self, icons: Icons, opened: Mapping[int, bool], *, unfolded: bool = False) -> None:
        self.icons = icons
        self.opened = opened
        self.unfolded = unfolded
        self.rows: list[Row] = []
        self.tables: list[TableRows] = []

    def row(self, frame: Frame, spans: Sequence[Span], line: int, parts: tuple[Part, ...] = ()) -> None:
        """Draw one row in a frame."""
        self.rows.append(Row(Line((*frame.prefix(), *spans), "", line), parts))

    def blank(self, frame: Frame, rows: int, line: int) -> None:
        """Draw blank rows in a frame: bars go on through them."""
        for _ in range(rows):
            prefix = frame.prefix()
            while prefix and not prefix[-1].role:
                prefix = prefix[:-1]
            self.rows.append(Row(Line(prefix, "", line)))

    def text(self, frame: Frame, flow: Flow, extents: Sequence[Extent]) -> None:
        """Draw a flow, cut into rows."""
        rows, ordinal, left = self.rows, flow.ordinal, frame.left
        for start, end in extents:
            line = Line((*frame.prefix(), *flow.spans(start, end)), "", flow.line_at(start))
            rows.append(Row(line, (Part(ordinal, start, end, left),)))

    def laid(self, outer: Mapping[int, int]) -> LaidChunk:
        """The chunk that was drawn."""
        return LaidChunk(self.rows, self.tables, outer)
