"""What the block rules ask of markdown-it's state, and the tokens they leave behind."""

from collections.abc import Iterator
from typing import Any

from markdown_it.rules_block import StateBlock


def line_text(state: StateBlock, index: int) -> str:
    """A line without the markers and the indent of what holds it."""
    return state.src[state.bMarks[index] + state.tShift[index] : state.eMarks[index]]


def starts_with(state: StateBlock, index: int, mark: str) -> bool:
    """Whether a line starts with the mark, indented by at most three."""
    start = state.bMarks[index] + state.tShift[index]
    return state.src.startswith(mark, start, state.eMarks[index]) and not state.is_code_block(index)


def leaves(state: StateBlock, index: int) -> bool:
    """Whether a line stands outside of the block that is being read (a list item it's not indented enough for)."""
    return state.sCount[index] < state.blkIndent and not state.isEmpty(index)


def reach(state: StateBlock, start: int, end: int, silent: bool) -> Iterator[int]:
    """The lines from `start` on that a region may reach to.

    When markdown-it only asks whether a line would end the paragraph before it, the line may stand outside of the
    list item that is being read, and nothing tells where a quote ends: there an empty line is as far as one looks.
    """
    margin = min(state.blkIndent, state.sCount[start])
    in_quote = state.bMarks[start] > 0 and state.src[state.bMarks[start] - 1] != "\n"
    for index in range(start, end):
        is_empty = state.isEmpty(index)
        if (is_empty and silent and in_quote) or (state.sCount[index] < margin and not is_empty):
            return
        yield index


def push_block(state: StateBlock, kind: str, start: int, end: int, **meta: Any) -> None:
    """Leave a token for the lines `start` to `end` (half open), and go on behind them."""
    token = state.push(kind, "", 0)
    token.map = [start, end]
    token.meta = meta
    state.line = end


def push_paragraph(state: StateBlock, text: str, start: int, end: int) -> None:
    """Leave a paragraph of this text for the lines `start` to `end` (half open)."""
    token = state.push("paragraph_open", "p", 1)
    token.map = [start, end]
    token = state.push("inline", "", 0)
    token.content = text
    token.map = [start, end]
    state.push("paragraph_close", "p", -1)
    state.line = end


def push_rest(state: StateBlock, text: str, end: int) -> None:
    """Leave what follows a block on its last line, if anything does, as a paragraph of its own."""
    if text.strip():
        push_paragraph(state, text.strip(), end - 1, end)
