"""Blocks become boxes."""

from collections.abc import Callable
from typing import Any

from dltui.model import block
from dltui.model.block import Block, Blocks
from dltui.render.compose import folds, lists, prose, tables
from dltui.render.compose.boxes import Box
from dltui.render.compose.composer import Composer, Surroundings
from dltui.render.compose.composition import Composed, Composition, Services
from dltui.render.compose.icons import Icons

_TABLE: dict[type[Block], Callable[[Composer, Any, Surroundings], Box | None]] = {
    block.Paragraph: prose.paragraph,
    block.Heading: prose.heading,
    block.Rule: prose.rule,
    block.MathBlock: prose.formula,
    block.CodeBlock: prose.code,
    block.HtmlBlock: prose.html,
    block.Quote: lists.quote,
    block.List: lists.list_,
    block.Footnote: lists.footnote,
    block.Callout: folds.callout,
    block.Details: folds.details,
    block.Table: tables.table,
}


def compose(blocks: Blocks, services: Services, icons: Icons, first_spot: int) -> Composed:
    """Decide all about a chunk that doesn't depend on the width. `first_spot` is the id of its first spot."""
    composition = Composition(services, icons, first_spot)
    return composition.done(Composer(composition, _TABLE).stack(blocks, Surroundings()))
