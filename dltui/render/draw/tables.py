"""Draws tables: as a grid whose cells wrap, or as records where the pane is too narrow for columns."""

from collections.abc import Sequence

from dltui.render.compose.boxes import Grid
from dltui.render.draw.canvas import Canvas
from dltui.render.draw.columns import column_widths
from dltui.render.draw.frame import Frame
from dltui.render.draw.grid import GUTTER, draw_columns
from dltui.render.draw.records import draw_records

_FEW_ROWS = 2
_STEP = 6


def draw_table(box: Grid, frame: Frame, canvas: Canvas) -> None:
    """Draw a table in the text column if it reads well there, else in as much more room as that takes."""
    borders = GUTTER * (len(box.natural) - 1)
    widths = _widths(box, frame.width - borders, frame.room - borders)
    if widths is None:
        draw_records(box, frame, canvas)
    else:
        draw_columns(box, frame.widened(sum(widths) + borders), canvas, widths)


def _widths(box: Grid, column: int, room: int) -> Sequence[int] | None:
    """The widths of the columns in the least room in which cells are low, else in all the room there is."""
    for width in range(column, room, _STEP):
        widths = column_widths(box.natural, box.longest, width)
        if widths is not None and _is_low(box, widths):
            return widths
    return column_widths(box.natural, box.longest, room)


def _is_low(box: Grid, widths: Sequence[int]) -> bool:
    """Whether cells take only a few rows each."""
    return all(natural <= _FEW_ROWS * width for natural, width in zip(box.natural, widths, strict=True))
