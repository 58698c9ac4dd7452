"""The bound on nesting: what is quoted or listed deeper is shown as text, where markdown-it would drop it."""

from markdown_it.rules_block import StateBlock

from dltui.markdown.blocks.lines import leaves, push_paragraph

DEEPEST = 60


def too_deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Everything up to the end of the innermost block becomes one paragraph."""
    if state.level < DEEPEST or silent:
        return False
    last = start
    while last + 1 < end and not leaves(state, last + 1):
        last += 1
    push_paragraph(state, state.getLines(start, last + 1, state.blkIndent, False).strip(), start, last + 1)
    state.env["too_deep"] = True
    return True
