"""The parsed form of one file: what stands around its body, and the body in chunks, parsed when they're looked at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dltui.markdown.chunk import Chunk, InferredChunk
from dltui.markdown.codes import Code, diagnose
from dltui.markdown.cut import cut
from dltui.markdown.deferred import parse_plain
from dltui.markdown.facts import gather_facts
from dltui.markdown.head import read_head
from dltui.markdown.session import Session
from dltui.markdown.source import clean_source, looks_like_markdown
from dltui.markdown.stamps import scan_stamps
from dltui.markdown.top_heading import has_top_heading
from dltui.markdown.walk import walk_stamps
from dltui.model.block import Blocks, OutlineEntry
from dltui.model.diagnostic import Diagnostic
from dltui.model.timestamp import Stamp

_BLOCK_ID = re.compile(r"(?:^|[ \t])\^(?P<id>[A-Za-z0-9-]+)[ \t]*$", re.MULTILINE)


@dataclass(eq=False)
class Document:
    """One file.

    Attributes:
        body: its text, cleaned; what the chunks were cut from.
        chunks: the body, in order.
        body_line: 1-based line of the file that the body starts on.
        frontmatter_source: the raw YAML between the fences; empty if there is none.
        frontmatter_line: 1-based line of the file that it starts on; 0 if there is none.
        second_frontmatter_source: of a second front matter, in the body; empty if there is none.
        channel: the stem that the `From:` line names; empty if there is none.
        channel_line: 1-based line of the `From:` line; 0 if there is none.
        head_diagnostics: what is imperfect about the file before any chunk is parsed.
    """

    body: str
    chunks: tuple[Chunk, ...]
    body_line: int = 1
    frontmatter_source: str = ""
    frontmatter_line: int = 0
    second_frontmatter_source: str = ""
    channel: str = ""
    channel_line: int = 0
    head_diagnostics: tuple[Diagnostic, ...] = ()

    @cached_property
    def blocks(self) -> Blocks:
        """All blocks; parses whatever isn't parsed yet."""
        return tuple(block for chunk in self.chunks for block in chunk.blocks)

    @cached_property
    def stamps(self) -> tuple[Stamp, ...]:
        """All timestamps, in the order of the file; hardly ever is anything parsed for them."""
        found = scan_stamps(self.body, self.body_line)
        if found is None:
            return tuple(sorted(walk_stamps(self.blocks), key=lambda stamp: stamp.line))
        return found

    @cached_property
    def outline(self) -> tuple[OutlineEntry, ...]:
        """All headings, in order, each with the anchor that it has in the blocks; cheaper than `blocks`."""
        return tuple(entry for chunk in self.chunks for entry in chunk.headings())

    def headings_of_title(self, *, anywhere: bool) -> Iterator[str]:
        """The headings that may say what the page is called, the first one first; parses no further than is asked.

        Args:
            anywhere: every heading may; else only if one stands above all of it, or if the structure is inferred.
        """
        if anywhere or not all(chunk.is_marked for chunk in self.chunks) or has_top_heading(self.body):
            yield from (entry.text for chunk in self.chunks for entry in chunk.headings())

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
        plain: the file is no Markdown by its name: unless it looks like Markdown, its structure is inferred.
    """
    safe, diagnostics = clean_source(text)
    if plain and not looks_like_markdown(safe):
        return _plain_document(safe, diagnostics)
    head = read_head(safe)
    body = safe[head.start : head.end]
    body_line = safe.count("\n", 0, head.start) + 1
    pieces = tuple(cut(body, body_line))
    facts, more = gather_facts(pieces)
    torn = [diagnose(Code.BLOCK_TOO_LONG, piece.line) for piece in pieces if piece.torn]
    chunks = [Chunk(piece.line, piece.source, facts) for piece in pieces]
    if head.preface:
        chunks.insert(0, Chunk(head.preface_line, head.preface, quiet=True))
    return Document(
        body,
        tuple(chunks),
        body_line,
        frontmatter_source=head.frontmatter_source,
        frontmatter_line=head.frontmatter_line,
        second_frontmatter_source=head.second_frontmatter_source,
        channel=head.channel,
        channel_line=head.channel_line,
        head_diagnostics=(*diagnostics, *head.diagnostics, *more, *torn),
    )


def _plain_document(text: str, diagnostics: tuple[Diagnostic, ...]) -> Document:
    session = Session()
    runs = parse_plain(text, 1, session)
    lines = text.split("\n")
    starts = [run[0].line - 1 for run in runs]
    chunks = tuple(
        InferredChunk(start + 1, "\n".join(lines[start:end]), inferred=run)
        for run, start, end in zip(runs, starts, [*starts[1:], len(lines)], strict=False)
    )
    inferred = diagnose(Code.STRUCTURE_INFERRED, 0)
    return Document(text, chunks, head_diagnostics=(inferred, *diagnostics, *session.diagnostics))
