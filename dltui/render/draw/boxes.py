"""Draws boxes, each in a frame; what stands inside another is drawn by the same function."""

from collections.abc import Callable
from typing import Any

from dltui.render import roles
from dltui.render.compose.boxes import (
    Box,
    Displayed,
    Foldable,
    Framed,
    Grid,
    Prose,
    Rule,
    Stack,
    Title,
    Verbatim,
    line_of,
)
from dltui.render.draw.canvas import Canvas
from dltui.render.draw.formulas import draw_formula
from dltui.render.draw.frame import Frame
from dltui.render.draw.tables import draw_table
from dltui.render.draw.verbatim import draw_verbatim
from dltui.render.line import Span
from dltui.render.text.cells import cells
from dltui.render.text.wrap import wrap, wrap_balanced


def draw(box: Box, frame: Frame, canvas: Canvas) -> None:
    """Draw a box."""
    _DRAW[type(box)](box, frame, canvas)


def _prose(box: Prose, frame: Frame, canvas: Canvas) -> None:
    if box.flow.text:
        cut = wrap_balanced if box.balanced else wrap
        canvas.text(frame, box.flow, cut(box.flow.text, frame.width))


def _title(box: Title, frame: Frame, canvas: Canvas) -> None:
    icons = canvas.icons
    role = roles.heading(box.level)
    mark = icons.heading_marks[box.level - 1]
    if not canvas.opened.get(box.spot, True):
        mark = f"{icons.closed} "
    if mark:
        rest = (Span(" " * cells(mark), ""),)
        frame = frame.inside((Span(mark, role, box.spot),), rest) or frame
    canvas.text(frame, box.flow, wrap_balanced(box.flow.text, frame.width))
    rule = icons.heading_rules[box.level - 1]
    if rule:
        canvas.row(frame, (Span(rule * frame.width, f"{roles.RULE}.{role}"),), box.line)


def _framed(box: Framed, frame: Frame, canvas: Canvas) -> None:
    inner = frame.inside(box.first, box.rest)
    if inner is None:
        _mark_alone(box, frame, canvas)
        inner = frame
    draw(box.body, inner, canvas)
    if inner.fresh:
        canvas.row(inner, (), box.line)


def _mark_alone(box: Framed, frame: Frame, canvas: Canvas) -> None:
    """Draw a mark on rows of its own, where the pane is too narrow for it to stand left of its body."""
    text = "".join(span.text for span in box.first).strip()
    for start, end in wrap(text, frame.width) if text and box.first != box.rest else ():
        canvas.row(frame, (Span(text[start:end], box.first[-1].role),), box.line)


def _stack(box: Stack, frame: Frame, canvas: Canvas) -> None:
    drawn = False
    for inner, gap in zip(box.boxes, box.gaps, strict=True):
        before = len(canvas.rows)
        if drawn:
            canvas.blank(frame, gap, line_of(inner))
        start = len(canvas.rows)
        draw(inner, frame, canvas)
        if len(canvas.rows) == start:
            del canvas.rows[before:]
        else:
            drawn = True


def _foldable(box: Foldable, frame: Frame, canvas: Canvas) -> None:
    opened = canvas.opened.get(box.spot, box.opened or canvas.unfolded)
    mark = f"{canvas.icons.open if opened else canvas.icons.closed} "
    rest = (Span(" " * cells(mark), ""),)
    title = frame.inside((Span(mark, box.role, box.spot),), rest) or frame
    draw(box.title, title, canvas)
    if title.fresh:
        canvas.row(title, (), box.line)
    if opened:
        draw(box.body, frame, canvas)


def _rule(box: Rule, frame: Frame, canvas: Canvas) -> None:
    width = min(box.width or frame.width, frame.width)
    # The title of the whole stands above headings of every level, so its rule is that of the highest.
    bar = canvas.icons.heading_rules[0] if box.role == roles.HEADER_RULE else canvas.icons.rule
    canvas.row(frame, (Span(bar * width, box.role),), box.line)


_DRAW: dict[type[Box], Callable[[Any, Frame, Canvas], None]] = {
    Prose: _prose,
    Title: _title,
    Framed: _framed,
    Stack: _stack,
    Foldable: _foldable,
    Verbatim: draw_verbatim,
    Displayed: draw_formula,
    Rule: _rule,
    Grid: draw_table,
}
