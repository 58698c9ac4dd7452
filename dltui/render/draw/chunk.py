"""Lays a composed chunk out at a width."""

from collections.abc import Collection, Mapping

from dltui.render.compose.boxes import Box, Stack, Title, line_of
from dltui.render.compose.composition import Composed
from dltui.render.compose.icons import icons_for
from dltui.render.compose.spacing import rows_above, rows_below
from dltui.render.draw.boxes import draw
from dltui.render.draw.canvas import Canvas
from dltui.render.draw.frame import page_frame
from dltui.render.draw.laid import LaidChunk
from dltui.render.settings import LayoutSettings


def lay_out(
    composed: Composed,
    width: int,
    settings: LayoutSettings,
    *,
    opened: Mapping[int, bool],
    hidden: Collection[range],
    first: bool,
    last: bool,
) -> LaidChunk:
    """Draw a chunk, and the blank rows around it.

    Args:
        composed: the chunk.
        width: of the pane, in cells.
        settings: the reader's.
        opened: how folds stand that the reader has touched, by the id of their spot.
        hidden: lines of the file that folded headings hide.
        first: whether it stands at the top of the body, where no blank rows are wanted.
        last: whether it stands at the end, where none are wanted either.
    """
    canvas = Canvas(icons_for(settings), opened, unfolded=settings.unfolded)
    frame = page_frame(width, settings)
    boxes, gaps = composed.body.boxes, composed.body.gaps
    shown = [index for index, box in enumerate(boxes) if not _is_hidden(box, hidden)]
    if not shown:
        return LaidChunk([])
    top = boxes[shown[0]]
    if line_of(top) == 0:
        canvas.blank(frame, settings.air, 0)
    if not first and isinstance(top, Title):
        canvas.blank(frame, rows_above(top.level), top.line)
    body = Stack(tuple(boxes[index] for index in shown), tuple(gaps[index] for index in shown))
    start = len(canvas.rows)
    draw(body, frame, canvas)
    if len(canvas.rows) == start:
        return LaidChunk([])
    if not last:
        canvas.blank(frame, _gap_below(boxes[shown[-1]], opened), canvas.rows[-1].line.source_line)
    return canvas.laid(composed.outer)


def _is_hidden(box: Box, hidden: Collection[range]) -> bool:
    return bool(hidden) and any(line_of(box) in lines for lines in hidden)


def _gap_below(box: Box, opened: Mapping[int, bool]) -> int:
    """A heading stands close to what it heads, unless that is folded."""
    if isinstance(box, Title) and opened.get(box.spot, True):
        return rows_below(box.level)
    return 1
