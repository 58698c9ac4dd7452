"""The line under a hit: sentences around the matches, cut at their borders, and the moment nearest to them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dltui.model.passage import Match, PassageMoment
from dltui.search.disk.record import Record
from dltui.search.language.wanted import WantedWords

SNIPPET_LENGTH = 200
"""Characters a snippet has at most, with its ellipses."""

_ELLIPSIS = "…"
_CLOSING = "\"'”’)]"
_SENTENCE_ENDS = f".!?…。！？{_CLOSING}"
# What isn't shown as it stands: a stamp leaves blanks behind it, also before a full stop; code is indented.
_UNTIDY = re.compile(r"(?P<stop>[ \t]+)(?=[.,](?:\s|$))|\s*\n\s*|\t|[ \t]{2,}")
_BETWEEN_LINES = " · "
_LINE_ENDS = ".!?…。！？:,;·，：；、"
_LOOKED_AT = 16


class Snippet(NamedTuple):
    """A cut of a text.

    Attributes:
        offset: of the first match in the text; 0 where there is none.
        written: the words of the whole text that match, as written, where folding changes more than their case.
    """

    text: str
    matches: tuple[Match, ...]
    offset: int
    written: tuple[str, ...] = ()


class Found(NamedTuple):
    """A match in a text, and which word of the query it is."""

    start: int
    end: int
    word: int


def find_matches(record: Record, wanted: WantedWords) -> list[Found]:
    """Where the words of a query stand in a passage's text, in order, none overlapping.

    A word that tells next to nothing (`the`, where others are rare) counts only right beside another match.
    """
    which = wanted.which
    found = [
        Found(record.starts[at], record.starts[at] + len(token), word)
        for at, token in enumerate(record.tokens)
        if (word := which[token]) >= 0
    ]
    if wanted.runs:
        found = [_narrowed(record.text, item, wanted) for item in found]
    if not wanted.common:
        return found
    return [
        item
        for at, item in enumerate(found)
        if item.word not in wanted.common or _is_beside(found, at, wanted)
    ]


def _narrowed(text: str, item: Found, wanted: WantedWords) -> Found:
    """The part of a token that matches: all of it, but of an unspaced script the run only."""
    run = wanted.items[item.word].run
    at = text.find(run, item.start, item.end) if run else -1
    return item if at < 0 else Found(at, at + len(run), item.word)


def _is_beside(found: Sequence[Found], at: int, wanted: WantedWords) -> bool:
    """Whether a common word belongs to a group of neighbours in which one isn't common."""
    for step in (-1, 1):
        place = at
        while 0 <= place + step < len(found):
            left, right = sorted((found[place], found[place + step]))
            if right.start - left.end > 1:
                break
            place += step
            if found[place].word not in wanted.common:
                return True
    return False


