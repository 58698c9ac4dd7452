"""The parsed form of one file: front matter aside, its body in chunks that are parsed when they are looked at."""

from dataclasses import dataclass, field
from functools import cached_property

from dltui.model.block import Blocks, Heading, OutlineEntry
from dltui.model.diagnostic import Diagnostic

from dltui.markdown.draft import parse_chunk, split
from dltui.markdown.walk import walk_blocks


@dataclass
class Chunk:
    """A piece of the body that can be parsed alone.

    Attributes:
        line: 1-based line of the file that it starts on.
        source: its Markdown, ending in a newline.
    """

    line: int
    source: str
    anchors: dict[int, str] = field(default_factory=dict, repr=False)

    @cached_property
    def blocks(self) -> Blocks:
        """Its blocks, parsed at first use."""
        return parse_chunk(self.source, self.line, self.anchors)

    @property
    def parsed(self) -> bool:
        """Whether `blocks` costs nothing any more."""
        return "blocks" in self.__dict__


@dataclass
class Document:
    """One file.

    Attributes:
        frontmatter_source: the raw YAML between the fences; empty if there is none.
        frontmatter_line: 1-based line of the file that it starts on; 0 if there is none.
        channel: the stem that the `From:` line names; empty if there is none.
        channel_line: 1-based line of the `From:` line; 0 if there is none.
        body_line: 1-based line of the file that the body starts on.
        chunks: the body, in order.
    """

    frontmatter_source: str
    frontmatter_line: int
    channel: str
    channel_line: int
    body_line: int
    chunks: tuple[Chunk, ...]

    @cached_property
    def blocks(self) -> Blocks:
        """All blocks; parses whatever isn't parsed yet."""
        return tuple(block for chunk in self.chunks for block in chunk.blocks)

    @cached_property
    def outline(self) -> tuple[OutlineEntry, ...]:
        """All headings, in order, each with the anchor that it has in the blocks."""
        return tuple(
            OutlineEntry(block.level, block.text, block.anchor, block.line)
            for block in walk_blocks(self.blocks)
            if isinstance(block, Heading)
        )

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is imperfect about the text; parses whatever isn't parsed yet."""
        return ()


def parse_document(text: str, *, plain: bool = False) -> Document:
    """Parse the text of a file.

    Args:
        text: decoded, otherwise as it is; it's cleaned here.
        plain: it's no Markdown: infer the structure of a plain text.
    """
    head, channel, channel_line, pieces = split(text)
    anchors: dict[int, str] = {}
    chunks = tuple(Chunk(line, source, anchors) for line, source in pieces)
    return Document(head[0], head[1], channel, channel_line, pieces[0][0] if pieces else 1, chunks)
