"""Places of an article that stay the same at every width, and the rows that show them."""

from bisect import bisect_right

from dltui.render.chunks import Chunks
from dltui.render.draw.laid import LaidChunk
from dltui.render.spot import Place


def chunk_of_line(chunks: Chunks, line: int) -> int:
    """The chunk that holds a line of the file."""
    return max(0, bisect_right(chunks.lines, line) - 1)


def place_at(chunks: Chunks, row: int) -> Place:
    """The place that a row shows."""
    heights = chunks.heights
    row = max(0, min(row, heights.total - 1))
    chunk = heights.chunk_at(row)
    while row < heights.total and not chunks.laid(chunk).rows:
        chunk = heights.chunk_at(row)
    if row >= heights.total:
        return Place(chunks.lines[-1] if chunks.lines else 1)
    laid = chunks.laid(chunk)
    inside = max(0, min(row - heights.top(chunk), len(laid.rows) - 1))
    shown = _nearest_text(laid, inside)
    if shown is None:
        return Place(chunks.lines[chunk], rows=inside)
    part = laid.rows[shown].parts[0]
    line = chunks.composed(chunk).flows[part.flow].line
    if (line, part.flow, part.start) == Place(0)[:3]:
        shown = 0
    return Place(line, part.flow, part.start, inside - shown)


def _nearest_text(laid: LaidChunk, row: int) -> int | None:
    """The row itself if it shows text, else the last one above that does, else the first one below."""
    for order in (range(row, -1, -1), range(row + 1, len(laid.rows))):
        for index in order:
            if laid.rows[index].parts:
                return index
    return None


def row_of(chunks: Chunks, place: Place) -> int:
    """The row that shows a place; if a fold hides it, the row above."""
    if not len(chunks):
        return 0
    chunk = chunk_of_line(chunks, place.line)
    laid = chunks.laid(chunk)
    flow, offset = resolved(chunks, chunk, place)
    # The article's very beginning is its first row, though the title stands a little below it.
    inside = laid.row_of(flow, offset) if place[:3] != Place(0)[:3] else 0
    while inside is None and flow > 0:
        flow -= 1
        inside = laid.row_of(flow, 1 << 60)
    inside = max(0, min((inside or 0) + place.rows, len(laid.rows) - 1))
    return max(0, min(chunks.heights.top(chunk) + inside, chunks.heights.total - 1))


def resolved(chunks: Chunks, chunk: int, place: Place) -> tuple[int, int]:
    """The flow and offset of a place; by its line alone where the file has changed since."""
    flows = chunks.composed(chunk).flows
    if place.flow < len(flows) and flows[place.flow].line == place.line:
        return place.flow, place.offset
    lines = [flow.line for flow in flows]
    return max(0, bisect_right(lines, place.line) - 1), 0


def row_of_line(chunks: Chunks, line: int) -> int:
    """The first row that shows a line of the file, or what stands before it."""
    if not len(chunks):
        return 0
    chunk = chunk_of_line(chunks, line)
    rows = chunks.laid(chunk).rows
    best, best_line = 0, -1
    for index, row in enumerate(rows):
        if row.parts and best_line < row.line.source_line <= line:
            best, best_line = index, row.line.source_line
    return min(chunks.heights.top(chunk) + best, max(0, chunks.heights.total - 1))
