"""Boxes: blocks with their roles, marks and spots decided, but no width yet."""

from dataclasses import dataclass

from dltui.model.block import Align
from dltui.render.line import Span
from dltui.render.text.flow import Flow


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text. `balanced` text (a title) is cut into rows of about the same length."""

    flow: Flow
    balanced: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """A heading.

    Attributes:
        spot: id, to fold the section under it.
        line: 1-based line of the file.
    """

    flow: Flow
    level: int
    spot: int
    line: int


@dataclass(frozen=True, slots=True)
class Framed:
    """A body with something at its left: a bullet, a number, a bar.

    Attributes:
        first: stands left of the first row; `rest`, as wide, left of the others.
    """

    first: tuple[Span, ...]
    rest: tuple[Span, ...]
    body: "Box"
    line: int


@dataclass(frozen=True, slots=True)
class Stack:
    """Boxes under each other. `gaps` holds the blank rows before each; the first is never drawn."""

    boxes: tuple["Box", ...]
    gaps: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Foldable:
    """A title that hides its body. `opened` is how it stands when the page opens."""

    spot: int
    title: "Box"
    body: "Box"
    opened: bool
    role: str
    line: int


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Code, row for row as written. `language` is drawn above it unless it's empty."""

    flow: Flow
    language: str


@dataclass(frozen=True, slots=True)
class Displayed:
    """A formula, drawn: the rows of its flow are equally wide and belong together."""

    flow: Flow


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the column, or of `width` cells."""

    role: str
    line: int
    width: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table.

    Attributes:
        natural: per column, the cells that its widest text takes on one row.
        longest: per column, the cells of its longest word.
    """

    align: tuple[Align, ...]
    header: tuple[Flow, ...]
    rows: tuple[tuple[Flow, ...], ...]
    natural: tuple[int, ...]
    longest: tuple[int, ...]
    line: int


Box = Prose | Title | Framed | Stack | Foldable | Verbatim | Displayed | Rule | Grid


def line_of(box: Box) -> int:
    """The 1-based line of the file that a box starts on; 0 for an empty stack."""
    if isinstance(box, Prose | Verbatim | Displayed):
        return box.flow.line
    if isinstance(box, Stack):
        return line_of(box.boxes[0]) if box.boxes else 0
    return box.line
