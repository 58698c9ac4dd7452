"""How many cells text takes, and how much of it fits a row. The measure is Rich's, as the screen's is."""

import re
from collections.abc import Collection
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

NARROW_RANGES = (
    ("\u0020", "\u007e"),
    ("\u00a0", "\u00ac"),
    ("\u00ae", "\u02ff"),
    ("\u0370", "\u0377"),
    ("\u0384", "\u0482"),
    ("\u05d0", "\u05ea"),
    ("\u0621", "\u064a"),
    ("\u0660", "\u0669"),
    ("\u2010", "\u2027"),
    ("\u202f", "\u205e"),
    ("\u2070", "\u2071"),
    ("\u2074", "\u208e"),
    ("\u20a0", "\u20c0"),
    ("\u2100", "\u218b"),
    ("\u2190", "\u2319"),
    ("\u2500", "\u25fc"),
    ("\u2800", "\u28ff"),
)
"""First and last characters of blocks that are one cell wide whatever the version of Unicode."""

IDEOGRAPH_RANGES = (
    ("\u2e80", "\ua4cf"),
    ("\uf900", "\ufaff"),
    ("\ufe30", "\ufe4f"),
    ("\uff01", "\uff9f"),
    ("\U0001f300", "\U0001faff"),
    ("\U00020000", "\U0003ffff"),
)
"""Chinese and Japanese characters, and emoji: rows may end between any two of them."""


def _one_of(ranges: tuple[tuple[str, str], ...]) -> str:
    return "[" + "".join(f"{re.escape(first)}-{re.escape(last)}" for first, last in ranges) + "]"


_NARROW = re.compile(_one_of(NARROW_RANGES) + "*")
_IDEOGRAPH = re.compile(_one_of(IDEOGRAPH_RANGES))
_JOINER = "\u200d"
_JOINED = "\u2190-\u2bff\U0001f000-\U0001faff"
_STRAY_JOINER = re.compile(f"(?<![{_JOINED}\ufe0f]){_JOINER}|{_JOINER}(?![{_JOINED}])")
_FIRST_FLAG, _LAST_FLAG = "\U0001f1e6", "\U0001f1ff"


def is_narrow(text: str) -> bool:
    """Whether each character is one cell wide, so that offsets are cells."""
    return text.isascii() or _NARROW.fullmatch(text) is not None


def is_ideograph(char: str) -> bool:
    """Whether a row may end before and after the character, without a space."""
    return _IDEOGRAPH.match(char) is not None


def without_stray_joiners(text: str) -> str:
    """The text without zero-width joiners that join no two emoji: Rich would take what follows for no cells wide."""
    return _STRAY_JOINER.sub("", text) if _JOINER in text else text


def cells(text: str) -> int:
    """Width of clean text in cells."""
    return len(text) if text.isascii() else cell_len(text)


class Reach(NamedTuple):
    """How much of a text fits a row.

    Attributes:
        limit: the greatest offset that fits; at least one character is always taken.
        starts: offsets where a character starts; None if every offset is one.
    """

    limit: int
    starts: Collection[int] | None = None

    def may_cut(self, offset: int) -> bool:
        """Whether cutting there leaves no character in halves."""
        return self.starts is None or offset in self.starts


def reach(text: str, start: int, stop: int, width: int) -> Reach:
    """How far the text from `start` goes in `width` cells; a limit of `stop` means that all of it fits."""
    limit = start + max(1, width)
    if is_narrow(text[start : min(limit + 1, stop)]):
        return Reach(min(limit, stop))
    size = 2 * width + 8
    while start + size < stop:
        found = _reach_in(text[start : start + size], start, width)
        if found is not None:
            return found
        size *= 4
    return _reach_in(text[start:stop], start, width) or Reach(stop)


def _reach_in(window: str, start: int, width: int) -> Reach | None:
    """How far a window's text goes; None if all of it fits."""
    starts: set[int] = set()
    used = 0
    flag_open = False
    last = 0
    for first, _, size in split_graphemes(window)[0]:
        is_flag = _FIRST_FLAG <= window[first] <= _LAST_FLAG
        is_second_half = is_flag and flag_open
        flag_open = is_flag and not flag_open
        if not is_second_half:
            last = first
            starts.add(start + first)
        used += size
        if used > width and last > 0:
            return Reach(start + last, starts)
    return None
