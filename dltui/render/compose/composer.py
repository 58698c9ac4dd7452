"""Walks blocks and gathers their boxes; what each kind of block becomes is told by a table."""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple

from dltui.model.block import Block, Blocks, CodeBlock, Footnote, Heading, List, Paragraph
from dltui.model.inline import Inlines
from dltui.render import roles
from dltui.render.compose.boxes import Box, Rule, Stack
from dltui.render.compose.composition import Composition
from dltui.render.compose.inlines import InlineComposer
from dltui.render.compose.spacing import rows_above, rows_below
from dltui.render.text.flow import Flow, FlowBuilder

_FOOTNOTE_RULE = 12


class Surroundings(NamedTuple):
    """What a block stands in.

    Attributes:
        role: of its running text.
        list_depth: how many lists it is in.
        tight: whether it's in a list without blank lines.
        folds: ids of the spots that hide it while they are folded.
    """

    role: str = roles.TEXT
    list_depth: int = 0
    tight: bool = False
    folds: tuple[int, ...] = ()


class Composer:
    """Composes the blocks of one chunk.

    Args:
        composition: gets flows and spots.
        table: what makes the box of each kind of block; None means that nothing is drawn for it.
    """

    def __init__(
        self,
        composition: Composition,
        table: "Mapping[type[Block], Callable[[Composer, Any, Surroundings], Box | None]]",
    ) -> None:
        self.composition = composition
        self.icons = composition.icons
        self._table = table

    def stack(self, blocks: Blocks, around: Surroundings) -> Stack:
        """The boxes of blocks under each other, with the blank rows that belong between them."""
        boxes: list[Box] = []
        gaps: list[int] = []
        before: Block | None = None
        for block in _in_order(blocks):
            box = self._table[type(block)](self, block, around)
            if box is None:
                continue
            gap = _gap(before, block, tight=around.tight)
            if isinstance(block, Footnote) and not isinstance(before, Footnote):
                boxes.append(Rule(roles.RULE, block.line, _FOOTNOTE_RULE))
                gaps.append(gap)
                gap = 0
            boxes.append(box)
            gaps.append(gap)
            before = block
        return Stack(tuple(boxes), tuple(gaps))

    def start_flow(self, line: int, around: Surroundings) -> FlowBuilder:
        """A builder for the next flow in reading order."""
        return self.composition.start_flow(line, around.folds)

    def add(self, builder: FlowBuilder, inlines: Inlines, role: str, line: int, spot: int = -1) -> None:
        """Add inlines to a flow, over a role and within a spot."""
        InlineComposer(self.composition, builder, line).add(inlines, role, spot)

    def flow(self, inlines: Inlines, role: str, line: int, around: Surroundings) -> Flow:
        """The next flow, made of inlines alone."""
        builder = self.start_flow(line, around)
        self.add(builder, inlines, role, line)
        return builder.done()


def _in_order(blocks: Blocks) -> Iterator[Block]:
    """Blocks with the footnotes that stand together in the order of their numbers, wherever they were written."""
    for is_note, group in groupby(blocks, key=lambda block: isinstance(block, Footnote)):
        stretch = list(group)
        yield from sorted(stretch, key=lambda block: getattr(block, "number", 0)) if is_note else stretch


def _gap(before: Block | None, block: Block, *, tight: bool) -> int:
    """Blank rows between two blocks."""
    if isinstance(before, Heading):
        return rows_below(before.level)
    if isinstance(before, Footnote) and isinstance(block, Footnote):
        return 0
    if tight and isinstance(before, Paragraph) and isinstance(block, List | CodeBlock | Paragraph):
        return 0
    return 1 + (rows_above(block.level) if isinstance(block, Heading) else 0)
