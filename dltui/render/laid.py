"""A chunk as it stands on the screen at one width."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from rich.cells import cell_len

from dltui.render.line import Line
from dltui.render.spot import Cells


class Part(NamedTuple):
    """The piece of a flow that stands on a row.

    Attributes:
        flow: ordinal of the flow within the chunk.
        start: first character of the flow, and `end` the one after the last.
        column: cell it starts at.
    """

    flow: int
    start: int
    end: int
    column: int


class Row(NamedTuple):
    """A line, and where its text comes from."""

    line: Line
    parts: tuple[Part, ...] = ()


class TableRows(NamedTuple):
    """Rows of a table: its header's, and one past its last."""

    header: int
    body: int
    end: int


@dataclass(slots=True)
class LaidChunk:
    """The rows of a chunk.

    Attributes:
        rows: from the top; spots are numbered within the chunk.
        first_spot: added to the chunk's own numbers to get ids.
    """

    rows: list[Row]
    tables: list[TableRows] = field(default_factory=list)
    _cells: dict[int, list[Cells]] | None = None

    def spot_cells(self) -> dict[int, list[Cells]]:
        """The cells of each spot that is drawn, in the order of the rows; rows count from the chunk's top."""
        if self._cells is None:
            cells: defaultdict[int, list[Cells]] = defaultdict(list)
            for index, row in enumerate(self.rows):
                _collect(row.line, index, cells)
            self._cells = dict(cells)
        return self._cells


def _collect(line: Line, row: int, cells: dict[int, list[Cells]]) -> None:
    column = 0
    for span in line.spans:
        end = column + cell_len(span.text)
        if span.spot >= 0:
            runs = cells[span.spot]
            if runs and runs[-1].row == row and runs[-1].end == column:
                runs[-1] = Cells(row, runs[-1].start, end)
            else:
                runs.append(Cells(row, column, end))
        column = end
