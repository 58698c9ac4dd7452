"""A body as runs of text with the stamps and wikilinks at their places: what moments, passages and backlinks share."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dltui.library.article.links_within import wikilink_of
from dltui.markdown.tex.text import formula_text
from dltui.markdown.walk import inlines_of, plain_text, walk_blocks
from dltui.model.block import Block, CodeBlock, HtmlBlock, MathBlock, Table
from dltui.model.inline import Chip, Inline, Inlines, Link, Math, Styled, Tag, Wikilink
from dltui.model.timestamp import Stamp

CELL_BORDER = " · "
"""What stands between the cells of a row."""

_CLOSING = (".", ",", ":", ";", "!", "?", ")")


@dataclass(frozen=True, slots=True)
class Run:
    """The text of a paragraph, a heading, a row of a table or a block of code.

    Attributes:
        block: what it belongs to.
        text: plain, on one line except for code; formulas as the reader sees them; without stamps.
        stamps: each with its offset into the text, in characters.
        links: each with its offset into the text; Markdown links to other articles are among them.
        tags: the hashtags in it, without the `#`.
    """

    block: Block
    text: str
    stamps: tuple[tuple[int, Stamp], ...] = ()
    links: tuple[tuple[int, Wikilink], ...] = ()
    tags: tuple[str, ...] = ()


def runs_of(blocks: Iterable[Block]) -> Iterator[Run]:
    """The runs of a body in the order of the file, one at least for each block that shows text of its own."""
    for block in walk_blocks(blocks):
        match block:
            case CodeBlock():
                yield _verbatim(block, block.text, block.line + 1, block.stamps)
            case HtmlBlock():
                yield _verbatim(block, block.source, block.line, block.stamps)
            case MathBlock():
                yield Run(block, _drawn(block.source))
            case Table():
                for row in (block.header, *block.rows):
                    yield _Gatherer(row).run(block)
            case _:
                for part in inlines_of(block):
                    yield _Gatherer((part,)).run(block)


def _verbatim(block: Block, text: str, first_line: int, stamps: Sequence[Stamp]) -> Run:
    """Text shown as written; a stamp stands at the end of its line."""
    if not stamps:
        return Run(block, text)
    ends = [len(line) for line in text.split("\n")]
    for number in range(1, len(ends)):
        ends[number] += ends[number - 1] + 1
    last = len(ends) - 1
    places = ((ends[min(max(stamp.line - first_line, 0), last)], stamp) for stamp in stamps)
    return Run(block, text, tuple(places))


def _drawn(source: str) -> str:
    """A formula as text; its source where Unicode can't show it."""
    return formula_text(source) or source


@dataclass(slots=True)
class _Gatherer:
    """Puts a run together from runs of inlines; the cells of a row keep a mark between them."""

    parts: Sequence[Inlines]
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    stamps: list[tuple[int, Stamp]] = field(default_factory=list)
    links: list[tuple[int, Wikilink]] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    after_stamp: bool = False

    def run(self, block: Block) -> Run:
        """The run of the parts."""
        for number, part in enumerate(self.parts):
            if number:
                self._add(CELL_BORDER)
            self._gather(part)
        return Run(block, "".join(self.pieces), tuple(self.stamps), tuple(self.links), tuple(self.tags))

    def _gather(self, nodes: Iterable[Inline]) -> None:
        for node in nodes:
            match node:
                case Chip():
                    self.stamps += [(self.length, node.stamp)] * (1 + node.repeats)
                    self.after_stamp = True
                case Link():
                    if wikilink := wikilink_of(node.url, node.line):
                        self.links.append((self.length, wikilink))
                    self._gather(node.children)
                case Styled():
                    self._gather(node.children)
                case Wikilink():
                    self.links.append((self.length, node))
                    self._add(plain_text((node,)))
                case Math():
                    self._add(_drawn(node.source).replace("\n", " "))
                case _:
                    self._add_plain(node)

    def _add_plain(self, node: Inline) -> None:
        if isinstance(node, Tag):
            self.tags.append(node.name)
        self._add(plain_text((node,)))

    def _add(self, text: str) -> None:
        if self.after_stamp and text.startswith(_CLOSING):
            self._close_gap()
        elif self.after_stamp and self.pieces and self.pieces[-1].endswith(" "):
            text = text.removeprefix(" ")  # a stamp within a sentence has a blank on either side
        self.after_stamp = self.after_stamp and not text.strip(" ")
        if text:
            self.pieces.append(text)
        self.length += len(text)

    def _close_gap(self) -> None:
        """Without its stamp, "said [0:01:02]: so" has a blank too many."""
        while self.pieces and self.pieces[-1] != CELL_BORDER and self.pieces[-1].endswith(" "):
            last = self.pieces.pop()
            kept = last.rstrip(" ")
            self.length -= len(last) - len(kept)
            if kept:
                self.pieces.append(kept)
        for number in range(len(self.stamps) - 1, -1, -1):
            if self.stamps[number][0] <= self.length:
                break
            self.stamps[number] = (self.length, self.stamps[number][1])
