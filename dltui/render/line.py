"""What is drawn: lines of spans, each with a role instead of a colour."""

from typing import NamedTuple

from rich.cells import cell_len


class Span(NamedTuple):
    """A run of text of one role.

    Attributes:
        text: clean, without newlines and tabs.
        role: dotted name of what the text is, or several joined by `+` (see `roles`).
        spot: id of the spot it belongs to; -1 for none.
    """

    text: str
    role: str
    spot: int = -1


class Line(NamedTuple):
    """One drawn row.

    Attributes:
        fill: role of the cells right of the last span; empty for the page's own.
        source_line: 1-based line of the file it was made from; 0 for the article's header.
    """

    spans: tuple[Span, ...]
    fill: str = ""
    source_line: int = 0

    @property
    def text(self) -> str:
        """The line as plain text, with its left margin."""
        return "".join(span.text for span in self.spans)

    @property
    def width(self) -> int:
        """Width in cells."""
        return sum(cell_len(span.text) for span in self.spans)


BLANK = Line(())
