"""The rules for regions that end at a mark of their own: math, comments, raw HTML."""

import re

from markdown_it.rules_block import StateBlock

from dltui.markdown.blocks.lines import leaves, line_text, push_block, push_rest, reach, starts_with
from dltui.markdown.regions import (
    BLOCK_TAG,
    COMMENT,
    LONE_TAG,
    MATH,
    RAW_ENDS,
    RAW_START,
    RULE_TAG,
    TEXT_TAG,
    lowered,
)


def math(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`$$`, a formula over any number of lines, and `$$` at the end of a line."""
    return _marked(state, start, end, "$$", MATH, silent=silent)


def comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`%%`, a comment over any number of lines, and `%%` at the end of a line."""
    return _marked(state, start, end, "%%", COMMENT, silent=silent)


def _marked(
    state: StateBlock, start: int, end: int, mark: str, pattern: re.Pattern[str], *, silent: bool
) -> bool:
    if not starts_with(state, start, mark):
        return False
    last = _closing_line(state, start, end, mark, silent=silent)
    if last < 0:
        return False
    match = pattern.fullmatch(state.getLines(start, last + 1, state.sCount[start], False).strip())
    if match is None:
        return False
    if not silent:
        kind = "math" if mark == "$$" else "comment"
        push_block(state, kind, start, last + 1, text=match[1].strip("\n").rstrip())
    return True


def raw_html(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """HTML that stands for itself: `<!-- -->`, `<pre>`, `<hr>`, and blocks of tags that have no meaning here."""
    if not starts_with(state, start, "<"):
        return False
    text = line_text(state, start)
    opening = RAW_START.match(text)
    if opening:
        return _raw_region(state, start, end, opening[0].lower(), silent=silent)
    if RULE_TAG.fullmatch(text):
        if not silent:
            push_block(state, "hr", start, start + 1)
        return True
    if TEXT_TAG.match(text):
        return silent  # as in CommonMark it ends the paragraph above; what it holds is text
    return _tag_block(state, start, end, text, silent=silent)


def _tag_block(state: StateBlock, start: int, end: int, text: str, *, silent: bool) -> bool:
    """A block of tags that have no meaning here, from a line that begins with one."""
    interrupts = BLOCK_TAG.match(text) is not None
    if not interrupts and not LONE_TAG.fullmatch(text):
        return False
    if silent:
        return interrupts
    last = start
    while last + 1 < end and not _ends_html(state, last + 1):
        last += 1
    source = state.getLines(start, last + 1, state.blkIndent, False)
    push_block(state, "html", start, last + 1, text=source.rstrip("\n"))
    return True


def _ends_html(state: StateBlock, index: int) -> bool:
    """Whether a line is no part any more of the raw HTML above it: after an icon's markup comes text, say."""
    return state.isEmpty(index) or leaves(state, index) or TEXT_TAG.match(line_text(state, index)) is not None


def _raw_region(state: StateBlock, start: int, end: int, opening: str, *, silent: bool) -> bool:
    last = _closing_line(state, start, end, opening, silent=silent)
    if last < 0:
        return False
    if silent:
        return True
    source = state.getLines(start, last + 1, state.blkIndent, False)
    text, mark = lowered(line_text(state, last)), RAW_ENDS[opening]
    close = len(source) - len(text) + text.find(mark, _skip(start, last, opening)) + len(mark)
    if opening == "<!--":
        push_block(state, "comment", start, last + 1, text=source[:close].strip()[4:-3].strip())
    else:
        push_block(state, "html", start, last + 1, text=source[:close])
    push_rest(state, source[close:], last + 1)
    return True


def _closing_line(state: StateBlock, start: int, end: int, opening: str, *, silent: bool) -> int:
    """The line that ends the region which is opened on `start`; -1 if none does."""
    mark = RAW_ENDS.get(opening, opening)
    if _last_place(state, mark) < state.bMarks[start] + _skip(start, start, opening):
        return -1
    for index in reach(state, start, end, silent):
        if lowered(line_text(state, index)).find(mark, _skip(start, index, opening)) >= 0:
            return index
    return -1


def _skip(start: int, index: int, opening: str) -> int:
    """How far into a line the closing mark can't stand."""
    return len(opening) if index == start else 0


def _last_place(state: StateBlock, mark: str) -> int:
    """The last offset of a mark in the source; -1 if it's nowhere.

    It's found once: to search in vain for each of many unclosed regions would cost squares.
    """
    places: dict[str, int] = state.env.setdefault("last_places", {})
    if mark not in places:
        places[mark] = lowered(state.src).rfind(mark)
    return places[mark]
