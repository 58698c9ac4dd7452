"""Tables as records: each row is a line in which every cell follows the name of its column."""

from collections.abc import Iterator

from dltui.cli.linear.inlines import InlineText
from dltui.cli.output import counted
from dltui.model.block import Table
from dltui.model.inline import Inlines


def table_lines(table: Table, inlines: InlineText) -> Iterator[str]:
    """A line that tells the size and the columns, and one for each row."""
    names = [_cell(cell, inlines) for cell in table.header]
    size = f"{counted(len(names), 'column')}, {counted(len(table.rows), 'row')}"
    yield f"Table, {size}: {'; '.join(filter(None, names))}".rstrip(": ")
    for row in table.rows:
        cells = [_cell(cell, inlines) for cell in row]
        named = [f"{name}: {cell}" if name else cell for name, cell in zip(names, cells, strict=True) if cell]
        yield f"- {'; '.join(named)}"


def _cell(cell: Inlines, inlines: InlineText) -> str:
    return inlines.of(cell).replace("\n", " ")
