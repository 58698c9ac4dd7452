"""Timestamps as they are written, wherever they stand: one answer for the parser and for whoever only counts."""

import re
from collections.abc import Iterator
from typing import cast

from dltui.markdown.code_regions import end_of_code, may_span_lines
from dltui.markdown.head import read_head
from dltui.markdown.source import clean_source
from dltui.markdown.stamp_anchor import USUAL, USUAL_ANCHOR, match_anchor
from dltui.markdown.stamp_plain import (
    LONG,
    Found,
    is_time,
    match_bracketed,
    match_escaped,
    match_parenthesised,
    match_time_destination,
)
from dltui.model.timestamp import Stamp

#: A wikilink's name that holds nothing of a timestamp, up to its end.
_USUAL_NAME = r"\s*[^\W\dH][^\[\]\n|(<`~\\]*[|\]]"
#: What code or a timestamp may begin with; the usual timestamp as a whole. Most brackets are told from one by what
#: follows; the set comes first, as only then the search skips to it.
_PLACE = re.compile(
    rf"[`~<\[(\\\]](?:(?<=[`~])|(?<=<)(?:{USUAL}|(?=\s?[apstdAPSTD]))"
    rf"|(?<=\[)(?=\[(?!{_USUAL_NAME})|\s*[\dH])|(?<=\()(?=\s*[\dH])"
    r"|(?<=\\)(?=\[)|(?<=\])(?=\())"
)
_PLAIN = {"[": match_bracketed, "(": match_parenthesised, "\\": match_escaped}
_LABELLED = re.compile(r"\[\[(?P<name>[^\[\]\n|]{1,40})\|")
_IN_CODE = re.compile(rf"<a[\s%]|\[(?={LONG}\])", re.IGNORECASE)


def match_stamp(text: str, position: int, line: int) -> Found | None:
    """The timestamps that start at an offset; None if none do.

    Args:
        text: Markdown, or a run of it.
        position: offset of a `<`, `[`, `(` or backslash.
        line: 1-based line of the file that the offset is on.
    """
    if usual := USUAL_ANCHOR.match(text, position):
        return Found(usual.end(), (Stamp(usual[1], usual[2], line),))
    match_plain = _PLAIN.get(text[position])
    if match_plain:
        return match_plain(text, position, line)
    anchor = match_anchor(text, position)
    if anchor is None:
        return None
    stamp = Stamp(anchor.value, anchor.label, line, anchor.video)
    return Found(anchor.end, (stamp,), anchor.damage)


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


def scan_stamps(text: str, first_line: int = 1) -> tuple[Stamp, ...] | None:
    """Every timestamp of a file's text in the order of the file, as the parser recognises them.

    Cheap: nothing else of the text is parsed. Only formulas and indented code may be told differently.

    Args:
        text: of a file, or its body.
        first_line: 1-based line of the file that it starts on.

    Returns:
        None where a code span may go over the end of a line: which lines belong together only parsing tells.
    """
    safe, _ = clean_source(text)
    head = read_head(safe)
    line = safe.count("\n", 0, head.start) + first_line
    found = tuple(_find(safe[head.start : head.end], line))
    return cast("tuple[Stamp, ...]", found) if all(found) else None


def find_stamps(text: str, line: int) -> Iterator[Stamp]:
    """Every timestamp of a part of a file that starts on a line."""
    return (stamp for stamp in _find(text, line) if stamp is not None)


def _find(text: str, line: int) -> Iterator[Stamp | None]:
    """The timestamps, and None wherever a code span may go over the end of a line."""
    position = seen = 0
    while place := _PLACE.search(text, position):
        start = place.start()
        line += text.count("\n", seen, start)
        seen = start
        if place[1]:
            yield Stamp(place[1], place[2], line)
            position = place.end()
            continue
        if text[start] == "`" and may_span_lines(text, start):
            yield None
        stamps, end = _stamps_at(text, start, line)
        yield from stamps
        position = max(end, start + 1)


def _stamps_at(text: str, start: int, line: int) -> tuple[list[Stamp], int]:
    """The timestamps at an offset that may hold some, and the offset behind what was looked at; 0 if it's nothing."""
    char = text[start]
    if char in "`~":
        end = end_of_code(text, start)
        return [stamp for _, found in code_stamps(text[start:end], line) for stamp in found.stamps], end
    if char == "]":
        destination = match_time_destination(text, start + 1)
        return ([Stamp(destination[0], "", line)], destination[1]) if destination else ([], 0)
    labelled = _LABELLED.match(text, start)
    if labelled:
        name = labelled["name"].strip()
        return ([Stamp(name, name, line)] if is_time(name) else []), labelled.end()
    found = match_stamp(text, start, line)
    return (found.stamps, found.end) if found else ([], 0)
