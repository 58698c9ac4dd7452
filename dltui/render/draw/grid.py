"""Draws a table as a grid: cells side by side, wrapped in their columns."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from dltui.model.block import Align
from dltui.render import roles
from dltui.render.compose.boxes import Grid
from dltui.render.draw.canvas import Canvas
from dltui.render.draw.frame import Frame
from dltui.render.draw.laid import Part, TableRows
from dltui.render.line import Span
from dltui.render.text.cells import cells
from dltui.render.text.flow import Flow
from dltui.render.text.wrap import Extent, wrap

GUTTER = 3
"""Cells between two columns: a border with a blank on either side."""
_NOTHING = Extent(0, 0)


class _Columns(NamedTuple):
    """A table, and where its columns stand."""

    box: Grid
    widths: Sequence[int]
    frame: Frame
    canvas: Canvas

    def cut(self, row: Sequence[Flow]) -> list[list[Extent]]:
        """The cells of a row, each cut at its column's width."""
        return [wrap(flow.text, width) for flow, width in zip(row, self.widths, strict=True)]

    def draw(self, row: Sequence[Flow], cut: Sequence[Sequence[Extent]]) -> None:
        """Draw a row of the table."""
        for extents in zip_longest(*cut, fillvalue=_NOTHING):
            spans: list[Span] = []
            parts: list[Part] = []
            column = self.frame.left
            for flow, extent, width, align in zip(row, extents, self.widths, self.box.align, strict=True):
                if column > self.frame.left:
                    spans.append(Span(f" {self.canvas.icons.column} ", roles.TABLE_BORDER))
                    column += GUTTER
                blank = width - cells(flow.text[extent.start : extent.end])
                before = {Align.RIGHT: blank, Align.CENTRE: blank // 2}.get(align, 0)
                spans += _padded(flow.spans(extent.start, extent.end), before, blank - before)
                if extent.end > extent.start:
                    parts.append(Part(flow.ordinal, extent.start, extent.end, column + before))
                column += width
            self.canvas.row(self.frame, spans, row[0].line, tuple(parts))

    def rule(self, bar: str, crossing: str, line: int) -> None:
        """Draw a rule across all columns."""
        text = f"{bar}{crossing}{bar}".join(bar * width for width in self.widths)
        self.canvas.row(self.frame, (Span(text, roles.TABLE_BORDER),), line)


def draw_columns(box: Grid, frame: Frame, canvas: Canvas, widths: Sequence[int]) -> None:
    """Draw a table in columns of these widths. Rows are ruled apart where a cell takes several."""
    icons = canvas.icons
    columns = _Columns(box, widths, frame, canvas)
    cut = [columns.cut(row) for row in box.rows]
    ruled = any(len(extents) > 1 for row in cut for extents in row)
    header = len(canvas.rows)
    if any(flow.text for flow in box.header):
        columns.draw(box.header, columns.cut(box.header))
        columns.rule(icons.header_row, icons.header_crossing, box.line)
    body = len(canvas.rows)
    for index, (row, extents) in enumerate(zip(box.rows, cut, strict=True)):
        if ruled and index:
            columns.rule(icons.row, icons.crossing, row[0].line)
        columns.draw(row, extents)
    canvas.tables.append(TableRows(header, body, len(canvas.rows)))


def _padded(spans: Sequence[Span], before: int, after: int) -> Iterator[Span]:
    if before:
        yield Span(" " * before, "")
    yield from spans
    if after:
        yield Span(" " * after, "")
