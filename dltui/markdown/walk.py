"""Ways through a tree of blocks and inlines, and the plain text of what they show."""

from collections.abc import Iterable, Iterator

from dltui.model.block import (
    Block,
    Callout,
    Details,
    Footnote,
    Heading,
    List,
    Paragraph,
    Quote,
    Table,
)
from dltui.model.inline import (
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


def walk_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block in the order of the file, parents before their children."""
    for block in blocks:
        yield block
        match block:
            case List():
                for item in block.items:
                    yield from walk_blocks(item.children)
            case Quote() | Callout() | Details() | Footnote():
                yield from walk_blocks(block.children)
            case _:
                pass


def inlines_of(block: Block) -> Iterator[Inlines]:
    """The runs of inlines that belong to the block itself, not to the blocks within it."""
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


def walk_inlines(nodes: Iterable[Block | Inline]) -> Iterator[Inline]:
    """Every inline in the order of the file, parents before their children; takes blocks, inlines or both."""
    for node in nodes:
        match node:
            case Styled() | Link():
                yield node
                yield from walk_inlines(node.children)
            case List():
                for item in node.items:
                    yield from walk_inlines(item.children)
            case Paragraph() | Heading() | Table():
                for run in inlines_of(node):
                    yield from walk_inlines(run)
            case Callout():
                yield from walk_inlines(node.title)
                yield from walk_inlines(node.children)
            case Details():
                yield from walk_inlines(node.summary)
                yield from walk_inlines(node.children)
            case Quote() | Footnote():
                yield from walk_inlines(node.children)
            case _:
                if isinstance(node, Inline):
                    yield node


def plain_text(inlines: Iterable[Inline]) -> str:
    """What the inlines say, on one line: labels of links, no stamps, no footnote marks, no comments."""
    return "".join(_said(inlines))


def _said(inlines: Iterable[Inline]) -> Iterator[str]:
    for node in inlines:
        match node:
            case Text() | Code():
                yield node.text
            case Styled() | Link():
                yield from _said(node.children)
            case Wikilink():
                yield node.text
            case Math() | Html():
                yield node.source
            case Image():
                yield node.alt
            case Tag():
                yield f"#{node.name}"
            case LineBreak():
                yield " "
            case _:
                pass
