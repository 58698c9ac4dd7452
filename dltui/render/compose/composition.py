"""What composing a chunk gathers: its flows and its spots, numbered in reading order."""

from collections.abc import Callable
from typing import NamedTuple

from dltui.model.inline import Wikilink
from dltui.model.target import Target
from dltui.model.timestamp import Stamp, Timestamp
from dltui.render.compose.boxes import Stack
from dltui.render.compose.icons import Icons
from dltui.render.spot import Spot
from dltui.render.text.flow import Flow, FlowBuilder


class Services(NamedTuple):
    """What composing asks of others."""

    resolve: Callable[[Wikilink], Target]
    read: Callable[[Stamp], Timestamp]


class Composed(NamedTuple):
    """A chunk that can be laid out at any width.

    Attributes:
        flows: a flow's ordinal is its index.
        spots: the first one's id is `first_spot`, and they are numbered on from there.
        outer: the id of the spot that a spot stands in, for those that stand in one (an image in a link).
    """

    body: Stack
    flows: tuple[Flow, ...]
    spots: tuple[Spot, ...]
    first_spot: int
    outer: dict[int, int]


class Composition:
    """Flows and spots of a chunk in the making."""

    def __init__(self, services: Services, icons: Icons, first_spot: int) -> None:
        self.services = services
        self.icons = icons
        self.first_spot = first_spot
        self.flows: list[Flow] = []
        self.spots: list[Spot | None] = []
        self.outer: dict[int, int] = {}

    def start_flow(self, line: int, folds: tuple[int, ...] = ()) -> FlowBuilder:
        """A builder for the next flow in reading order. `folds` are the ids of what may hide it."""
        builder = FlowBuilder(len(self.flows), line, folds)
        self.flows.append(builder.flow)
        return builder

    @property
    def last_spot(self) -> int:
        """The id of the spot reserved last."""
        return self.first_spot + len(self.spots) - 1

    def reserve_spot(self, outer: int = -1) -> int:
        """The id of the next spot in reading order, within another if that isn't -1; `fill_spot` must follow."""
        self.spots.append(None)
        if outer >= 0:
            self.outer[self.last_spot] = outer
        return self.last_spot

    def fill_spot(self, spot_id: int, spot: Spot) -> None:
        """Say what a reserved spot is."""
        self.spots[spot_id - self.first_spot] = spot

    def done(self, body: Stack) -> Composed:
        """Everything gathered, with the boxes made of it."""
        spots = tuple(spot for spot in self.spots if spot is not None)
        return Composed(body, tuple(self.flows), spots, self.first_spot, self.outer)
