"""What find found in an article: searched chunk by chunk, in what is drawn, without laying anything out."""

import re
import time
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from dltui.render.chunks import Chunks
from dltui.render.draw.laid import LaidChunk
from dltui.render.finding import Sources, letters
from dltui.render.places import chunk_of_line, resolved
from dltui.render.spot import Cells, Place

_NO_BREAK = "\u00a0"
_KEPT_CHUNKS = 64


class Match(NamedTuple):
    """A found piece of text; the same at every width.

    Attributes:
        chunk: the chunk's number, and `flow` the text's number within it.
        start: first character of that text, and `end` the one after the last.
        line: 1-based line of the file that the text starts on.
    """

    chunk: int
    flow: int
    start: int
    end: int
    line: int

    @property
    def place(self) -> Place:
        """Where it starts; `Layout.reveal` gives its row."""
        return Place(self.line, self.flow, self.start)


def pattern_of(text: str, *, regex: bool, ignore_case: bool | None) -> re.Pattern[str]:
    """What to search for; white space stands for any white space.

    Raises:
        re.error: the text is no regular expression.
    """
    source = text if regex else r"\s+".join(map(re.escape, re.split(r"\s+", text)))
    if ignore_case is None:
        ignore_case = text == text.lower()
    return re.compile(source, re.IGNORECASE if ignore_case else 0)


class Matches:
    """The matches of one find, in reading order; `count` may grow until it is complete.

    Args:
        pattern: None finds nothing.
        wanted: letters that a chunk's source must hold for a match to be in it; empty for any chunk.
        problem: why there is no pattern; empty if there is one.
    """

    def __init__(
        self,
        chunks: Chunks,
        sources: Sources,
        pattern: re.Pattern[str] | None,
        wanted: bytes,
        problem: str = "",
    ) -> None:
        self.problem = problem
        self._chunks, self._sources = chunks, sources
        self._pattern, self._wanted = pattern, wanted
        self._found: list[list[Match] | None] = [None] * len(chunks)
        self._searched = 0
        self._count = 0
        self._lit: dict[int, tuple[LaidChunk, list[Cells]]] = {}

    @property
    def count(self) -> int:
        """How many are known so far; all of them once `complete`."""
        return self._count

    @property
    def complete(self) -> bool:
        """Whether the whole article has been searched."""
        return self._searched == len(self._found)

    def advance(self, budget_seconds: float) -> bool:
        """Search on for about that long; whether it is complete now."""
        deadline = time.monotonic() + budget_seconds
        for chunk, found in enumerate(self._found):
            if found is None:
                self._in_chunk(chunk)
                if time.monotonic() >= deadline:
                    break
        return self.complete

    def next(self, place: Place, direction: int = 1, *, here: bool = False) -> Match | None:
        """The nearest match after a place, or before it with direction -1; goes round at the end.

        Args:
            place: need not be one of a match.
            direction: 1 or -1.
            here: whether a match that starts at the place itself will do.

        Returns:
            None if there is no match at all.
        """
        if not self._found:
            return None
        start = chunk_of_line(self._chunks, place.line)
        key = resolved(self._chunks, start, place)
        beyond, rest = self._split(start, key, direction, here=here)
        for match in beyond:
            return match
        count = len(self._found)
        for distance in range(1, count):
            if found := self._in_chunk((start + distance * direction) % count):
                return found[0] if direction > 0 else found[-1]
        return rest[0] if rest else None

    def _split(
        self, chunk: int, key: tuple[int, int], direction: int, *, here: bool
    ) -> tuple[list[Match], list[Match]]:
        """The matches of a chunk beyond a place, the nearest first, and the others, the farthest first."""
        found = self._in_chunk(chunk)
        keys = [(match.flow, match.start) for match in found]
        if direction > 0:
            cut = bisect_left(keys, key) if here else bisect_right(keys, key)
            return found[cut:], found[:cut]
        cut = bisect_right(keys, key) if here else bisect_left(keys, key)
        return found[:cut][::-1], found[cut:][::-1]

    def ordinal(self, match: Match) -> int | None:
        """Which one it is, from 1; None while what stands before it hasn't been searched yet."""
        before = 0
        for found in self._found[: match.chunk]:
            if found is None:
                return None
            before += len(found)
        here = self._in_chunk(match.chunk)
        return before + here.index(match) + 1 if match in here else None

    def cells(self, top: int, count: int) -> list[Cells]:
        """The cells to light in these rows, after `Layout.ensure`."""
        heights = self._chunks.heights
        found: list[Cells] = []
        chunk = heights.chunk_at(top)
        while chunk < len(heights) and heights.top(chunk) < top + count:
            base = heights.top(chunk)
            lit = self._lit_cells(chunk)
            first = bisect_left(lit, (top - base,))
            last = bisect_left(lit, (top + count - base,))
            found += [Cells(base + row, start, end) for row, start, end in lit[first:last]]
            chunk += 1
        return found

    def cells_of(self, match: Match) -> list[Cells]:
        """The cells of one match; empty while a fold hides it. May lay out its chunk."""
        base = self._chunks.heights.top(match.chunk)
        return [Cells(base + row, start, end) for row, start, end in self._cells_in(match)]

    def _cells_in(self, match: Match) -> list[Cells]:
        flow = self._chunks.composed(match.chunk).flows[match.flow]
        return self._chunks.laid(match.chunk).cells_of(flow, match.start, match.end)

    def _lit_cells(self, chunk: int) -> list[Cells]:
        laid = self._chunks.laid(chunk)
        known = self._lit.get(chunk)
        if known is not None and known[0] is laid:
            return known[1]
        lit = sorted(cells for match in self._in_chunk(chunk) for cells in self._cells_in(match))
        if len(self._lit) >= _KEPT_CHUNKS:
            self._lit.clear()
        self._lit[chunk] = (laid, lit)
        return lit

    def _in_chunk(self, chunk: int) -> list[Match]:
        found = self._found[chunk]
        if found is None:
            found = self._found[chunk] = list(self._search(chunk))
            self._searched += 1
            self._count += len(found)
        return found

    def _search(self, chunk: int) -> Iterator[Match]:
        if self._pattern is None:
            return
        source = self._chunks.manuscript.source(chunk)
        if source and not self._sources.may_hold(chunk, source, self._wanted):
            return
        for flow in self._chunks.composed(chunk).flows:
            for match in self._pattern.finditer(flow.text.replace(_NO_BREAK, " ")):
                if match.end() > match.start():
                    yield Match(chunk, flow.ordinal, match.start(), match.end(), flow.line)


def find(
    chunks: Chunks, sources: Sources, text: str, *, regex: bool = False, ignore_case: bool | None = None
) -> Matches:
    """Search for text; see `Layout.find`."""
    if not text.strip():
        return Matches(chunks, sources, None, b"")
    try:
        pattern = pattern_of(text, regex=regex, ignore_case=ignore_case)
    except re.error as error:
        return Matches(chunks, sources, None, b"", f"Not a regular expression: {error}")
    return Matches(chunks, sources, pattern, b"" if regex else letters(text))
