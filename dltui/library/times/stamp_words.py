"""The words that stand before each timestamp, as small numbers: what siblings of a video are compared by."""

import re
from collections.abc import Sequence
from zlib import crc32

from dltui.model.timestamp import Stamp

Words = frozenset[int]

NO_WORDS: Words = frozenset()

MOST_WORDS = 8
_REACH = 400  # characters: about two sentences
_WORD = re.compile(r"[^\W\d_]{4,30}")
_MARKUP = re.compile(r"<[^<>]*>|\[[\d:\], \[]+\]|\]\]|\[\[[^\]|]*\|")
_OPEN_TAG = re.compile(r"<[^<>]*$")
_SENTENCE_END = re.compile(r"[.!?。]\s|\n")


class StampWords:
    """The longest words of the sentence that each stamp ends, picked out as they are asked for.

    They are sets of at most `MOST_WORDS` numbers below 65,536; a number stands for a word, hardly ever for two.

    Args:
        text: the file's.
        stamps: in the order of the file.
    """

    def __init__(self, text: str, stamps: Sequence[Stamp]) -> None:
        self._text = text
        self._places: list[int] = []
        at = 0
        for stamp in stamps:
            written = stamp.value or stamp.label
            place = text.find(written, at) if written else -1
            at = place if place >= 0 else at
            self._places.append(at)
            at += len(written) if place >= 0 else 0

    def of(self, index: int) -> Words:
        """The words of the stamp at an index."""
        place = self._places[index]
        return _words(self._text[max(0, place - _REACH) : place])

    def of_all(self) -> tuple[Words, ...]:
        """The words of every stamp."""
        return tuple(map(self.of, range(len(self._places))))


def _words(before: str) -> Words:
    """The words of the last sentence; where that has hardly any, the stamp stands after a full stop: one more."""
    sentences = _SENTENCE_END.split(_MARKUP.sub(" ", _OPEN_TAG.sub("", before)))
    words = set(_WORD.findall(sentences[-1].lower()))
    if len(words) < 2 and len(sentences) > 1:
        words |= set(_WORD.findall(sentences[-2].lower()))
    longest = sorted(words, key=lambda word: (-len(word), word))[:MOST_WORDS]
    return frozenset(crc32(word.encode("utf-8", "replace")) & 0xFFFF for word in longest)
