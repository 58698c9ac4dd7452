"""Draws displayed formulas; one that is wider than its frame is cut through all of its rows at once."""

from collections.abc import Sequence

from dltui.render.compose.boxes import Displayed
from dltui.render.draw.canvas import Canvas
from dltui.render.draw.frame import Frame
from dltui.render.draw.laid import Part
from dltui.render.text.cells import cells, reach
from dltui.render.text.wrap import Extent


def draw_formula(box: Displayed, frame: Frame, canvas: Canvas) -> None:
    """Draw the rows of a formula; pieces that don't fit beside each other stand under each other."""
    text = box.flow.text
    left = _lines(text)
    while left:
        width = _piece_width([text[line.start : line.end] for line in left], frame.width)
        left = [_draw_row(box, line, width, frame, canvas) for line in left]
        left = _without_blanks(text, left)
        if left and len(left) > 1:
            canvas.blank(frame, 1, box.flow.line)


def _lines(text: str) -> list[Extent]:
    start, lines = 0, []
    for line in text.split("\n"):
        lines.append(Extent(start, start + len(line)))
        start += len(line) + 1
    return lines


def _draw_row(box: Displayed, line: Extent, width: int, frame: Frame, canvas: Canvas) -> Extent:
    """Draw the beginning of a row, that many cells of it; what is left."""
    flow = box.flow
    start, stop = line
    limit = reach(flow.text, start, stop, width).limit if start < stop else stop
    end = start + len(flow.text[start:limit].rstrip())
    canvas.row(frame, flow.spans(start, end), flow.line, (Part(flow.ordinal, start, limit, frame.left),))
    return Extent(limit, stop)


def _without_blanks(text: str, lines: Sequence[Extent]) -> list[Extent]:
    """Rows without the blank columns that they all begin with; none where nothing else is left."""
    blank = min(
        (len(piece) - len(piece.lstrip()) for piece in (text[line.start : line.end] for line in lines)),
        default=0,
    )
    cut = [Extent(min(line.start + blank, line.end), line.end) for line in lines]
    return cut if any(text[line.start : line.end].strip() for line in cut) else []


def _piece_width(rows: Sequence[str], width: int) -> int:
    """How many cells of these rows are drawn beside each other: up to a column where all of them are blank."""
    if max(map(cells, rows)) <= width:
        return width
    blank = set.intersection(*map(_blank_columns, rows))
    return max((column for column in blank if width // 3 < column <= width), default=width)


def _blank_columns(row: str) -> set[int]:
    """The columns of a row where nothing is drawn."""
    columns, column = set(), 0
    for char in row:
        if char == " ":
            columns.add(column)
        column += cells(char)
    return columns
