"""Draws tables: as a grid whose cells wrap, or as records where the pane is too narrow for columns."""

from collections.abc import Sequence

from dltui.model.block import Align
from dltui.render import roles
from dltui.render.compose.boxes import Grid
from dltui.render.draw.canvas import Canvas
from dltui.render.draw.columns import column_widths
from dltui.render.draw.frame import Frame
from dltui.render.draw.laid import Part, TableRows
from dltui.render.line import Span
from dltui.render.text.cells import cells
from dltui.render.text.flow import Flow
from dltui.render.text.wrap import Extent, wrap

_GUTTER = 3
_RECORD_RULE = 12


def draw_grid(box: Grid, frame: Frame, canvas: Canvas) -> None:
    """Draw a table in the text column if it fits there, else in the whole room."""
    borders = _GUTTER * (len(box.natural) - 1)
    fits = sum(box.natural) + borders <= frame.width
    widths = column_widths(box.natural, box.longest, (frame.width if fits else frame.room) - borders)
    if widths is None:
        _Records(box, frame, canvas).draw()
    else:
        _Columns(box, frame.widened(sum(widths) + borders), canvas, widths).draw()


class _Columns:
    def __init__(self, box: Grid, frame: Frame, canvas: Canvas, widths: list[int]) -> None:
        self._box, self._frame, self._canvas, self._widths = box, frame, canvas, widths
        self._border = Span(f" {canvas.icons.column} ", roles.TABLE_BORDER)

    def draw(self) -> None:
        box, canvas = self._box, self._canvas
        icons = canvas.icons
        cut = [[self._cut(row) for row in box.rows]]
        header = len(canvas.rows)
        if any(flow.text for flow in box.header):
            self._row(box.header, self._cut(box.header), box.line)
            self._rule(icons.header_row, icons.header_crossing, box.line)
        body = len(canvas.rows)
        spaced = any(len(extents) > 1 for row in cut[0] for extents in row)
        for index, (row, extents) in enumerate(zip(box.rows, cut[0], strict=True)):
            line = row[0].line if row else box.line
            if spaced and index:
                self._rule(icons.row, icons.crossing, line)
            self._row(row, extents, line)
        canvas.tables.append(TableRows(header, body, len(canvas.rows)))

    def _cut(self, row: Sequence[Flow]) -> list[list[Extent]]:
        return [wrap(flow.text, width) for flow, width in zip(row, self._widths, strict=True)]

    def _rule(self, bar: str, crossing: str, line: int) -> None:
        text = f"{bar}{crossing}{bar}".join(bar * width for width in self._widths)
        self._canvas.row(self._frame, (Span(text, roles.TABLE_BORDER),), line)

    def _row(self, row: Sequence[Flow], cut: list[list[Extent]], line: int) -> None:
        for index in range(max(map(len, cut), default=0)):
            spans: list[Span] = []
            parts: list[Part] = []
            column = self._frame.left
            for flow, extents, width, align in zip(row, cut, self._widths, self._box.align, strict=True):
                if column > self._frame.left:
                    spans.append(self._border)
                    column += _GUTTER
                self._cell(
                    flow, extents[index] if index < len(extents) else None, width, align, column, spans, parts
                )
                column += width
            self._canvas.row(self._frame, spans, line, tuple(parts))

    def _cell(
        self,
        flow: Flow,
        extent: Extent | None,
        width: int,
        align: Align,
        column: int,
        spans: list[Span],
        parts: list[Part],
    ) -> None:
        start, end = extent or (0, 0)
        blank = width - cells(flow.text[start:end])
        before = {Align.RIGHT: blank, Align.CENTRE: blank // 2}.get(align, 0)
        if before:
            spans.append(Span(" " * before, ""))
        if end > start:
            spans += flow.spans(start, end)
            parts.append(Part(flow.ordinal, start, end, column + before))
        if blank > before:
            spans.append(Span(" " * (blank - before), ""))


class _Records:
    """Each row as a record: the name of a column, and beside or under it what the row has there."""

    def __init__(self, box: Grid, frame: Frame, canvas: Canvas) -> None:
        self._box, self._frame, self._canvas = box, frame, canvas

    def draw(self) -> None:
        box, canvas, frame = self._box, self._canvas, self._frame
        if not box.rows:
            for name in box.header:
                self._text(name, frame)
        for index, row in enumerate(box.rows):
            if index:
                rule = canvas.icons.rule * min(_RECORD_RULE, frame.width)
                canvas.row(frame, (Span(rule, roles.TABLE_BORDER),), row[0].line)
            for name, flow in zip(box.header, row, strict=True):
                self._field(name, flow, named=index == 0)

    def _field(self, name: Flow, flow: Flow, *, named: bool) -> None:
        """Draw one cell. A name's place in the article is where it was drawn first."""
        text = f"{name.text}  {flow.text}"
        if name.text and flow.text and "\n" not in text and cells(text) <= self._frame.width:
            spans = (*name.spans(0, len(name.text)), Span("  ", ""), *flow.spans(0, len(flow.text)))
            column = self._frame.left + cells(name.text) + 2
            parts = (
                Part(name.ordinal, 0, len(name.text), self._frame.left),
                Part(flow.ordinal, 0, len(flow.text), column),
            )
            self._canvas.row(self._frame, spans, flow.line, parts if named else parts[1:])
            return
        self._text(name, self._frame, placed=named)
        indent = (Span("  ", ""),)
        inner = self._frame.inside(indent, indent) if name.text else None
        self._text(flow, inner or self._frame)

    def _text(self, flow: Flow, frame: Frame, *, placed: bool = True) -> None:
        if flow.text:
            top = len(self._canvas.rows)
            self._canvas.text(frame, flow, wrap(flow.text, frame.width))
            if not placed:
                self._canvas.rows[top:] = [row._replace(parts=()) for row in self._canvas.rows[top:]]
