"""The body is cut into pieces that can be parsed alone, in one pass over it that parses nothing."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from dltui.markdown.regions import (
    COMMENT,
    DETAILS_TAG,
    MATH,
    RAW_ENDS,
    RAW_START,
    STANDALONE_TAG,
    lowered,
    partners,
)

_PLACE = re.compile(
    r"\n(?:(?P<heading>(?=#{1,6}[ \t\n]))"
    r"|(?=(?P<indent> {0,3})(?P<mark>`{3,}|~{3,}|\$\$|%%|<[!?/A-Za-z]))"
    r"|(?P<blank>[ \t]*(?=\n(?![-*+][ \t\n]|\d{1,9}[.)][ \t\n])\S)))"
)
_LEANING = re.compile(r"\n {0,3}(?:[-*+][ \t\n]|\d{1,9}[.)][ \t\n]|\[\^)")
_OUTDENTED = re.compile(r"\n\S")
_REGION_START = re.compile(
    r"\n {0,3}(?:`{3}|~{3}|\$\$|%%|<(?:[!?]|script|style|pre|textarea|details))", re.IGNORECASE
)
_BLANK_LINE = re.compile(r"\n[ \t]*(?=\n|\Z)")
_BARE_CALLOUT = re.compile(r"(?:^|\n)[ >]*\[![^\]\n]+\][+-]?(?:[ \t]*\n)+\Z")
_SHORTEST = 2000
LONGEST = 2_000_000
"""Characters that a piece may have: bounds the time until its first line can be shown."""


class Piece(NamedTuple):
    """A part of the body.

    Attributes:
        line: 1-based line of the file.
        source: its text, up to where the next piece starts.
        torn: its last block goes on in the next piece, because the whole was too long.
    """

    line: int
    source: str
    torn: bool = False


def cut(body: str, line: int, *, shortest: int = _SHORTEST) -> Iterator[Piece]:
    """Cut a body at places where no block can reach across.

    Those are ATX headings at the margin, and empty lines before a line at the margin that starts no list item, unless
    they stand in a fence, a formula, a comment, raw HTML or details. Where that can't be told without parsing, the
    rest stays in one piece, up to `LONGEST` characters.

    Args:
        body: cleaned text.
        line: 1-based line of the file that the body starts on.
        shortest: characters that a piece has at least, where no heading ends it.
    """
    start = 0
    for place in (*_Cutter(body, shortest).places(), len(body)):
        for end in _ends_of_parts(body, start, place):
            yield Piece(line, body[start:end], end < place)
            line += body.count("\n", start, end)
            start = end


def _ends_of_parts(body: str, start: int, end: int) -> Iterator[int]:
    """Where a piece ends; one that is too long to be parsed at once is cut between lines all the same."""
    while end - start > LONGEST:
        start = body.rfind("\n", start, start + LONGEST) + 1 or start + LONGEST
        yield start
    if end > start:
        yield end


class _Cutter:
    """The pass over one body; offsets in `text` are those of the body and one more, for the newline put before it."""

    def __init__(self, body: str, shortest: int) -> None:
        self.text = "\n" + body
        self.shortest = shortest
        self.start = 1
        self._last_places: dict[str, int] = {}
        self._looked_to = 0
        self._found_item = False

    def places(self) -> Iterator[int]:
        """Offsets in the body to cut at, in order."""
        position = 0
        while place := _PLACE.search(self.text, position):
            position = place.end()
            if place["mark"]:
                end = self._end_of_region(place)
                if end < 0:
                    return
                position = max(position, end)
                continue
            offset = position + (place["blank"] is not None)
            if self._is_cut(place, offset):
                self.start = offset
                yield offset - 1

    def _is_cut(self, place: re.Match[str], offset: int) -> bool:
        if offset <= self.start:
            return False
        if place["blank"] is None:
            return True
        if offset - self.start < self.shortest:
            return False
        return _BARE_CALLOUT.search(self.text, max(self.start - 1, offset - 200), offset) is None

    def _end_of_region(self, place: re.Match[str]) -> int:
        """Where the region that starts here ends; no further than here if it's none, -1 if that can't be told."""
        start = place.end() + len(place["indent"])
        mark = place["mark"]
        if mark[0] == "<":
            end = self._end_of_html(start)
        elif mark[0] in "`~":
            end = self._end_of_fence(start, mark)
        else:
            match = (MATH if mark == "$$" else COMMENT).match(self.text, start)
            end = match.end() if match else start
        if end > start and place["indent"] and self._is_uncertain(start, end):
            return -1
        return end

    def _is_uncertain(self, start: int, end: int) -> bool:
        """Whether an indented region may belong to a list item that ends within it."""
        return _OUTDENTED.search(self.text, start, end) is not None and self._holds_items(start)

    def _holds_items(self, end: int) -> bool:
        """Whether a list item or a footnote starts in this piece before an offset; looks at no part of it twice."""
        if self._looked_to < self.start:
            self._looked_to, self._found_item = self.start - 1, False
        if not self._found_item:
            self._found_item = _LEANING.search(self.text, self._looked_to, end) is not None
            self._looked_to = self.text.rfind("\n", 0, end)
        return self._found_item

    def _end_of_fence(self, start: int, mark: str) -> int:
        line_end = self.text.find("\n", start)
        if line_end < 0:
            return len(self.text)
        if mark[0] == "`" and "`" in self.text[start + len(mark) : line_end]:
            return start
        closing = re.compile(rf"\n {{0,3}}{mark}{mark[0]}*[ \t]*(?=\n|\Z)").search(self.text, line_end)
        return closing.end() if closing else len(self.text)

    def _end_of_html(self, start: int) -> int:
        opening = RAW_START.match(self.text, start)
        if opening:
            mark = RAW_ENDS[opening[0].lower()]
            is_closed = self._last_place(mark) >= opening.end()
            return self._end_of_line(self._lower.find(mark, opening.end())) if is_closed else start
        if DETAILS_TAG.match(self.text, start):
            closing = self._details.get(start)
            return self._end_of_line(closing) if closing else start
        if not STANDALONE_TAG.match(self.text, start):
            return start
        blank = _BLANK_LINE.search(self.text, start)
        end = blank.start() if blank else len(self.text)
        return -1 if _REGION_START.search(self.text, start, end) else end

    def _end_of_line(self, offset: int) -> int:
        end = self.text.find("\n", offset)
        return end if end >= 0 else len(self.text)

    def _last_place(self, mark: str) -> int:
        """The last offset of a mark, found once: to search in vain again and again would cost squares."""
        if mark not in self._last_places:
            self._last_places[mark] = self._lower.rfind(mark)
        return self._last_places[mark]

    @cached_property
    def _lower(self) -> str:
        return lowered(self.text)

    @cached_property
    def _details(self) -> dict[int, int]:
        return partners(self.text)
