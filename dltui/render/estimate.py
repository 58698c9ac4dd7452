"""How many rows a chunk will take, guessed from its source without parsing it."""

from typing import NamedTuple

_STAMP_MARK = "yt-timestamp"
_STAMP_EXTRA = 46
"""Characters of a timestamp's anchor that aren't drawn."""


class Extent(NamedTuple):
    """The size of a chunk's source.

    Attributes:
        lines: that aren't blank.
        breaks: blank lines.
        characters: that will probably be drawn.
    """

    lines: int
    breaks: int
    characters: int


def extent_of(source: str) -> Extent:
    """Measure a chunk's source."""
    rows = source.count("\n")
    breaks = source.count("\n\n")
    drawn = len(source) - _STAMP_EXTRA * source.count(_STAMP_MARK)
    links = source.count("[[")
    return Extent(max(1, rows - breaks), breaks, max(0, drawn - 24 * links))


def estimated_rows(extent: Extent, width: int) -> int:
    """Rows at a text column of that many cells, with the blank row below; at least 1."""
    full_rows = extent.characters * 11 // (10 * width)
    return max(1, full_rows + extent.lines * 3 // 5 + extent.breaks + 1)
