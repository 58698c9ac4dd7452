"""Paragraphs, headings, rules, formulas, code and raw HTML."""

from dltui.markdown.tex.text import formula_text
from dltui.model.block import CodeBlock, Heading, HtmlBlock, MathBlock, Paragraph
from dltui.model.block import Rule as RuleBlock
from dltui.model.inline import Comment, Image
from dltui.render import roles
from dltui.render.compose.boxes import Box, Displayed, Framed, Prose, Rule, Title, Verbatim
from dltui.render.compose.composer import Composer, Surroundings
from dltui.render.compose.formulas import formula_runs
from dltui.render.compose.highlight import highlighted
from dltui.render.compose.inlines import NAMELESS
from dltui.render.line import Span
from dltui.render.spot import Spot, SpotKind
from dltui.render.tex.rows import formula_rows
from dltui.render.text.cells import cells, without_stray_joiners

_TAB = 4
_LONGEST_SOURCE = 200
_INDENT = (Span("    ", ""),)


def paragraph(composer: Composer, block: Paragraph, around: Surroundings) -> Box | None:
    """Running text; an image that stands alone gets its address beneath it."""
    children = tuple(child for child in block.children if not isinstance(child, Comment))
    if not children:
        return None
    role = roles.QUIET if block.quiet else around.role
    builder = composer.start_flow(block.line, around)
    composer.add(builder, block.children, role, block.line)
    if len(children) == 1 and isinstance(children[0], Image) and len(children[0].source) <= _LONGEST_SOURCE:
        builder.hard_break()
        builder.text(children[0].source, roles.QUIET, composer.composition.last_spot)
    return Prose(builder.done())


def heading(composer: Composer, block: Heading, around: Surroundings) -> Box:
    """A heading; all of it is a spot that folds its section."""
    spot_id = composer.composition.reserve_spot()
    composer.composition.fill_spot(spot_id, Spot(SpotKind.HEADING, block, block.line, block.text))
    role = roles.heading(block.level)
    builder = composer.start_flow(block.line, around)
    composer.add(builder, block.children, role, block.line, spot_id)
    if not cells(builder.text_since(0)):
        builder.text(NAMELESS, role, spot_id)
    return Title(builder.done(), block.level, spot_id, block.line)


def rule(_composer: Composer, block: RuleBlock, _around: Surroundings) -> Box:
    """A thematic break."""
    return Rule(roles.RULE, block.line)


def formula(composer: Composer, block: MathBlock, around: Surroundings) -> Box:
    """A displayed formula, indented; its source where Unicode can't show it."""
    source = block.source.strip()
    rows = formula_rows(source) if composer.icons.formulas_on_rows else None
    builder = composer.start_flow(block.line, around)
    if rows:
        builder.figure(map(formula_runs, rows))
        return Framed(_INDENT, _INDENT, Displayed(builder.flow), block.line)
    text = formula_text(source) or source
    builder.rows(text.expandtabs(_TAB).split("\n"), roles.MATH)
    return Framed(_INDENT, _INDENT, Prose(builder.done()), block.line)


def code(composer: Composer, block: CodeBlock, around: Surroundings) -> Box:
    """A code block, coloured where its language is known."""
    lines = without_stray_joiners(block.text).split("\n")
    text = "\n".join(line.expandtabs(_TAB) for line in lines)
    builder = composer.start_flow(block.line, around)
    builder.coloured(highlighted(text, block.language))
    return Verbatim(builder.flow, " ".join(filter(None, (block.language, block.info))))


def html(composer: Composer, block: HtmlBlock, around: Surroundings) -> Box:
    """HTML without meaning here, as written."""
    builder = composer.start_flow(block.line, around)
    builder.rows(block.source.expandtabs(_TAB).strip("\n").split("\n"), roles.HTML)
    return Prose(builder.done())
