"""Draws code blocks: a panel, its language named, long lines carried on with a mark."""

from dltui.render import roles
from dltui.render.compose.boxes import Verbatim
from dltui.render.draw.canvas import Canvas
from dltui.render.draw.frame import Frame
from dltui.render.draw.laid import Part
from dltui.render.line import Span
from dltui.render.text.cells import cells, reach

_CUTS = (" ", ",;", "/&?|")
"""What a row of code may end with, the best first."""
_LABEL = roles.over(roles.CODE_BLOCK, roles.CODE_LANGUAGE)
_PAD = Span(" ", roles.CODE_BLOCK)


def draw_verbatim(box: Verbatim, frame: Frame, canvas: Canvas) -> None:
    """Draw code as written; the panel is as wide as the text column, and wider if the code is."""
    flow = box.flow
    lines = flow.text.split("\n")
    longest = max(map(cells, lines))
    width = max(min(longest + 2, frame.room), frame.width)
    frame = frame.widened(width)
    inner = width - 2
    if box.language:
        _draw_language(box, frame, canvas, width)
    start = 0
    for line in lines:
        stop = start + len(line)
        _draw_line(box, (start, stop), inner, frame, canvas)
        start = stop + 1


def _draw_language(box: Verbatim, frame: Frame, canvas: Canvas, width: int) -> None:
    name = box.language
    limit = reach(name, 0, len(name), width - 2).limit
    name = name[:limit]
    blank = " " * (width - 1 - cells(name))
    spans = (Span(blank, roles.CODE_BLOCK), Span(name, _LABEL), _PAD)
    canvas.row(frame, spans, box.flow.line)


def _draw_line(box: Verbatim, extent: tuple[int, int], inner: int, frame: Frame, canvas: Canvas) -> None:
    flow = box.flow
    start, stop = extent
    source_line = flow.line_at(start)
    first = True
    while first or start < stop:
        lead = _PAD if first else Span(canvas.icons.continuation, _LABEL)
        limit = _cut(flow.text, start, stop, inner)
        blank = " " * (inner + 1 - cells(flow.text[start:limit]))
        part = Part(flow.ordinal, start, limit, frame.left + 1)
        spans = (lead, *flow.spans(start, limit), Span(blank, roles.CODE_BLOCK))
        canvas.row(frame, spans, source_line, (part,))
        start = limit
        first = False


def _cut(text: str, start: int, stop: int, width: int) -> int:
    """Where a row of code ends: after a space or a mark in its second half, if it can't hold the whole line."""
    fits = reach(text, start, stop, width)
    if fits.limit >= stop:
        return stop
    middle = start + width // 2
    for marks in _CUTS:
        cut = max(text.rfind(mark, middle, fits.limit) for mark in marks) + 1
        if cut and fits.may_cut(cut):
            return cut
    return fits.limit
