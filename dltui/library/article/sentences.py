"""Sentences of a text, and which one stands at an offset."""

import re
from bisect import bisect_right

_BORDER = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[^\s\d.,;:])|(?<=[。！？])\s*|\n+")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Dr|Mr|Mrs|Ms|Prof|St|vs|etc|e\.g|i\.e|approx|No|Fig|cf)\.$")
_LONGEST = 600


class Sentences:
    """The sentences of one run of text.

    Args:
        text: plain and clean; may hold newlines.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        for border in _BORDER.finditer(text):
            if not _ABBREVIATION.search(text, max(0, border.start() - 8), border.start()):
                self._starts.append(border.end())

    def around(self, offset: int) -> str:
        """The sentence that ends at or holds an offset; what follows it where nothing stands before."""
        before = min(offset, len(self._text))
        while before and self._text[before - 1].isspace():
            before -= 1
        number = bisect_right(self._starts, max(0, before - 1)) - 1
        found = self._sentence(number)
        while not found and number + 1 < len(self._starts):
            number += 1
            found = self._sentence(number)
        return found

    def holding(self, offset: int) -> str:
        """The sentence that holds the character at an offset."""
        return self._sentence(bisect_right(self._starts, offset) - 1)

    def _sentence(self, number: int) -> str:
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._text)
        found = " ".join(self._text[self._starts[number] : end].split())
        found = found.replace(" .", ".").replace(" ,", ",").strip(" ;,·")
        return found if len(found) <= _LONGEST else found[: _LONGEST - 1].rstrip() + "…"
