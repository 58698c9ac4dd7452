"""A query as a person asks it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands in the search bar.

    Attributes:
        text: in the query language, as typed.
        category: the folder that the search is narrowed to; empty for the whole library.
    """

    text: str
    category: str = ""
