"""Timestamps as they are written, wherever they stand: one answer for the parser and for whoever only counts."""

import re
from collections.abc import Iterator

from dltui.markdown.code_regions import CODE_START, end_of_code
from dltui.markdown.head import read_head
from dltui.markdown.source import clean_source
from dltui.markdown.stamp_anchor import match_anchor
from dltui.markdown.stamp_plain import (
    LONG,
    Found,
    is_time,
    match_bracketed,
    match_parenthesised,
    match_time_destination,
)
from dltui.model.timestamp import Stamp

_PLACES = re.compile(
    rf"{CODE_START}"
    r"|(?P<wikilink>!?\[\[(?P<name>[^\[\]\n|]{1,40})\|)"
    r"|(?P<start><(?=\s?(?:a|p|span|sup|time|div)[\s%])|\[{1,2}(?=\s*(?:HH:)?\d)|\((?=\s*\d))"
    r"|(?P<link>\](?=\(\s*(?:\d|[^()\s]*(?:timestamp|data-t))))",
    re.IGNORECASE | re.MULTILINE,
)
_IN_CODE = re.compile(rf"<a[\s%]|\[(?={LONG}\])", re.IGNORECASE)


def match_stamp(text: str, position: int, line: int) -> Found | None:
    """The timestamps that start at an offset which holds `<`, `[` or `(`; None if none do.

    Args:
        line: 1-based line of the file that the offset is on.
    """
    start = text[position]
    if start == "[":
        return match_bracketed(text, position, line)
    if start == "(":
        return match_parenthesised(text, position, line)
    anchor = match_anchor(text, position)
    if anchor is None:
        return None
    return Found(anchor.end, (Stamp(anchor.value, anchor.label, line),), anchor.damage)


def code_stamps(text: str, line: int) -> Iterator[tuple[int, Found]]:
    """The timestamps in code, each with its offset: anchors and `[HH:MM:SS]`, since `[10:20]` is a slice there."""
    seen = position = 0
    while place := _IN_CODE.search(text, position):
        line += text.count("\n", seen, place.start())
        seen = place.start()
        found = match_stamp(text, seen, line)
        if found:
            yield seen, found
        position = found.end if found else place.end()


def scan_stamps(text: str) -> tuple[Stamp, ...]:
    """Every timestamp of a file's text in the order of the file, as the parser recognises them.

    Cheap: nothing else of the text is parsed.
    """
    safe, _ = clean_source(text)
    head = read_head(safe)
    line = safe.count("\n", 0, head.start) + 1
    return tuple(_scan(safe[head.start : head.end], line))


def _scan(text: str, line: int) -> Iterator[Stamp]:
    position = seen = 0
    while place := _PLACES.search(text, position):
        start = place.start()
        line += text.count("\n", seen, start)
        seen = start
        position = place.end()
        if place["fence"] or place["ticks"]:
            end = end_of_code(text, place)
            if end:
                for _, found in code_stamps(text[position:end], line):
                    yield from (part for part in found.parts if isinstance(part, Stamp))
                position = end
        elif place["wikilink"]:
            name = place["name"].strip()
            if is_time(name):
                yield Stamp(name, name, line)
        elif place["link"]:
            if destination := match_time_destination(text, position):
                yield Stamp(destination[0], "", line)
                position = destination[1]
        elif found := match_stamp(text, start, line):
            yield from (part for part in found.parts if isinstance(part, Stamp))
            position = found.end
