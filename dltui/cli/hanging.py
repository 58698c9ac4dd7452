"""Paragraphs for a person: cut at words to the width of the terminal, beside or below what leads them in."""

from collections.abc import Iterator, Sequence

from dltui.cli.output import Span, print_line, width
from dltui.model.clean import clean_line
from dltui.render.text.cells import cells
from dltui.render.text.wrap import wrap

_NARROWEST = 20


def print_hanging(lead: Span, *spans: Span) -> None:
    """Print spans behind a lead; whatever doesn't fit the line goes on below them, not below the lead.

    Args:
        lead: its width in cells is the indent of all further lines.
        spans: on one line; white space in them may end a line.
    """
    indent = cells(_text(lead))
    texts = [_cleaned(_text(span)) for span in spans]
    room = max(_NARROWEST, width() - indent)
    for number, extent in enumerate(wrap("".join(texts), room)):
        row = _slices(texts, spans, extent.start, extent.end)
        print_line(" " * indent if number else lead, *row)


def _slices(texts: Sequence[str], spans: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    """What lies between two offsets into all the texts, each piece with its look."""
    at = 0
    for text, span in zip(texts, spans, strict=True):
        piece = text[max(0, start - at) : max(0, end - at)]
        at += len(text)
        if piece:
            yield piece if isinstance(span, str) else (piece, span[1])


def _text(span: Span) -> str:
    return span if isinstance(span, str) else span[0]


def _cleaned(text: str) -> str:
    """On one line and without what a terminal could obey; spaces at the edges part it from its neighbours."""
    body = clean_line(text)
    if not body:
        return text[:1] if text.isspace() else ""
    before = text[: len(text) - len(text.lstrip(" "))]
    after = text[len(text.rstrip(" ")) :]
    return f"{before}{body}{after}"
