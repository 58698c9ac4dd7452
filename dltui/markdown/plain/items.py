"""Lists in a plain text: bullets, numbers, `Term: text` lines, and what a line ending in a colon leads."""

from collections.abc import Callable, Sequence

from dltui.markdown.plain.lines import Kind, PlainLine, term_of
from dltui.model.block import Block, List, ListItem, Paragraph
from dltui.model.inline import Inlines, Style, Styled, Text

ParseRun = Callable[[str, int], Inlines]
"""Parses a run of text that starts on a 1-based line of the file."""


def take_list(lines: Sequence[PlainLine], start: int, parse: ParseRun) -> tuple[Block, int] | None:
    """The list that starts at an index of the lines, and the index behind it; None if none starts there."""
    kind = lines[start].kind
    if kind is Kind.BULLET:
        return _bullets(lines, start, parse)
    if kind is Kind.NUMBERED:
        return _numbers(lines, start, parse)
    if kind is Kind.TERM and start + 1 < len(lines) and lines[start + 1].kind is Kind.TERM:
        return _terms(lines, start, parse)
    return None


def take_led(lines: Sequence[PlainLine], start: int, parse: ParseRun) -> tuple[Block | None, int]:
    """What a line that ends in a colon leads, from the index behind it on: a list, or None."""
    if start >= len(lines):
        return None, start
    if lines[start].kind is Kind.TERM:
        return _terms(lines, start, parse)
    end = start
    while end < len(lines) and lines[end].kind in (Kind.TEXT, Kind.SHORT):
        end += 1
    if end == start:
        return None, start
    items = tuple(_item(parse(line.text, line.number), line) for line in lines[start:end])
    return List(items, lines[start].number), end


def _item(children: Inlines, line: PlainLine, *inside: Block) -> ListItem:
    return ListItem((Paragraph(children, line.number), *inside), line.number)


def _terms(lines: Sequence[PlainLine], start: int, parse: ParseRun) -> tuple[Block, int]:
    end = start
    items = []
    while end < len(lines) and lines[end].kind is Kind.TERM:
        line = lines[end]
        term = f"{term_of(line.text)}:"
        rest = parse(line.text[len(term) :], line.number)
        items.append(_item((Styled(Style.STRONG, (Text(term),)), *rest), line))
        end += 1
    return List(tuple(items), lines[start].number), end


def _numbers(lines: Sequence[PlainLine], start: int, parse: ParseRun) -> tuple[Block, int]:
    end = start
    items = []
    while (
        end < len(lines)
        and lines[end].kind is Kind.NUMBERED
        and lines[end].ordinal == lines[start].ordinal + end - start
    ):
        line = lines[end]
        text = line.text.split(maxsplit=1)[1]
        items.append(_item(parse(text, line.number), line))
        end += 1
    delimiter = lines[start].text.split(maxsplit=1)[0][-1]
    return List(tuple(items), lines[start].number, True, lines[start].ordinal, delimiter), end


def _bullets(lines: Sequence[PlainLine], start: int, parse: ParseRun) -> tuple[Block, int]:
    """Bullets at one indent; those further in are lists within."""
    indent = lines[start].indent
    end = start
    items: list[ListItem] = []
    while end < len(lines) and lines[end].kind is Kind.BULLET and lines[end].indent >= indent:
        line = lines[end]
        inside, end = _inside(lines, end + 1, line.indent, parse)
        items.append(_item(parse(line.text, line.number), line, *inside))
    return List(tuple(items), lines[start].number), end


def _inside(
    lines: Sequence[PlainLine], start: int, indent: int, parse: ParseRun
) -> tuple[tuple[Block, ...], int]:
    is_deeper = start < len(lines) and lines[start].kind is Kind.BULLET and lines[start].indent > indent
    if not is_deeper:
        return (), start
    block, end = _bullets(lines, start, parse)
    return (block,), end
