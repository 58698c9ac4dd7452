"""A piece of the body, parsed when it's looked at."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import ClassVar

from dltui.markdown.cut import Piece
from dltui.markdown.deferred import parse_chunk
from dltui.markdown.facts import first_heading, other_headings
from dltui.markdown.session import Facts, Session
from dltui.markdown.walk import walk_blocks
from dltui.model.block import Block, Blocks, Heading, OutlineEntry, Paragraph
from dltui.model.diagnostic import Diagnostic

_Parsed = tuple[Blocks, tuple[Diagnostic, ...]]


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
    #: Whether its structure is written in its source, so that what stands there tells what can be in it.
    is_marked: ClassVar[bool] = True

    @cached_property
    def _parsed(self) -> _Parsed:
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
        """Its headings; if it can hold no other than the one it starts with, no more than that line is parsed."""
        return _entries(self.blocks if self.parsed else self._heading_blocks())

    def _heading_blocks(self) -> Blocks:
        piece = Piece(self.line, self.source)
        if any(True for _ in other_headings(piece)):
            return self.blocks
        first = first_heading(piece)
        return parse_chunk(first[0], self.line, Session(self.facts)) if first else ()


@dataclass(eq=False)
class InferredChunk(Chunk):
    """A section of a plain text: its structure was inferred from the whole text, so it's parsed from the start."""

    inferred: Blocks = ()
    is_marked = False

    @cached_property
    def _parsed(self) -> _Parsed:
        return self.inferred, ()

    @property
    def parsed(self) -> bool:
        """Always."""
        return True


def _quiet(block: Block) -> Block:
    return replace(block, quiet=True) if isinstance(block, Paragraph) else block


def _entries(blocks: Blocks) -> Iterator[OutlineEntry]:
    for block in walk_blocks(blocks):
        if isinstance(block, Heading):
            yield OutlineEntry(block.level, block.text, block.anchor, block.line)
