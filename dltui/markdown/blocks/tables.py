"""Tables: GFM's, but a bar within a wikilink parts no cells, and no cell of a row that is too long is dropped."""

import re

from markdown_it.rules_block import StateBlock

from dltui.markdown.blocks.lines import leaves, line_text, push_block

_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_BAR = re.compile(r"\\\||\[\[[^\[\]|]*\|[^\[\]]*\]\]|(?P<bar>\|)")
_MOST_EMPTY_CELLS = 65536


def table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A header row, a delimiter row of as many cells, and what follows up to an empty line or another block."""
    if (
        start + 2 > end
        or leaves(state, start + 1)
        or state.is_code_block(start)
        or state.is_code_block(start + 1)
    ):
        return False
    delimiter = line_text(state, start + 1)
    if delimiter[:1] not in ("|", "-", ":") or not _DELIMITER.fullmatch(delimiter.rstrip()):
        return False
    header = line_text(state, start)
    if "|" not in header:
        return False
    columns, align = split_row(header), split_row(delimiter)
    if len(columns) != len(align):
        return False
    if silent:
        return True
    rows = _rows(state, start + 2, end, len(columns))
    push_block(state, "table", start, start + 2 + len(rows), align=align, rows=[columns, *rows])
    return True


def _rows(state: StateBlock, start: int, end: int, columns: int) -> list[list[str]]:
    rows: list[list[str]] = []
    missing = 0
    terminators = state.md.block.ruler.getRules("blockquote")
    kept, state.parentType = state.parentType, "table"
    for index in range(start, end):
        text = line_text(state, index).rstrip()
        if not text or leaves(state, index) or state.is_code_block(index):
            break
        if text[0] != "|" and any(rule(state, index, end, True) for rule in terminators):
            break
        row = split_row(text)
        missing += max(0, columns - len(row))
        if missing > _MOST_EMPTY_CELLS:
            break
        rows.append(row)
    state.parentType = kept
    return rows


def split_row(line: str) -> list[str]:
    """The cells of a row, with their padding; an escaped bar is a bar."""
    text = line.strip()
    text = text.removeprefix("|")
    if "\\" not in text and "[[" not in text:
        return text.removesuffix("|").split("|")
    cells, seen = [], 0
    for match in _BAR.finditer(text):
        if match["bar"]:
            cells.append(text[seen : match.start()].replace("\\|", "|"))
            seen = match.end()
    if seen < len(text) or not cells:
        cells.append(text[seen:].replace("\\|", "|"))
    return cells
