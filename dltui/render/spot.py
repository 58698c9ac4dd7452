"""What can be selected in an article."""

from enum import StrEnum
from typing import NamedTuple

from dltui.model.block import Callout, Details, Footnote, Heading
from dltui.model.inline import Chip, FootnoteReference, Image, Link, Tag, Wikilink
from dltui.model.target import Target
from dltui.model.timestamp import Timestamp


class SpotKind(StrEnum):
    """What following a spot would do."""

    WIKILINK = "wikilink"
    LINK = "link"
    MOMENT = "moment"
    FOOTNOTE = "footnote"
    FOOTNOTE_BACK = "footnote-back"
    IMAGE = "image"
    TAG = "tag"
    FOLD = "fold"
    HEADING = "heading"


SpotNode = Wikilink | Link | Chip | FootnoteReference | Image | Tag | Callout | Details | Footnote | Heading


class Spot(NamedTuple):
    """A place of the article that the reader can select.

    Attributes:
        kind: what it is.
        node: the node it was drawn for.
        source_line: 1-based line of the file; 0 in the article's header.
        text: what is shown for it.
        target: where a wikilink leads; None for other kinds.
        timestamp: the reading of a moment; None for other kinds.
    """

    kind: SpotKind
    node: SpotNode
    source_line: int
    text: str
    target: Target | None = None
    timestamp: Timestamp | None = None


class Cells(NamedTuple):
    """Cells of one row, half open."""

    row: int
    start: int
    end: int


class SpotPosition(NamedTuple):
    """A spot and the row it starts on."""

    id: int
    row: int


class Place(NamedTuple):
    """A place of the article that stays the same at every width.

    Attributes:
        line: 1-based line of the file the text starts on; 0 for the header.
        flow: ordinal of the text within its chunk.
        offset: characters into that text.
        rows: rows below (or above, if negative) that character's row.
    """

    line: int
    flow: int = 0
    offset: int = 0
    rows: int = 0
