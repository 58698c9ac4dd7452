"""What was asked, as a tree. Every node is plain data; nothing here knows the index."""

from dataclasses import dataclass
from typing import Literal

WordField = Literal["text", "title", "heading"]
"""Where a word is looked for: `text` is everything a passage is found by."""


FEATURES = ("callout", "code", "math", "missing", "moment", "table")
"""What a filter called `has` may ask for."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, folded.

    Attributes:
        prefix: it may go on; `typed` where that is because it is still being typed.
        edits: how many letters may differ, 0 to 2.
        firm: it was quoted, or marked with a plus: it is wanted even where it tells next to nothing.
    """

    text: str
    field: WordField = "text"
    prefix: bool = False
    typed: bool = False
    edits: int = 0
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow one another, folded; the last may go on where `prefix`. A run of an unspaced script is one."""

    words: tuple[str, ...]
    field: WordField = "text"
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A property a passage or its article has, for any field but the three of words; `value` as written."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Span:
    """A moment between two seconds of the video, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Not:
    """What the child doesn't match."""

    child: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """What every child matches; without children, everything."""

    children: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class Or:
    """What one of the children matches."""

    children: "tuple[Node, ...]"


Leaf = Word | Phrase | Filter | Span
Node = Leaf | Not | And | Or


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query.

    Attributes:
        root: None where there is nothing to look for.
        notes: sentences about what was not understood as written.
    """

    root: Node | None
    notes: tuple[str, ...] = ()


def leaves(node: Node | None) -> tuple[Leaf, ...]:
    """The leaves that are wanted, in order: those under a Not are left out."""
    match node:
        case None | Not():
            return ()
        case And(children) | Or(children):
            return tuple(leaf for child in children for leaf in leaves(child))
        case _:
            return (node,)
