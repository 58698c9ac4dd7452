"""Tables: the flows of their cells, and how much room each column would like."""

import re
from collections.abc import Iterable

from dltui.model.block import Align, Table
from dltui.model.inline import Inlines
from dltui.render import roles
from dltui.render.compose.boxes import Box, Grid
from dltui.render.compose.composer import Composer, Surroundings
from dltui.render.text.cells import cells
from dltui.render.text.flow import Flow

_NUMBER = re.compile(r"[-+−~≈<>$€£¥]*[\d.,\s]*\d[\d.,\s]*[%‰x×kKMBG°]?")
_FIRST_ROW = 2


def table(composer: Composer, block: Table, around: Surroundings) -> Box | None:
    """A table; columns of nothing but numbers stand flush right unless the author said otherwise."""
    if not block.header:
        return None
    header_role = roles.over(around.role, roles.TABLE_HEADER)
    header = _cells(composer, block.header, header_role, block.line, around)
    rows = tuple(
        _cells(composer, row, around.role, block.line + _FIRST_ROW + index, around)
        for index, row in enumerate(block.rows)
    )
    columns = [tuple(row[index] for row in (header, *rows)) for index in range(len(header))]
    return Grid(
        tuple(_align(align, column[1:]) for align, column in zip(block.align, columns, strict=True)),
        header,
        rows,
        tuple(max(map(_natural_width, column)) for column in columns),
        tuple(max(map(_longest_word, column)) for column in columns),
        block.line,
    )


def _cells(
    composer: Composer, row: Iterable[Inlines], role: str, line: int, around: Surroundings
) -> tuple[Flow, ...]:
    return tuple(composer.flow(cell, role, line, around) for cell in row)


def _align(align: Align, body: tuple[Flow, ...]) -> Align:
    texts = [flow.text for flow in body if flow.text]
    if align is Align.NONE and texts and all(map(_NUMBER.fullmatch, texts)):
        return Align.RIGHT
    return align


def _natural_width(flow: Flow) -> int:
    return max(map(cells, flow.text.split("\n")))


def _longest_word(flow: Flow) -> int:
    return max(map(cells, flow.text.split()), default=0)
