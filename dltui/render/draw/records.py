"""Draws a table as records: under each other, the name of each column and what the row has there."""

from dltui.render import roles
from dltui.render.compose.boxes import Grid
from dltui.render.draw.canvas import Canvas
from dltui.render.draw.frame import Frame
from dltui.render.draw.laid import Part
from dltui.render.line import Span
from dltui.render.text.cells import cells
from dltui.render.text.flow import Flow
from dltui.render.text.wrap import wrap

_RULE = 12
_BETWEEN = Span("  ", "")


def draw_records(box: Grid, frame: Frame, canvas: Canvas) -> None:
    """Draw a table one cell at a time; a column's name has its place in the article where it's drawn first."""
    if not box.rows:
        for name in box.header:
            _draw_text(name, frame, canvas)
    for index, row in enumerate(box.rows):
        if index:
            rule = canvas.icons.rule * min(_RULE, frame.width)
            canvas.row(frame, (Span(rule, roles.TABLE_BORDER),), row[0].line)
        for name, flow in zip(box.header, row, strict=True):
            _draw_field(name, flow, frame, canvas, placed=index == 0)


def _draw_field(name: Flow, flow: Flow, frame: Frame, canvas: Canvas, *, placed: bool) -> None:
    text = f"{name.text}{_BETWEEN.text}{flow.text}"
    if name.text and flow.text and "\n" not in text and cells(text) <= frame.width:
        spans = (*name.spans(0, len(name.text)), _BETWEEN, *flow.spans(0, len(flow.text)))
        column = frame.left + cells(name.text) + len(_BETWEEN.text)
        label = Part(name.ordinal, 0, len(name.text), frame.left)
        value = Part(flow.ordinal, 0, len(flow.text), column)
        canvas.row(frame, spans, flow.line, (label, value) if placed else (value,))
        return
    _draw_text(name, frame, canvas, placed=placed)
    inner = frame.inside((_BETWEEN,), (_BETWEEN,)) if name.text else None
    _draw_text(flow, inner or frame, canvas)


def _draw_text(flow: Flow, frame: Frame, canvas: Canvas, *, placed: bool = True) -> None:
    if not flow.text:
        return
    top = len(canvas.rows)
    canvas.text(frame, flow, wrap(flow.text, frame.width))
    if not placed:
        canvas.rows[top:] = [row._replace(parts=()) for row in canvas.rows[top:]]
