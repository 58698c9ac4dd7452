"""Which chunks may hold a text, told from their sources, so that finding needn't parse them all."""

import re
import unicodedata

_NOT_LETTERS = bytes(code for code in range(0x80) if not chr(code).isalnum())
_JOINER = "\u200d"
_NOT_DRAWN = re.compile(
    r"<[^<>]*>|\]\([^()\n]*\)|\]\[[^\]\n]*\]|\[\[[^\]|\n]*\||\[\^[^\]\n]*\]|%%.*?%%", re.DOTALL
)
_DRAWN_OTHERWISE = re.compile(r"&[#\w]{1,32};|\$[^$]+\$|\\[(\[]")
"""Entities and formulas: what is drawn for them can't be told from their letters."""
_ADDED_WORDS = (b"notime", b"details", b"image")
"""Words that are drawn although nobody wrote them."""


def letters(text: str) -> bytes:
    """Only what isn't a mark or blank of ASCII, without case, raised and lowered characters made plain; UTF-8."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).replace(_JOINER, "")
    return text.casefold().encode(errors="replace").translate(None, _NOT_LETTERS)


class Sources:
    """The letters of each chunk's source, gathered when they are first asked for."""

    def __init__(self) -> None:
        self._letters: dict[int, bytes] = {}

    def may_hold(self, chunk: int, source: str, wanted: bytes) -> bool:
        """Whether what is drawn of a chunk may hold these letters. No is certain, yes is not.

        `wanted` is made by `letters`; every chunk may hold text that has no letters or is a number.
        """
        if not wanted or wanted.isdigit() or any(wanted in word for word in _ADDED_WORDS):
            return True
        found = self._letters.get(chunk)
        if found is None:
            found = self._letters[chunk] = _searchable(source)
        return not found or wanted in found


def _searchable(source: str) -> bytes:
    """The letters of a source, with and without what isn't drawn; empty where they say nothing."""
    if _DRAWN_OTHERWISE.search(source):
        return b""
    return letters(source) + b" " + letters(_NOT_DRAWN.sub("", source))
