"""Timestamps become chips; one that is repeated over and over becomes one chip with a count."""

import re

from dltui.markdown.codes import Code
from dltui.markdown.inlines.scan import Piece, Scan
from dltui.markdown.stamp_plain import Found
from dltui.markdown.stamps import match_stamp
from dltui.model.inline import Chip, Text
from dltui.model.timestamp import Stamp

_FEWEST_REPEATS = 3
_BETWEEN = re.compile(r"[ \t]*[,;]?[ \t]*")


def chip(scan: Scan, start: int) -> int:
    """A timestamp in any of its forms, with the copies of itself that follow it."""
    text = scan.text
    found = match_stamp(text, start, scan.line)
    if found is None:
        return 0
    if found.damage:
        scan.report(found.damage)
    end, parts = found.end, found.parts
    if len(parts) == 1 and isinstance(parts[0], Stamp):
        repeats, last = _repeats(text, text[start:end], end)
        if repeats >= _FEWEST_REPEATS:
            scan.report(Code.TIMESTAMP_REPEATED)
            return scan.push(Chip(parts[0], repeats), start, last)
        return scan.push(Chip(parts[0]), start, end)
    return scan.push_all(chip_pieces(found), start, end)


def before_chip(scan: Scan, start: int) -> int:
    """A `!` or `^` right before a timestamp is text: it opens no image and no footnote."""
    is_chip = scan.text.startswith("[", start + 1) and match_stamp(scan.text, start + 1, scan.line)
    return start + 1 if is_chip else 0


def chip_pieces(found: Found) -> list[Piece]:
    """What was found, as pieces."""
    return [Text(part) if isinstance(part, str) else Chip(part) for part in found.parts]


def _repeats(text: str, written: str, end: int) -> tuple[int, int]:
    """How many copies of what was written follow directly, and where the last one ends."""
    repeats = 0
    while True:
        between = _BETWEEN.match(text, end)
        following = between.end() if between else end
        if not text.startswith(written, following):
            return repeats, end
        repeats += 1
        end = following + len(written)
