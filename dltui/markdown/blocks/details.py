"""`<details>` … `</details>`: the inside is parsed as blocks."""

import re
from typing import TypedDict

from markdown_it.rules_block import StateBlock

from dltui.markdown.blocks.lines import line_text, push_block, push_rest, reach, starts_with
from dltui.markdown.regions import DETAILS_END, DETAILS_TAG, partners

_SUMMARY = re.compile(r"\s*<summary(?:\s[^<>]*)?>(?P<text>.*?)</summary\s*>", re.IGNORECASE | re.DOTALL)


class Inside(TypedDict):
    """What a details token carries: the text inside and the line it starts on, relative to the token's."""

    is_open: bool
    summary: str
    summary_line: int
    source: str
    source_line: int


def details(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A details part that is closed within what holds it."""
    if not starts_with(state, start, "<") or not DETAILS_TAG.match(line_text(state, start)):
        return False
    last = _last_line(state, start, end, silent=silent)
    if last < 0:
        return False
    if silent:
        return True
    text = state.getLines(start, last + 1, state.blkIndent, False).lstrip()
    opening = DETAILS_TAG.match(text)
    closing = list(DETAILS_END.finditer(text))[-1]
    inside = text[opening.end() : closing.start()] if opening else text
    is_open = opening is not None and "open" in opening["attributes"].lower()
    push_block(state, "details", start, last + 1, inside=_split(inside, is_open=is_open))
    push_rest(state, text[closing.end() :], last + 1)
    return True


def _last_line(state: StateBlock, start: int, end: int, *, silent: bool) -> int:
    """The line of the end tag; -1 if it doesn't stand within what holds the part."""
    if "details" not in state.env:
        state.env["details"] = partners(state.src)
    offset = state.bMarks[start] + state.tShift[start]
    closing = state.env["details"].get(offset)
    if closing is None:
        return -1
    for index in reach(state, start, end, silent):
        if state.eMarks[index] >= closing:
            return index
    return -1


def _split(inside: str, *, is_open: bool) -> Inside:
    match = _SUMMARY.match(inside)
    if match is None:
        return Inside(is_open=is_open, summary="", summary_line=0, source=inside, source_line=0)
    return Inside(
        is_open=is_open,
        summary=" ".join(match["text"].split()),
        summary_line=inside.count("\n", 0, match.start("text")),
        source=inside[match.end() :],
        source_line=inside.count("\n", 0, match.end()),
    )
