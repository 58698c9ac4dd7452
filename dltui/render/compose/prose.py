"""Paragraphs, headings, rules, formulas, code and raw HTML."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from dltui.markdown.tex.text import formula_text
from dltui.model.block import CodeBlock, Heading, HtmlBlock, MathBlock, Paragraph
from dltui.model.block import Rule as RuleBlock
from dltui.model.inline import Comment, Image, Inline, Inlines, LineBreak, Math, Text
from dltui.render import roles
from dltui.render.compose.boxes import Box, Displayed, Framed, Prose, Rule, Stack, Title, Verbatim
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
_MARK = re.compile(r"[.,;:!?](?=\s|$)")


def paragraph(composer: Composer, block: Paragraph, around: Surroundings) -> Box | None:
    """Running text; an image that stands alone gets its address beneath it."""
    children = tuple(child for child in block.children if not isinstance(child, Comment))
    if not children:
        return None
    if composer.icons.formulas_on_rows and any(map(_is_displayed, children)):
        return _around_formulas(composer, block, around)
    role = roles.QUIET if block.quiet else around.role
    builder = composer.start_flow(block.line, around)
    composer.add(builder, block.children, role, block.line)
    if len(children) == 1 and isinstance(children[0], Image) and len(children[0].source) <= _LONGEST_SOURCE:
        builder.hard_break()
        builder.text(children[0].source, roles.QUIET, composer.composition.last_spot)
    return Prose(builder.done())


def _is_displayed(node: Inline) -> bool:
    return isinstance(node, Math) and node.display and formula_rows(node.source.strip()) is not None


def _around_formulas(composer: Composer, block: Paragraph, around: Surroundings) -> Box:
    """A paragraph with displayed formulas in it: they stand on rows of their own, between its parts."""
    boxes: list[Box] = []
    line = block.line
    for is_formula, group in groupby(_punctuated(block.children), key=_is_displayed):
        nodes = tuple(group)
        if is_formula:
            boxes += [
                formula(composer, MathBlock(n.source, line), around) for n in nodes if isinstance(n, Math)
            ]
            continue
        part = paragraph(composer, Paragraph(_trimmed(nodes), line, block.quiet), around)
        if part is not None and isinstance(part, Prose) and part.flow.text:
            boxes.append(part)
        line += sum(isinstance(node, LineBreak) for node in nodes)
    return Stack(tuple(boxes), (0 if around.tight else 1,) * len(boxes))


def _punctuated(nodes: Inlines) -> Iterator[Inline]:
    """Inlines with the mark that follows a displayed formula drawn as its end."""
    before: Inline | None = None
    for node in nodes:
        mark = _MARK.match(node.text) if isinstance(node, Text) else None
        if mark and isinstance(node, Text) and isinstance(before, Math) and _is_displayed(before):
            before = replace(before, source=f"{before.source}\\text{{{mark[0]}}}")
            node = Text(node.text[mark.end() :].lstrip())  # noqa: PLW2901 -- the rest of it
        if before is not None:
            yield before
        before = node
    if before is not None:
        yield before


def _trimmed(nodes: Inlines) -> Inlines:
    """Inlines without the ends of lines at their own ends."""
    start, end = 0, len(nodes)
    while start < end and isinstance(nodes[start], LineBreak):
        start += 1
    while end > start and isinstance(nodes[end - 1], LineBreak):
        end -= 1
    return nodes[start:end]


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
