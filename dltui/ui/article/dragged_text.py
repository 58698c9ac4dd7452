"""The text between two cells of an article, as one would have typed it. No Textual here."""

from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from dltui.render.layout import Layout
from dltui.render.line import Line

#: What is drawn at the left of text that isn't part of it.
_MARGIN = " ▎│↪"


class Cell(NamedTuple):
    """A cell of an article at its present width."""

    row: int
    column: int


def cells_between(layout: Layout, row: int, first: Cell, last: Cell) -> tuple[int, int]:
    """The cells of a row that lie between two cells, both of them included; no blank ones at its ends."""
    text = layout.line(row).text
    left = cell_len(text) - cell_len(text.lstrip())
    right = cell_len(text.rstrip())
    start = max(left, first.column) if row == first.row else left
    end = min(right, last.column + 1) if row == last.row else right
    return start, max(start, end)


def text_between(layout: Layout, first: Cell, last: Cell) -> str:
    """The text between two cells; what was one line before it was wrapped is one line again."""
    text = ""
    for row in range(first.row, last.row + 1):
        start, end = cells_between(layout, row, first, last)
        piece = _cut(layout.line(row).text, start, end)
        if row > first.row and _goes_on(layout, row):
            text = f"{text}{_glue(layout, row)}{piece.lstrip(_MARGIN)}"
        else:
            text = f"{text}\n{piece}" if row > first.row else piece
    return text.strip("\n")


def _cut(text: str, start: int, end: int) -> str:
    head = set_cell_size(text, start) if start else ""
    return set_cell_size(text[len(head) :], end - start).rstrip()


def _goes_on(layout: Layout, row: int) -> bool:
    """Whether a row goes on with what the row above says."""
    above, here = layout.place_at(row - 1), layout.place_at(row)
    if above[:2] != here[:2] or above.rows or here.rows:
        return False
    lines = layout.line(row - 1), layout.line(row)
    if _is_formula(lines[0]) and _is_formula(lines[1]):
        return False
    if _is_code(lines[1]):
        return lines[0].source_line == lines[1].source_line
    return not any("table.border" in span.role for span in lines[1].spans)


def _glue(layout: Layout, row: int) -> str:
    """What the wrapping left out, or the cutting at blank cells, before a row that goes on."""
    above = layout.line(row - 1)
    if not _is_code(above):
        end = above.text.rstrip()[-1:]
        return "" if end == "-" or cell_len(end) > 1 else " "
    # The first span of code is its left edge.
    spans = above.spans[next(at for at, span in enumerate(above.spans) if span.role.startswith("code")) + 1 :]
    shown = "".join(span.text for span in spans).rstrip()
    return " " * (layout.place_at(row).offset - layout.place_at(row - 1).offset - len(shown))


def _is_formula(line: Line) -> bool:
    """Whether a row belongs to a displayed formula: nothing else stands on it."""
    return all(span.role.startswith("math") for span in line.spans if span.text.strip())


def _is_code(line: Line) -> bool:
    return line.fill.startswith("code") or any(span.role.startswith("code.block") for span in line.spans)
