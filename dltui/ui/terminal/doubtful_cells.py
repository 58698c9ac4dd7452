"""Text that terminals measure in their own ways: Indic vowel signs, emoji of several characters. No Textual here."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

_SIGNS = "\u0903-\u0dff\u0e31-\u0fff\u1000-\u109f\u1700-\u1cff\ua800-\uaaff\uabe0-\uabff"
_EMOJI = "\u200d\ufe0f\u20e3\U0001f3fb-\U0001f3ff"
_DOUBTFUL = re.compile(f"[{_SIGNS}{_EMOJI}]")


class Stretch(NamedTuple):
    """Cells that may turn out wider or narrower on the screen than they were measured.

    Attributes:
        start: the first cell, and `stop` the one after the last.
        slack: blank cells after it that it may run into.
    """

    start: int
    stop: int
    slack: int


def is_doubtful(text: str) -> bool:
    """Whether a terminal may draw a text in more or fewer cells than it was measured to take."""
    return not text.isascii() and _DOUBTFUL.search(text) is not None


def stretches(texts: Sequence[str]) -> Iterator[Stretch]:
    """The doubtful stretches of a row: from the first doubtful cell of each to where two blanks follow.

    Args:
        texts: of each cell; empty for the right half of a wide character.
    """
    at = 0
    while at < len(texts):
        if not is_doubtful(texts[at]):
            at += 1
            continue
        start = at
        while at < len(texts) and not (texts[at] == " " and texts[at + 1 : at + 2] in ([" "], [])):
            at += 1
        needed = _surplus(texts[start:at])
        slack = 0
        while slack < needed and texts[at + slack : at + slack + 1] == [" "]:
            slack += 1
        yield Stretch(start, at, slack)


def _surplus(texts: Sequence[str]) -> int:
    """How many cells more a terminal may take that draws every character by itself."""
    alone = sum(max(1, cell_len(char)) for text in texts for char in text)
    return max(0, alone - len(texts))