def cut_snippet(record: Record, wanted: WantedWords, length: int = SNIPPET_LENGTH) -> Snippet:
    """Cut a snippet where most words of the query stand together.

    Args:
        record: a passage's.
        wanted: the words to light.
        length: characters at most; at least 20.
    """
    text = record.text
    found = find_matches(record, wanted)
    offset = found[0].start if found else 0
    start, end = 0, len(text)
    if len(text) > length:
        match = _densest(found, length // 2)
        room = length - 2 * len(_ELLIPSIS)
        start = _begin(text, record.sentences, match, length)
        if any(item.start == match and item.end > start + room for item in found):
            start = match
        end = _finish(text, record.sentences, start, max(start, match), start + room)
        end = next((item.start for item in found if match < item.start < end < item.end), end)
    before = _ELLIPSIS if start and not _is_border(text, start) else ""
    after = _ELLIPSIS if end < len(text) and not _is_border(text, end) else ""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    line = _OneLine(text[start:end].rstrip(), length - len(before), after)
    ranges = [(item.start - start, item.end - start) for item in found if start <= item.start < end]
    matches = line.places(ranges, shift=len(before))
    written = {word for item in found if not (word := text[item.start : item.end]).isascii()}
    return Snippet(before + line.text, matches, offset, tuple(sorted(written)))


class _OneLine:
    """A stretch of text on one line, its lines, items and rows with a mark between them.

    Args:
        stretch: of the text.
        length: characters it may have at most, with what follows.
        after: what follows it; an ellipsis where it has to be cut.
    """

    def __init__(self, stretch: str, length: int, after: str) -> None:
        pieces: list[str] = []
        at = grown = 0
        self._ends, self._shifts = [0], [0]
        for gap in _UNTIDY.finditer(stretch):
            shown = _shown_gap(stretch, gap)
            pieces += (stretch[at : gap.start()], shown)
            at = gap.end()
            grown += len(shown) - len(gap[0])
            self._ends.append(at)
            self._shifts.append(grown)
        whole = "".join([*pieces, stretch[at:]])
        if len(whole) + len(after) > length:
            after = _ELLIPSIS
            room = length - len(after)
            blank = whole.rfind(" ", room // 2, room + 1)
            whole = whole[: blank if blank > 0 else room].rstrip(" ·")
        self._room = len(whole)
        self.text = whole + after

    def places(self, ranges: Iterable[tuple[int, int]], shift: int) -> tuple[Match, ...]:
        """Where ranges of the stretch stand now, moved by `shift`; those that aren't shown are left out."""
        found = []
        for start, end in ranges:
            moved = self._shifts[bisect_right(self._ends, start) - 1]
            if start + moved < self._room:
                found.append(Match(start + moved + shift, min(end + moved, self._room) + shift))
        return tuple(found)


def _shown_gap(stretch: str, gap: re.Match[str]) -> str:
    """What is shown instead of white space."""
    if "\n" in gap[0]:
        return " " if stretch[: gap.start()].rstrip(_CLOSING).endswith(tuple(_LINE_ENDS)) else _BETWEEN_LINES
    return "" if gap["stop"] else " "


def _densest(found: Sequence[Found], width: int) -> int:
    """Where the stretch begins that holds most different words of the query; the first of equals."""
    best, begin = 0, found[0].start if found else 0
    for at, item in enumerate(found):
        words = set()
        for other in found[at : at + _LOOKED_AT]:
            if other.end - item.start > width:
                break
            words.add(other.word)
        if len(words) > best:
            best, begin = len(words), item.start
    return begin


def _begin(text: str, starts: Sequence[int], match: int, length: int) -> int:
    """The start of the match's sentence, or where that is too far ahead a word before the match."""
    sentence = starts[bisect_right(starts, match) - 1]
    if match - sentence <= length * 2 // 3:
        return sentence
    space = text.find(" ", match - length // 3, match)
    return space + 1 if space >= 0 else match


def _finish(text: str, starts: Sequence[int], start: int, match: int, limit: int) -> int:
    """The last sentence border before the limit; where that leaves little, a space behind the match; else the limit."""
    if limit >= len(text):
        return len(text)
    border = starts[bisect_right(starts, limit) - 1]
    if border - start >= (limit - start) // 2:
        return border
    space = text.rfind(" ", match + 1, limit)
    return space if space > match else limit


def _is_border(text: str, at: int) -> bool:
    """Whether a sentence may end before this place."""
    ahead = text[:at].rstrip()[-1:] if text[at - 1].isspace() else text[at - 1]
    return ahead in _SENTENCE_ENDS or "\n" in text[max(0, at - 1) : at + 1]


def nearest_moment(moments: Sequence[PassageMoment], text: str, offset: int) -> PassageMoment | None:
    """The moment that backs what stands at an offset.

    A stamp stands behind what it backs, so that is the next one of the same paragraph; else the nearest one.
    """
    paragraph_end = text.find("\n", offset)
    for moment in moments:
        if moment.offset >= offset:
            if paragraph_end < 0 or moment.offset <= paragraph_end:
                return moment
            break
    return min(moments, key=lambda moment: abs(moment.offset - offset), default=None)
