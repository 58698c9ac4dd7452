"""One of several places to choose from."""

from dataclasses import dataclass

from dltui.model.location import Location


@dataclass(frozen=True, slots=True)
class Option:
    """A place to choose: its title, and what tells it from others."""

    title: str
    detail: str
    location: Location
