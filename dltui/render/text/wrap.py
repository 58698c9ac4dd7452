"""Where a text is cut into rows: at spaces, between Chinese and Japanese characters, and inside what is too long."""

from typing import NamedTuple

from dltui.render.text.cells import Reach, is_ideograph, is_narrow, reach

_DASHES = "-‐–—/"
_URL_MARKS = "/?&=._-#%+:,"
_LONELY = frozenset("!?:;»%–—,.…")
_NO_START = frozenset(
    "!%),.:;?]}¢°’”†‡›»℃、。〃々〉》」』】〕〗〙〛〜ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ・ーヽヾ！％），．：；？］｝｠～…‥"
)
_NO_END = frozenset("$([{£¥‘“‹«〈《「『【〔〖〘〚＄（［｛｟￡￥")
_ZERO_WIDTH_SPACE = "\u200b"


class Extent(NamedTuple):
    """A row's share of a text, half open, without the spaces it was cut at."""

    start: int
    end: int


def wrap(text: str, width: int) -> list[Extent]:
    """Cut a text into rows of at most `width` cells; every newline starts a row.

    Only the spaces at a cut are left out. A character wider than the width still gets a row of its own.
    """
    if len(text) <= width and "\n" not in text and is_narrow(text):
        return [Extent(0, len(text))]
    extents: list[Extent] = []
    start = 0
    while True:
        end = text.find("\n", start)
        _wrap_stretch(text, start, len(text) if end < 0 else end, width, extents)
        if end < 0:
            return extents
        start = end + 1


def wrap_balanced(text: str, width: int) -> list[Extent]:
    """`wrap` in rows of about the same length, for titles: as narrow as the same number of rows allows."""
    extents = wrap(text, width)
    rows = len(extents)
    if rows == 1 or "\n" in text:
        return extents
    low, high = width // 2, width
    while low < high:
        middle = (low + high) // 2
        tried = wrap(text, middle)
        if len(tried) <= rows and _cuts_at_spaces(text, tried):
            extents, high = tried, middle
        else:
            low = middle + 1
    return extents


def _cuts_at_spaces(text: str, extents: list[Extent]) -> bool:
    return all(text[extent.start - 1] == " " for extent in extents[1:])


def _wrap_stretch(text: str, start: int, stop: int, width: int, extents: list[Extent]) -> None:
    while True:
        fits = reach(text, start, stop, width)
        if fits.limit >= stop:
            extents.append(Extent(start, stop))
            return
        end = cut = _cut(text, start, fits, width)
        while end > start and text[end - 1] == " ":
            end -= 1
        while cut < stop and text[cut] == " ":
            cut += 1
        extents.append(Extent(start, end))
        if cut >= stop:
            return
        start = cut


def _cut(text: str, start: int, fits: Reach, width: int) -> int:
    """The offset to cut at, after `start`."""
    limit = fits.limit
    space = _space_cut(text, start, limit)
    if space == limit:
        return limit
    if (
        space <= start
        or limit - space > width // 5
        or is_ideograph(text[limit])
        or is_ideograph(text[limit - 1])
    ):
        soft = _soft_cut(text, space, fits)
        if soft > space:
            return soft
    return space if space > start else _forced_cut(text, start, fits)


def _space_cut(text: str, start: int, limit: int) -> int:
    """The last space that may end a row; `start` if there is none."""
    found = space = text.rfind(" ", start + 1, limit + 1)
    while (
        space > start and text[space + 1 : space + 2] in _LONELY and text[space + 2 : space + 3] in ("", " ")
    ):
        space = text.rfind(" ", start + 1, space)
    return max(space if space > start else found, start)


def _soft_cut(text: str, lowest: int, fits: Reach) -> int:
    """The last cut inside a word: after a dash, a slash or a zero-width space, or beside an ideograph; else -1."""
    if fits.starts is None:
        return _dash_cut(text, lowest, fits.limit)
    for offset in range(fits.limit, lowest + 1, -1):
        if _is_soft(text, offset) and fits.may_cut(offset):
            return offset
    return -1


def _dash_cut(text: str, lowest: int, limit: int) -> int:
    """`_soft_cut` where no character is wide: after a dash or a slash."""
    while limit > lowest + 1:
        limit = max(text.rfind(dash, lowest + 1, limit) for dash in _DASHES) + 1
        if limit and _is_soft(text, limit):
            return limit
        limit -= 1
    return -1


def _is_soft(text: str, offset: int) -> bool:
    before, after = text[offset - 1], text[offset]
    if after in _NO_START or before in _NO_END:
        return False
    if before in _DASHES:
        return after.isalpha() and text[offset - 2].isalnum()
    return before == _ZERO_WIDTH_SPACE or is_ideograph(before) or is_ideograph(after)


def _forced_cut(text: str, start: int, fits: Reach) -> int:
    """A cut in what is too long for a row: after a mark of a URL in the row's last third, else where it is full."""
    lowest = start + (fits.limit - start) * 2 // 3
    last = max(text.rfind(mark, lowest, fits.limit) for mark in _URL_MARKS)
    return last + 1 if last >= 0 and fits.may_cut(last + 1) else fits.limit
