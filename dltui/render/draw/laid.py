"""A chunk as it stands on the screen at one width."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from dltui.render.line import Line
from dltui.render.spot import Cells
from dltui.render.text.cells import cells
from dltui.render.text.flow import Flow


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
    """Rows of a table: where its header starts, where its body starts, and one past its end."""

    header: int
    body: int
    end: int


class Shown(NamedTuple):
    """A part of a flow, seen from the flow: its characters, and where they stand."""

    start: int
    end: int
    row: int
    column: int


class LaidChunk:
    """The rows of a chunk; they count from its top.

    Args:
        tables: those drawn as grids, from the top.
        outer: the id of the spot that a spot stands in, for those that stand in one.
    """

    __slots__ = ("_cells", "_flows", "_outer", "rows", "tables")

    def __init__(
        self,
        rows: list[Row],
        tables: Sequence[TableRows] = (),
        outer: Mapping[int, int] = MappingProxyType({}),
    ) -> None:
        self.rows = rows
        self.tables = tables
        self._outer = outer
        self._cells: dict[int, list[Cells]] | None = None
        self._flows: dict[int, list[Shown]] | None = None

    def spot_cells(self) -> dict[int, list[Cells]]:
        """The cells of each spot that is drawn, from the top; those of an inner spot are its outer one's too."""
        if self._cells is None:
            found: defaultdict[int, list[Cells]] = defaultdict(list)
            for index, row in enumerate(self.rows):
                self._collect_spots(row.line, index, found)
            self._cells = dict(found)
        return self._cells

    def _collect_spots(self, line: Line, row: int, found: defaultdict[int, list[Cells]]) -> None:
        column = 0
        for span in line.spans:
            end = column + cells(span.text)
            spot = span.spot
            while spot >= 0 and end > column:
                _extend(found[spot], Cells(row, column, end))
                spot = self._outer.get(spot, -1)
            column = end

    def shown(self, flow: int) -> list[Shown]:
        """Where the text of a flow stands, in its order; nothing if a fold hides it or it is empty."""
        if self._flows is None:
            flows: defaultdict[int, list[Shown]] = defaultdict(list)
            for index, row in enumerate(self.rows):
                for part in row.parts:
                    flows[part.flow].append(Shown(part.start, part.end, index, part.column))
            # Where a formula is cut, its rows stand under each other piece by piece.
            self._flows = {flow: sorted(parts) for flow, parts in flows.items()}
        return self._flows.get(flow, [])

    def row_of(self, flow: int, offset: int) -> int | None:
        """The row of a character of a flow; None if it isn't drawn."""
        shown = self.shown(flow)
        if not shown:
            return None
        return shown[max(0, bisect_right(shown, offset, key=_start_of) - 1)].row

    def cells_of(self, flow: Flow, start: int, end: int) -> list[Cells]:
        """The cells of a range of a flow's text; it may go over several rows."""
        shown = self.shown(flow.ordinal)
        found = []
        for part in shown[max(0, bisect_right(shown, start, key=_start_of) - 1) :]:
            if part.start >= end:
                break
            first, last = max(start, part.start), min(end, part.end)
            if first < last:
                column = part.column + cells(flow.text[part.start : first])
                found.append(Cells(part.row, column, column + cells(flow.text[first:last])))
        return found


def _extend(runs: list[Cells], more: Cells) -> None:
    """Add cells: to the last run, if they go on where it ends."""
    if runs and runs[-1].row == more.row and runs[-1].end == more.start:
        runs[-1] = Cells(more.row, runs[-1].start, more.end)
    else:
        runs.append(more)


def _start_of(shown: Shown) -> int:
    return shown.start
