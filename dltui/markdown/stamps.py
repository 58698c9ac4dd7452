"""Timestamps as they are written, in every form the articles use."""

import re
from collections.abc import Iterator

from dltui.model.timestamp import Stamp

ANCHOR = re.compile(
    r"<a\s[^<>]*?data-t=\"(?P<value>[^\"]*)\"[^<>]*>\s*\[*(?P<label>[^<\[\]]*)\]*\s*</a>", re.IGNORECASE
)
CLOCK = r"\d{1,3}(?::\d{2}){1,3}"
PLAIN = re.compile(rf"\[+(?P<list>{CLOCK}(?:\s*[,;–-]\s*{CLOCK})*)\]+(?!\()")
_ANY = re.compile(f"{ANCHOR.pattern}|{PLAIN.pattern}", re.IGNORECASE)


def scan_stamps(text: str) -> tuple[Stamp, ...]:
    """Every timestamp of a text, in order, as the parser would recognise it; lines count from 1."""
    return tuple(_scan(text))


def _scan(text: str) -> Iterator[Stamp]:
    line, seen = 1, 0
    for match in _ANY.finditer(text):
        line += text.count("\n", seen, match.start())
        seen = match.start()
        if match["list"]:
            for clock in re.findall(CLOCK, match["list"]):
                yield Stamp(clock, clock, line)
        else:
            yield Stamp(match["value"], match["label"], line)
