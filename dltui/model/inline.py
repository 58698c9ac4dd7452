"""Inline nodes: what a paragraph, heading or table cell is made of. All text in them is clean."""

from dataclasses import dataclass
from enum import StrEnum

from dltui.model.timestamp import Stamp


class Style(StrEnum):
    """What a styled run is; the theme decides how that looks."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRIKE = "strike"
    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    KEYBOARD = "keyboard"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Text:
    """A run of plain text, without newlines."""

    text: str


@dataclass(frozen=True, slots=True)
class Styled:
    """Children in one style."""

    style: Style
    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Code:
    """A code span."""

    text: str


@dataclass(frozen=True, slots=True)
class Math:
    """TeX math, without its delimiters."""

    source: str
    display: bool
    line: int


@dataclass(frozen=True, slots=True)
class Link:
    """A Markdown link or a bare URL.

    Attributes:
        url: as written (percent-encoding kept): an absolute URL, `#anchor`, or a path relative to the article.
    """

    url: str
    title: str
    children: "tuple[Inline, ...]"
    line: int


PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp")


@dataclass(frozen=True, slots=True)
class Wikilink:
    """A wikilink as written: `[[name#anchor | label]]`, or an embed with a `!` before it.

    Attributes:
        name: the target's name, stripped; empty for a link within the page.
        anchor: what follows `#`: a heading's text, `^block`, or empty.
        label: the visible text; empty where none was written.
        line: 1-based line of the file.
    """

    name: str
    anchor: str
    label: str
    embed: bool
    line: int

    @property
    def is_picture(self) -> bool:
        """Whether it embeds a picture; what may stand in place of its label is a size."""
        return self.embed and self.name.lower().endswith(PICTURE_ENDINGS)

    @property
    def text(self) -> str:
        """What is shown for it: the label, else the name (and anchor) made readable."""
        if self.label:
            return self.label
        if self.name and self.anchor:
            return f"{self.name} › {self.anchor}"
        return self.name or self.anchor


@dataclass(frozen=True, slots=True)
class Chip:
    """A timestamp in the text.

    Attributes:
        repeats: how many further copies of the same stamp followed it directly (a runaway repetition, collapsed).
    """

    stamp: Stamp
    repeats: int = 0


@dataclass(frozen=True, slots=True)
class FootnoteReference:
    """A reference to the footnote of that name; `number` counts from 1 in order of first reference."""

    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Image:
    """An image, to be shown as a labelled placeholder."""

    source: str
    alt: str
    line: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A hashtag, without the `#`."""

    name: str


@dataclass(frozen=True, slots=True)
class Html:
    """HTML that has no meaning here, shown as written."""

    source: str


@dataclass(frozen=True, slots=True)
class Comment:
    """An author's comment (`%%…%%`, `<!-- … -->`): not drawn."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a source line; `hard` where the author forced a new line."""

    hard: bool


Inline = (
    Text
    | Styled
    | Code
    | Math
    | Link
    | Wikilink
    | Chip
    | FootnoteReference
    | Image
    | Tag
    | Html
    | Comment
    | LineBreak
)
Inlines = tuple[Inline, ...]
