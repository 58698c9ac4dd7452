"""Rows that aren't cut are freed when they leave the screen.

Textual remembers with each strip into which pieces it was divided. The only piece of one that isn't cut is the strip
itself, so it refers to itself, and only a collection of garbage frees it: nine tenths of all garbage, as every row of
every frame was such a ring.
"""

from collections.abc import Iterable, Sequence

from textual.strip import Strip

_divide = Strip.divide


def _divided(self: Strip, cuts: Iterable[int]) -> Sequence[Strip]:
    """See Strip.divide, but what needn't be cut isn't remembered."""
    within = [cut for cut in cuts if cut <= self.cell_length]
    return [self] if within == [self.cell_length] else _divide(self, within)


def free_whole_strips() -> None:
    """From now on no strip remembers itself; more than once does no harm."""
    Strip.divide = _divided  # type: ignore[method-assign]  # the compositor asks strips of all widgets
