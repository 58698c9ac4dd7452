"""Pages made of blocks, and layouts of them, without a parser."""

from collections.abc import Sequence
from dataclasses import dataclass

from dltui.markdown.document import parse_document
from dltui.model.block import Block, Heading, OutlineEntry
from dltui.model.inline import Wikilink
from dltui.model.target import LinkState, Target
from dltui.model.timestamp import Reading, Stamp, Timestamp
from dltui.render.folding import FoldState
from dltui.render.header import ArticleHeader
from dltui.render.layout import Layout
from dltui.render.settings import LayoutSettings


@dataclass
class BlockChunk:
    """A chunk whose blocks are there already. `source` only has to hold what prefilters look for."""

    line: int
    blocks: tuple[Block, ...]
    source: str
    is_marked: bool = True


class BlockPage:
    """A page of blocks, one chunk for each group."""

    def __init__(self, groups: Sequence[Sequence[Block]], source: str = "") -> None:
        self.chunks = [BlockChunk(group[0].line, tuple(group), source) for group in groups if group]
        self.outline = [
            OutlineEntry(block.level, block.text, block.anchor, block.line)
            for group in groups
            for block in group
            if isinstance(block, Heading)
        ]


def resolve(wikilink: Wikilink) -> Target:
    """By the name alone: `missing…` and `ambiguous…` are what they say."""
    if wikilink.name.startswith("missing"):
        return Target(LinkState.MISSING)
    if wikilink.name.startswith("ambiguous"):
        return Target(LinkState.AMBIGUOUS)
    return Target(LinkState.RESOLVED, path=f"{wikilink.name}.md")


def read(stamp: Stamp) -> Timestamp:
    """Hours of five and more are minutes; what isn't digits is no time."""
    parts = stamp.text.split(":")
    if not all(part.isascii() and part.isdigit() and len(part) < 4 for part in parts):
        return Timestamp(stamp, None, reading=Reading.NONE)
    numbers = [int(part) for part in parts]
    if len(numbers) == 3 and numbers[0] >= 5:
        return Timestamp(stamp, numbers[0] * 60 + numbers[1], reading=Reading.INFERRED, reason="too late")
    seconds = 0
    for number in numbers:
        seconds = seconds * 60 + number
    return Timestamp(stamp, seconds)


def lay_blocks(
    *blocks: Block,
    width: int = 60,
    settings: LayoutSettings | None = None,
    header: ArticleHeader | None = None,
) -> Layout:
    """A layout of blocks in one chunk, in a pane without margins unless told otherwise."""
    return lay_groups([blocks], width=width, settings=settings, header=header)


def lay_groups(
    groups: Sequence[Sequence[Block]],
    *,
    width: int = 60,
    settings: LayoutSettings | None = None,
    header: ArticleHeader | None = None,
    source: str = "",
) -> Layout:
    """A layout of blocks in several chunks."""
    settings = settings or LayoutSettings(margin=0, column=1000)
    page = BlockPage(groups, source)
    return Layout(page, width, settings=settings, resolve=resolve, read=read, header=header)


def lay_markdown(
    text: str,
    *,
    width: int = 60,
    settings: LayoutSettings | None = None,
    header: ArticleHeader | None = None,
    plain: bool = False,
    folds: FoldState | None = None,
) -> Layout:
    """A layout of parsed Markdown, or of text whose structure is inferred."""
    settings = settings or LayoutSettings(margin=0, column=1000)
    page = parse_document(text, plain=plain)
    return Layout(page, width, settings=settings, resolve=resolve, read=read, header=header, folds=folds)


def drawn(layout: Layout) -> list[str]:
    """The text of every line, without blanks at their ends; the whole layout is made."""
    while not layout.advance(1.0):
        pass
    return [layout.line(row).text.rstrip() for row in range(layout.height)]
