"""The blank rows around headings: they stand apart from what is above them and close to what they head."""

_SPACED_APART = 2
"""Headings down to this level get a blank row more above them than other blocks."""
_SPACED_BELOW = 1


def rows_above(level: int) -> int:
    """Blank rows above a heading of that level, beside the one that stands between all blocks."""
    return 1 if level <= _SPACED_APART else 0


def rows_below(level: int) -> int:
    """Blank rows between a heading of that level and what follows."""
    return 1 if level <= _SPACED_BELOW else 0
