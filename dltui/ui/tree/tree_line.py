"""How a row of the tree is drawn. No Textual here."""

from collections.abc import Mapping
from dataclasses import dataclass

from rich.cells import cell_len

from dltui.render.line import Line, Span
from dltui.ui.parts.fit import fit, gap
from dltui.ui.tree.tree_row import SAVED, TreeRow

#: A level for each so many cells: indents take two fifths of the width at most.
_LEVELS_OF_WIDTH = 5


@dataclass(slots=True)
class TreeMarks:
    """What the rows are marked with.

    Attributes:
        current: the path of the article that is open.
        stars: the paths of the articles with a star.
        found: how many passages of each category a search has found; None while there is no search.
        narrowed: the category that the search is narrowed to; empty for none.
    """

    current: str = ""
    stars: frozenset[str] = frozenset()
    found: Mapping[str, int] | None = None
    narrowed: str = ""


def tree_line(row: TreeRow, width: int, marks: TreeMarks) -> Line:
    """One row of the tree.

    Args:
        row: which.
        width: cells there are.
        marks: what is marked.
    """
    if row.is_group:
        return _group_line(row, width, marks)
    is_current = row.path == marks.current
    role = "tree.current" if is_current else "tree.article"
    mark = "› " if row.search else "★ " if row.path in marks.stars else "● " if is_current else "  "
    mark_role = role if is_current or not mark.strip() else "tree.mark"
    indent = _indent(row.depth, width)
    label = fit(row.label, width - cell_len(indent + mark) - 1)
    return Line((Span(indent, "text"), Span(mark, mark_role), Span(label, role)))


def _group_line(row: TreeRow, width: int, marks: TreeMarks) -> Line:
    indent = _indent(row.depth, width)
    count, count_role, role = f"{row.count:,} ", "tree.count", "tree.category"
    if marks.found is not None and row.path != SAVED:
        found = marks.found.get(row.path, 0)
        count = f"{found:,} " if found else ""
        count_role, role = "tree.current", "tree.category" if found else "tree.count"
    mark = "▾ " if row.is_open else "▸ "
    if marks.narrowed and row.path == marks.narrowed:
        mark, role = "◆ ", "tree.current"
    label = fit(row.label, width - cell_len(indent + mark + count) - 1)
    used = cell_len(indent + mark + label + count)
    return Line(
        (
            Span(indent, "text"),
            Span(mark, role if mark == "◆ " else "tree.mark"),
            Span(label, role),
            Span(gap(used, width), "text"),
            Span(count, count_role),
        )
    )


def _indent(depth: int, width: int) -> str:
    """Two cells for each level, but never so many that names are pushed out of sight."""
    return f" {'  ' * min(depth, width // _LEVELS_OF_WIDTH)}"
