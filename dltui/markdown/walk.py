"""Ways through a tree of blocks and inlines, and the plain text of what they show."""

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any

from dltui.model.block import (
    Block,
    Blocks,
    Callout,
    CodeBlock,
    Details,
    Footnote,
    Heading,
    HtmlBlock,
    List,
    Paragraph,
    Quote,
    Table,
)
from dltui.model.inline import (
    Chip,
    Code,
    Html,
    Image,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Math,
    Styled,
    Tag,
    Text,
    Wikilink,
)
from dltui.model.timestamp import Stamp


def children_of(block: Block) -> Blocks:
    """The blocks directly within a block; of a list, those of all its items."""
    if isinstance(block, List):
        return tuple(child for item in block.items for child in item.children)
    return block.children if isinstance(block, Quote | Callout | Details | Footnote) else ()


def inlines_of(block: Block) -> Iterator[Inlines]:
    """The runs of inlines that belong to the block itself, not to the blocks within it; a table's cells row by row."""
    match block:
        case Paragraph() | Heading():
            yield block.children
        case Callout():
            yield block.title
        case Details():
            yield block.summary
        case Table():
            yield from block.header
            for row in block.rows:
                yield from row
        case _:
            pass


def walk_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block in the order of the file, parents before their children."""
    for block in blocks:
        yield block
        yield from walk_blocks(children_of(block))


def walk_inlines(nodes: Iterable[Block | Inline]) -> Iterator[Inline]:
    """Every inline in the order of the file, parents before their children; takes blocks, inlines or both."""
    for node in nodes:
        if isinstance(node, Styled | Link):
            yield node
            yield from walk_inlines(node.children)
        elif isinstance(node, Inline):
            yield node
        else:
            for run in inlines_of(node):
                yield from walk_inlines(run)
            yield from walk_inlines(children_of(node))


def walk_stamps(blocks: Iterable[Block]) -> Iterator[Stamp]:
    """Every timestamp in the order of the file: chips, as often as they're repeated, and those in code and raw HTML."""
    for block in walk_blocks(blocks):
        if isinstance(block, CodeBlock | HtmlBlock):
            yield from block.stamps
        for run in inlines_of(block):
            for node in walk_inlines(run):
                if isinstance(node, Chip):
                    yield from [node.stamp] * (node.repeats + 1)


_SAID: dict[type, Callable[[Any], str]] = {
    Text: attrgetter("text"),
    Code: attrgetter("text"),
    Wikilink: attrgetter("text"),
    Math: attrgetter("source"),
    Html: attrgetter("source"),
    Image: attrgetter("alt"),
    Tag: lambda tag: f"#{tag.name}",
    LineBreak: lambda _: " ",
}


def plain_text(inlines: Iterable[Inline]) -> str:
    """What the inlines say, on one line: labels of links, no stamps, no footnote marks, no comments."""
    return "".join(_SAID[type(node)](node) for node in walk_inlines(inlines) if type(node) in _SAID)
