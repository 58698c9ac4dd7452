"""Lists, quotes and footnotes: bodies with something at their left."""

from dltui.markdown.tex.scripts import superscript
from dltui.model.block import Footnote, List, ListItem, Paragraph, Quote
from dltui.render import roles
from dltui.render.compose.boxes import Box, Framed, Prose, Stack
from dltui.render.compose.composer import Composer, Surroundings
from dltui.render.line import Span
from dltui.render.spot import Spot, SpotKind
from dltui.render.text.cells import cells

_NO_BREAK = "\u00a0"
_DONE = frozenset("xX-")


def quote(composer: Composer, block: Quote, around: Surroundings) -> Box:
    """A block quote with a bar."""
    bar = (Span(f"{composer.icons.quote_bar} ", roles.QUOTE_BAR),)
    body = composer.stack(block.children, around._replace(role=roles.QUOTE, tight=False))
    return Framed(bar, bar, body, block.line)


def list_(composer: Composer, block: List, around: Surroundings) -> Box:
    """A list; numbers stand flush right."""
    inside = around._replace(list_depth=around.list_depth + 1, tight=block.tight)
    widest = len(str(block.start + len(block.items) - 1)) + len(block.delimiter)
    items = []
    for index, item in enumerate(block.items):
        if block.ordered:
            marker = f"{block.start + index}{block.delimiter}".rjust(widest)
        else:
            bullets = composer.icons.bullets
            marker = bullets[around.list_depth % len(bullets)]
        items.append(_item(composer, item, marker, inside))
    gap = 0 if block.tight else 1
    return Stack(tuple(items), (gap,) * len(items))


def _item(composer: Composer, item: ListItem, marker: str, around: Surroundings) -> Box:
    role = roles.LIST_MARKER
    if item.task is not None:
        marker = composer.icons.tasks.get(item.task, f"[{item.task}]")
        done = item.task in _DONE
        role = roles.TASK_DONE if done else roles.TASK
        around = around._replace(role=roles.LIST_DONE) if done else around
    first = (Span(f"{marker} ", role),)
    rest = (Span(" " * (cells(marker) + 1), ""),)
    return Framed(first, rest, composer.stack(item.children, around), item.line)


def footnote(composer: Composer, block: Footnote, around: Surroundings) -> Box:
    """A footnote with its number, and a mark that leads back to its reference."""
    number = str(block.number)
    label = superscript(number) if composer.icons.superscript_digits else f"[{number}]"
    first = (Span(f"{label} ", roles.FOOTNOTE),)
    rest = (Span(" " * (cells(label) + 1), ""),)
    inside = around._replace(tight=True)
    last = block.children[-1] if block.children else None
    back: Paragraph = last if isinstance(last, Paragraph) else Paragraph((), block.line)
    before = block.children[:-1] if back is last else block.children
    body = composer.stack(before, inside)
    builder = composer.start_flow(back.line, inside)
    composer.add(builder, back.children, around.role, back.line)
    spot_id = composer.composition.reserve_spot()
    composer.composition.fill_spot(spot_id, Spot(SpotKind.FOOTNOTE_BACK, block, block.line, number))
    builder.verbatim(_NO_BREAK, around.role)
    builder.verbatim(composer.icons.footnote_back, roles.FOOTNOTE, spot_id)
    stack = Stack((*body.boxes, Prose(builder.done())), (*body.gaps, 1 if body.boxes else 0))
    return Framed(first, rest, stack, block.line)
