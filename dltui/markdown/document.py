"""The parsed form of one file: what stands around its body, and the body in chunks, parsed when they're looked at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from dltui.markdown.chunks import Piece, cut
from dltui.markdown.deferred import parse_chunk
from dltui.markdown.facts import first_heading, gather_facts, other_headings
from dltui.markdown.head import read_head
from dltui.markdown.session import Facts, Session
from dltui.markdown.source import clean_source
from dltui.markdown.walk import walk_blocks
from dltui.model.block import Block, Blocks, Heading, OutlineEntry, Paragraph
from dltui.model.diagnostic import Diagnostic

_BLOCK_ID = re.compile(r"(?:^|[ \t])\^(?P<id>[A-Za-z0-9-]+)[ \t]*$", re.MULTILINE)


@dataclass(eq=False)
class Chunk:
    """A piece of the body that can be parsed alone.

    Attributes:
        line: 1-based line of the file that it starts on.
        source: its text, cleaned.
        facts: of the document it's part of.
        quiet: it's text around the article, not of it.
    """

    line: int
    source: str
    facts: Facts = field(default_factory=Facts, repr=False)
    quiet: bool = False

    @cached_property
    def _parsed(self) -> tuple[Blocks, tuple[Diagnostic, ...]]:
        session = Session(self.facts)
        blocks = parse_chunk(self.source, self.line, session)
        if self.quiet:
            blocks = tuple(_quiet(block) for block in blocks)
        return blocks, tuple(session.diagnostics)

    @property
    def blocks(self) -> Blocks:
        """Its blocks, parsed at first use."""
        return self._parsed[0]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What had to be repaired in it; parses it."""
        return self._parsed[1]

    @property
    def parsed(self) -> bool:
        """Whether `blocks` costs nothing any more."""
        return "_parsed" in self.__dict__

    def headings(self) -> Iterator[OutlineEntry]:
        """Its headings; if it can only hold the one it starts with, no more than that line is parsed."""
        piece = Piece(self.line, self.source)
        first = first_heading(piece)
        blocks: Blocks = ()
        if self.parsed or any(other_headings(piece)):
            blocks = self.blocks
        elif first:
            blocks = parse_chunk(first[0], self.line, Session(self.facts))
        for block in walk_blocks(blocks):
            if isinstance(block, Heading):
                yield OutlineEntry(block.level, block.text, block.anchor, block.line)


def _quiet(block: Block) -> Block:
    return replace(block, quiet=True) if isinstance(block, Paragraph) else block


@dataclass(eq=False)
class Document:
    """One file.

    Attributes:
        frontmatter_source: the raw YAML between the fences; empty if there is none.
        frontmatter_line: 1-based line of the file that it starts on; 0 if there is none.
        second_frontmatter_source: of a second front matter, in the body; empty if there is none.
        channel: the stem that the `From:` line names; empty if there is none.
        channel_line: 1-based line of the `From:` line; 0 if there is none.
        body_line: 1-based line of the file that the body starts on.
        body: its text, cleaned; what the chunks were cut from.
        chunks: the body, in order.
        head_diagnostics: what is imperfect about the file before any chunk is parsed.
    """

    frontmatter_source: str
    frontmatter_line: int
    second_frontmatter_source: str
    channel: str
    channel_line: int
    body_line: int
    body: str
    chunks: tuple[Chunk, ...]
    head_diagnostics: tuple[Diagnostic, ...]

    @cached_property
    def blocks(self) -> Blocks:
        """All blocks; parses whatever isn't parsed yet."""
        return tuple(block for chunk in self.chunks for block in chunk.blocks)

    @cached_property
    def outline(self) -> tuple[OutlineEntry, ...]:
        """All headings, in order, each with the anchor that it has in the blocks; cheaper than `blocks`."""
        return tuple(entry for chunk in self.chunks for entry in chunk.headings())

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is imperfect about the text, in the order of its lines; parses whatever isn't parsed yet."""
        found = [*self.head_diagnostics, *(entry for chunk in self.chunks for entry in chunk.diagnostics)]
        return tuple(sorted(found, key=lambda entry: entry.line))

    @cached_property
    def block_ids(self) -> dict[str, int]:
        """The line that each block id (`^id`) stands on."""
        ids: dict[str, int] = {}
        line, seen = self.body_line, 0
        for match in _BLOCK_ID.finditer(self.body):
            line += self.body.count("\n", seen, match.start("id"))
            seen = match.start("id")
            ids.setdefault(match["id"], line)
        return ids


def parse_document(text: str, *, plain: bool = False) -> Document:
    """Parse the text of a file; nothing in it can make this fail.

    Args:
        text: decoded, otherwise as it is; it's cleaned here.
        plain: the file is no Markdown by its name: unless it looks like Markdown all the same, its structure is inferred.
    """
    safe, diagnostics = clean_source(text)
    head = read_head(safe)
    body = safe[head.start : head.end]
    body_line = safe.count("\n", 0, head.start) + 1
    pieces = tuple(cut(body, body_line))
    facts, more = gather_facts(pieces)
    chunks = [Chunk(piece.line, piece.source, facts) for piece in pieces]
    if head.preface:
        chunks.insert(0, Chunk(head.preface_line, head.preface, quiet=True))
    return Document(
        head.frontmatter_source,
        head.frontmatter_line,
        head.second_frontmatter_source,
        head.channel,
        head.channel_line,
        body_line,
        body,
        tuple(chunks),
        (*diagnostics, *head.diagnostics, *more),
    )
