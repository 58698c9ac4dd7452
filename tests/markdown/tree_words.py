"""The words that a tree shows, however it shows them."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any

from dltui.markdown.walk import inlines_of, walk_blocks, walk_inlines
from dltui.model.block import Block, Callout, CodeBlock, Footnote, HtmlBlock, List, MathBlock
from dltui.model.inline import (
    Chip,
    Code,
    Comment,
    FootnoteReference,
    Html,
    Image,
    Inline,
    LineBreak,
    Link,
    Math,
    Tag,
    Text,
    Wikilink,
)

_WORD = re.compile(r"[^\W_]+")


def tree_words(blocks: Iterable[Block]) -> Counter[str]:
    """The words that are shown."""
    return Counter(_WORD.findall("".join(_shown(blocks, hidden=False))))


def tree_content(blocks: Iterable[Block]) -> str:
    """What is shown, and the addresses, names and languages behind it."""
    return "".join(_shown(blocks, hidden=True))


def letters_of(text: str) -> Counter[str]:
    return Counter(char for char in text if char.isalnum())


def _shown(blocks: Iterable[Block], *, hidden: bool) -> Iterator[str]:
    for block in walk_blocks(blocks):
        yield f"\n{_of_block(block, hidden=hidden)}\n"
        for run in inlines_of(block):
            yield "\n"
            for node in walk_inlines(run):
                yield _of_inline(node, hidden=hidden)


def _of_block(block: Block, *, hidden: bool) -> str:
    match block:
        case CodeBlock():
            return f"{block.language} {block.info} {block.text}"
        case MathBlock() | HtmlBlock():
            return block.source
        case Callout():
            return f"{block.kind} {block.metadata if hidden else ''}"
        case List() if block.ordered:
            return " ".join(str(block.start + number) for number in range(len(block.items)))
        case Footnote():
            return block.name if hidden else ""
        case _:
            return ""


_SHOWN: dict[type, Callable[[Any], str]] = {
    Text: attrgetter("text"),
    Code: attrgetter("text"),
    Math: attrgetter("source"),
    Html: attrgetter("source"),
    Wikilink: attrgetter("text"),
    Chip: lambda chip: f" {chip.stamp.text} ",
    Image: attrgetter("alt"),
    Tag: attrgetter("name"),
    LineBreak: lambda _: "\n",
}
_HIDDEN: dict[type, Callable[[Any], str]] = {
    Wikilink: lambda link: f" {link.name} {link.anchor} ",
    Chip: lambda chip: f" {chip.stamp.value} ",
    Link: lambda link: f" {link.url} {link.title} ",
    Image: lambda image: f" {image.source} ",
    Comment: attrgetter("text"),
    FootnoteReference: lambda reference: f" {reference.name} ",
}


def _of_inline(node: Inline, *, hidden: bool) -> str:
    shown = _SHOWN[type(node)](node) if type(node) in _SHOWN else ""
    return shown + (_HIDDEN[type(node)](node) if hidden and type(node) in _HIDDEN else "")
