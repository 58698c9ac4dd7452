"""Which chunks may hold a text, told from their sources, so that finding needn't parse them all."""

import re
import unicodedata

_NOT_LETTERS = re.compile(r"[\W_]+")
_NOT_DRAWN = re.compile(
    r"<[^<>]*>|\]\([^()\n]*\)|\]\[[^\]\n]*\]|\[\[[^\]|\n]*\||\[\^[^\]\n]*\]|%%.*?%%", re.DOTALL
)
_DRAWN_OTHERWISE = re.compile(r"[&$]|\\[(\[]")
"""Entities and formulas: what is drawn for them can't be told from their letters."""
_ADDED_WORDS = ("notime", "details", "image")
"""Words that are drawn although nobody wrote them."""


def letters(text: str) -> str:
    """Only letters and digits, without case and accents."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    return _NOT_LETTERS.sub("", text.casefold())


class Sources:
    """The letters of each chunk's source, gathered when they are first asked for."""

    def __init__(self) -> None:
        self._letters: dict[int, str] = {}

    def may_hold(self, chunk: int, source: str, wanted: str) -> bool:
        """Whether what is drawn of a chunk may hold these letters. No is certain, yes is not.

        `wanted` is made by `letters`; every chunk may hold text that has no letters or is a number.
        """
        if not wanted or wanted.isdecimal() or any(wanted in word for word in _ADDED_WORDS):
            return True
        found = self._letters.get(chunk)
        if found is None:
            found = self._letters[chunk] = _searchable(source)
        return not found or wanted in found


def _searchable(source: str) -> str:
    """The letters of a source, with and without what isn't drawn; empty where they say nothing."""
    if _DRAWN_OTHERWISE.search(source):
        return ""
    drawn = letters(_NOT_DRAWN.sub("", source))
    return f"{letters(source)} {drawn}"
