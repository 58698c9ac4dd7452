"""Callouts and details: titles, and bodies that they may hide."""

from dltui.model.block import Callout, Details, Fold
from dltui.render import roles
from dltui.render.compose.boxes import Box, Foldable, Framed, Prose, Stack
from dltui.render.compose.callouts import family_of, title_of
from dltui.render.compose.composer import Composer, Surroundings
from dltui.render.line import Span
from dltui.render.spot import Spot, SpotKind
from dltui.render.text.cells import cells

_NO_BREAK = "\u00a0"


def callout(composer: Composer, block: Callout, around: Surroundings) -> Box:
    """A callout: a bar, and a title with the icon of its family."""
    family = family_of(block.kind)
    role = f"{roles.CALLOUT}.{family}"
    bar = (Span(f"{composer.icons.callout_bar} ", role),)
    if block.fold is None:
        title, _ = _callout_title(composer, block, around, role, -1)
        body = composer.stack(block.children, around._replace(role=roles.TEXT, tight=False))
        return Framed(bar, bar, Stack((title, body), (0, 0)), block.line)
    spot_id = composer.composition.reserve_spot()
    title, text = _callout_title(composer, block, around, role, spot_id)
    composer.composition.fill_spot(spot_id, Spot(SpotKind.FOLD, block, block.line, text))
    inside = around._replace(role=roles.TEXT, tight=False, folds=(*around.folds, spot_id))
    body = composer.stack(block.children, inside)
    foldable = Foldable(spot_id, title, body, block.fold is Fold.OPEN, role, block.line)
    return Framed(bar, bar, foldable, block.line)


def _callout_title(
    composer: Composer, block: Callout, around: Surroundings, role: str, spot_id: int
) -> tuple[Prose, str]:
    builder = composer.start_flow(block.line, around)
    builder.verbatim(f"{composer.icons.callouts[family_of(block.kind)]}{_NO_BREAK}", role, spot_id)
    mark = builder.mark()
    composer.add(builder, block.title, f"{role}.title", block.line, spot_id)
    if not cells(builder.text_since(mark)):
        builder.text(title_of(block.kind), f"{role}.title", spot_id)
    text = builder.text_since(mark)
    return Prose(builder.done()), text


def details(composer: Composer, block: Details, around: Surroundings) -> Box:
    """A summary, and what it hides."""
    spot_id = composer.composition.reserve_spot()
    builder = composer.start_flow(block.line, around)
    role = roles.over(around.role, roles.STRONG)
    composer.add(builder, block.summary, role, block.line, spot_id)
    if not cells(builder.text_since(0)):
        builder.text("Details", role, spot_id)
    spot = Spot(SpotKind.FOLD, block, block.line, builder.text_since(0))
    composer.composition.fill_spot(spot_id, spot)
    inside = around._replace(tight=False, folds=(*around.folds, spot_id))
    indent = (Span("  ", ""),)
    body = Framed(indent, indent, composer.stack(block.children, inside), block.line)
    title = Prose(builder.done())
    return Foldable(spot_id, title, body, block.fold is Fold.OPEN, roles.FOLD, block.line)
