"""How wide the columns of a table become."""

from collections.abc import Sequence

_LONGEST_KEPT = 14
_READABLE = 5


def column_widths(natural: Sequence[int], longest: Sequence[int], room: int) -> list[int] | None:
    """Divide room among columns: each gets what it needs, and long texts share the rest by how long they are.

    Args:
        natural: per column, the cells that its widest text takes on one row.
        longest: per column, the cells of its longest word.
        room: cells for all columns together, without borders.

    Returns:
        None where the columns would be too narrow to read.
    """
    wanted = [max(1, width) for width in natural]  # an empty column takes a cell too
    if sum(wanted) <= room:
        return wanted
    least = [_least(width, word) for width, word in zip(natural, longest, strict=True)]
    if sum(least) > room:
        return None
    widths = list(least)
    growing = [index for index, width in enumerate(natural) if width > least[index]]
    spare = room - sum(least)
    while growing and spare:
        growing, spare = _grow(widths, natural, growing, spare)
    return widths


def _least(natural: int, longest: int) -> int:
    """A word of ordinary length stays whole; a column of a few cells is unreadable."""
    return max(1, min(natural, max(min(longest, _LONGEST_KEPT), _READABLE)))


def _grow(widths: list[int], natural: Sequence[int], growing: list[int], spare: int) -> tuple[list[int], int]:
    """Give spare cells to columns by the square root of what their text needs: that makes the lowest rows."""
    weights = {index: natural[index] ** 0.5 for index in growing}
    total = sum(weights.values())
    given = 0
    for index in growing:
        share = min(round(spare * weights[index] / total), natural[index] - widths[index], spare - given)
        widths[index] += share
        given += share
    if not given:
        widths[growing[0]] += 1
        given = 1
    return [index for index in growing if widths[index] < natural[index]], spare - given
