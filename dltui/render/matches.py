"""What find found in an article."""

from typing import NamedTuple

from dltui.render.spot import Cells, Place


class Match(NamedTuple):
    """A found piece of text; the same at every width.

    Attributes:
        place: where it starts; `Layout.reveal` gives its row.
        length: in characters.
    """

    place: Place
    length: int


class Matches:
    """The matches of one find, in reading order; searched chunk by chunk, so `count` may still grow."""

    def __init__(self) -> None:
        self.text = ""
        self.problem = ""

    @property
    def count(self) -> int:
        """How many are known so far; all of them once `complete`."""
        return 0

    @property
    def complete(self) -> bool:
        """Whether the whole article has been searched."""
        return True

    def advance(self, budget_seconds: float) -> bool:
        """Search on for at most about that long; whether it is complete now. Lays nothing out."""
        return self.complete

    def next(self, place: Place, direction: int = 1) -> Match | None:
        """The first match after a place (or before it), going round at the end; None if there is none at all."""
        return None

    def ordinal(self, match: Match) -> int | None:
        """Which match it is, from 1; None while matches before it aren't counted yet."""
        return None

    def cells(self, top: int, count: int) -> list[Cells]:
        """The cells to light in these rows, after `Layout.ensure`."""
        return []

    def cells_of(self, match: Match) -> list[Cells]:
        """The cells of one match; empty while a fold hides it."""
        return []
