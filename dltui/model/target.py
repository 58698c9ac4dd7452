"""Where a wikilink leads, and how that was found."""

from dataclasses import dataclass
from enum import StrEnum


class LinkState(StrEnum):
    """What became of a link."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"
    ANCHOR = "anchor"
    URL = "url"


class FoundBy(StrEnum):
    """The rule of the resolver that answered."""

    PATH = "path"
    STEM = "stem"
    NORMALISED = "normalised"
    TITLE = "title"
    ELSEWHERE = "elsewhere"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Target:
    """What a link resolves to.

    Attributes:
        path: the article's path within the library; empty unless `resolved` (or `anchor`: the page itself).
        anchor: the anchor to go to there; empty for the top.
        url: for the state `url`.
        candidates: paths to choose from, for `ambiguous`.
    """

    state: LinkState
    found_by: FoundBy | None = None
    path: str = ""
    anchor: str = ""
    url: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Backlink:
    """A sentence elsewhere that links here. `line` is 1-based in the file at `path`."""

    path: str
    line: int
    text: str
