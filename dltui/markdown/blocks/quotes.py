"""Quotes, and the callouts that some of them are."""

from markdown_it.token import Token

from dltui.markdown.blocks.callouts import Head, callout_of, head_of
from dltui.markdown.blocks.reader import Reader
from dltui.model.block import Callout, Quote, Rule


def quote(reader: Reader, _token: Token, line: int) -> Quote | Callout:
    """A quote; if its first paragraph starts with the head of a callout, a callout."""
    head = _head(reader)
    if head is None:
        return Quote(reader.blocks(), line)
    reader.depth += 1
    opening = reader.take()
    reader.take_content()
    underline = (
        (Rule(reader.line + opening.map[1] - 1),) if opening.type == "heading_open" and opening.map else ()
    )
    callout = callout_of(reader, head, line, lambda: (*underline, *reader.blocks()))
    reader.depth -= 1
    return callout


def _head(reader: Reader) -> Head | None:
    """The callout's head that the quote starts with; a rule below has made a heading of it."""
    opening = reader.tokens[reader.index]
    if opening.type == "paragraph_open" or (opening.type == "heading_open" and opening.markup in "=-"):
        return head_of(reader.tokens[reader.index + 1].content)
    return None
