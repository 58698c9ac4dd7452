"""Code spans."""

import re
from collections.abc import Iterator

from dltui.markdown.inlines.chips import chip_pieces
from dltui.markdown.inlines.scan import Piece, Scan
from dltui.markdown.stamps import code_stamps
from dltui.model.inline import Code

_TICKS = re.compile("`+")


def code(scan: Scan, start: int) -> int:
    """A code span up to as many ticks as it starts with; timestamps in it are taken out of the code."""
    ticks = _TICKS.match(scan.text, start)
    inside = ticks.end() if ticks else start + 1
    closing = scan.closing_ticks(inside - start, inside)
    if closing < 0:
        return inside
    return scan.push_all(_pieces(scan.text[inside:closing], scan.line), start, closing + inside - start)


def _pieces(content: str, line: int) -> Iterator[Piece]:
    seen = 0
    for offset, found in code_stamps(content, line):
        if content[seen:offset].strip():
            yield Code(_on_one_line(content[seen:offset]))
        yield from chip_pieces(found)
        seen = found.end
    if not seen:
        yield Code(_stripped(_on_one_line(content)))
    elif content[seen:].strip():
        yield Code(_on_one_line(content[seen:]))


def _on_one_line(content: str) -> str:
    return content.replace("\n", " ")


def _stripped(content: str) -> str:
    """One space goes on either side, so that code may start or end with a tick."""
    if content[0] == content[-1] == " " and content.strip():
        return content[1:-1]
    return content
