"""Footnotes as they are written: `[^name]: text`, and what is indented under it."""

import re

from markdown_it.rules_block import StateBlock

from dltui.markdown.blocks.lines import line_text, push_block, starts_with

DEFINITION = re.compile(r"\[\^(?P<name>[^\s\[\]]{1,200})\]:[ \t]*")
_INDENT = 2


def footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A footnote with its lines: those that continue its paragraph, and those indented after an empty one."""
    if not starts_with(state, start, "[^"):
        return False
    text = line_text(state, start)
    match = DEFINITION.match(text)
    if match is None:
        return False
    if silent:
        return True
    last = _last_line(state, start, end)
    source = text[match.end() :]
    if last > start:
        source += "\n" + state.getLines(start + 1, last + 1, state.blkIndent + 4, False)
    push_block(state, "footnote", start, last + 1, name=match["name"], text=source)
    return True


def _last_line(state: StateBlock, start: int, end: int) -> int:
    terminators = state.md.block.ruler.getRules("paragraph")
    kept, state.parentType = state.parentType, "footnote"
    last = start
    for index in range(start + 1, end):
        if state.isEmpty(index):
            continue
        indented = state.sCount[index] >= state.blkIndent + _INDENT
        continues = index == last + 1 and state.sCount[index] >= state.blkIndent
        if not indented and not (
            continues and not any(rule(state, index, end, True) for rule in terminators)
        ):
            break
        last = index
    state.parentType = kept
    return last
