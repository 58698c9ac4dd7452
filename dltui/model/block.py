"""Block nodes: what an article is made of, in the order of the file.

Every block has `line`, the 1-based line of the file it starts on.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from dltui.model.inline import Inlines
from dltui.model.timestamp import Stamp


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `quiet` marks text around the article (a preface of the machine that wrote it): drawn dim."""

    children: Inlines
    line: int
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading.

    Attributes:
        level: 1 to 6.
        text: the plain text of its children.
        anchor: unique within the document.
    """

    level: int
    children: Inlines
    text: str
    anchor: str
    line: int


class Fold(StrEnum):
    """How something foldable stands when the page opens."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quote."""

    children: "Blocks"
    line: int


@dataclass(frozen=True, slots=True)
class Callout:
    """An Obsidian callout.

    Attributes:
        kind: as written, lower case (`info`, `tip`, `важно`).
        title: empty where none was written; the drawer then shows the kind.
        fold: None where it doesn't fold.
        depth: 1 for an outermost callout.
    """

    kind: str
    title: Inlines
    children: "Blocks"
    line: int
    fold: Fold | None = None
    metadata: str = ""
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Details:
    """`<details>`: a summary and what it hides; also a part that the reader folds by itself."""

    summary: Inlines
    children: "Blocks"
    line: int
    fold: Fold = Fold.CLOSED


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item. `task` is the character between the brackets of a task (` `, `x`, `/`), None for a plain item."""

    children: "Blocks"
    line: int
    task: str | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A list.

    Attributes:
        ordered: numbered items; `start` is the first number and `delimiter` what follows it.
        tight: no blank lines between the items.
    """

    items: tuple[ListItem, ...]
    line: int
    ordered: bool = False
    start: int = 1
    delimiter: str = "."
    tight: bool = True


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """A code block.

    Attributes:
        text: its lines, without a newline at the end; a timestamp's tag stands in it as `[label]`.
        language: the first word of its info string, lower case.
        info: the rest of its info string, as written; empty if there is none.
        stamps: the timestamps in it, in order.
    """

    text: str
    language: str
    line: int
    stamps: tuple[Stamp, ...] = ()
    info: str = ""


@dataclass(frozen=True, slots=True)
class MathBlock:
    """A displayed formula, TeX without delimiters."""

    source: str
    line: int


class Align(StrEnum):
    """Where a table column's cells stand."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as there are columns."""

    align: tuple[Align, ...]
    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    line: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A thematic break."""

    line: int


@dataclass(frozen=True, slots=True)
class Footnote:
    """The text of a footnote; `number` as in its references."""

    name: str
    number: int
    children: "Blocks"
    line: int


@dataclass(frozen=True, slots=True)
class HtmlBlock:
    """Block-level HTML without meaning here, shown as written; `stamps` are the timestamps in it, in order."""

    source: str
    line: int
    stamps: tuple[Stamp, ...] = ()


Block = (
    Paragraph
    | Heading
    | Quote
    | Callout
    | Details
    | List
    | CodeBlock
    | MathBlock
    | Table
    | Rule
    | Footnote
    | HtmlBlock
)
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading as the outline, `show --json` and the catalogue know it."""

    level: int
    text: str
    anchor: str
    line: int = field(default=0)
