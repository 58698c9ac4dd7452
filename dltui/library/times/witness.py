"""What one article can tell about its video: the seconds that it surely names."""

import zlib
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dltui.library.times.clock_parts import Clock, clock_of
from dltui.library.times.stamp_words import MOST_WORDS, Words
from dltui.model.timestamp import Stamp

IMPOSSIBLE_HOUR = 5
"""The transcripts were cut at four hours, so an hour from here on isn't one."""

_FEWEST = 3
_MOST_OF_ONE_KIND = 0.3
_MOST_OF_ONE_THIRD = 0.4
_MOST_STAMPS = 2000


@dataclass(frozen=True, slots=True)
class Witness:
    """The certain seconds of one article, and the words that each backs; empty for one that can't be trusted."""

    seconds: tuple[int, ...] = ()
    words: tuple[Words, ...] = ()

    @property
    def top(self) -> int:
        """The last second it names; 0 for none."""
        return max(self.seconds, default=0)

    def packed(self) -> bytes:
        """As bytes for the catalogue: seconds, then `MOST_WORDS` numbers each, padded with the first."""
        numbers = array("H")
        for words in self.words:
            chosen = sorted(words) or [0]
            numbers.extend((chosen + chosen[:1] * MOST_WORDS)[:MOST_WORDS])
        return zlib.compress(array("I", self.seconds).tobytes() + numbers.tobytes(), 1)  # for its checksum

    @classmethod
    def unpacked(cls, packed: bytes) -> "Witness":
        """The reverse of `packed`.

        Raises:
            zlib.error: it was damaged.
        """
        packed = zlib.decompress(packed)
        count = len(packed) // (array("I").itemsize + MOST_WORDS * array("H").itemsize)
        border = count * array("I").itemsize
        seconds, numbers = array("I", packed[:border]), array("H", packed[border:])
        words = (frozenset(numbers[at : at + MOST_WORDS]) for at in range(0, len(numbers), MOST_WORDS))
        return cls(tuple(seconds), tuple(words))


def witness_of(stamps: Sequence[Stamp], words_of: Callable[[], Sequence[Words]]) -> Witness:
    """What an article's stamps tell about its video.

    Args:
        stamps: in the order of the file.
        words_of: gives the words of each, see `stamp_words.StampWords`; asked only if the article is trusted.
    """
    clocks = [clock_of(stamp) for stamp in stamps[:_MOST_STAMPS]]
    if not is_trusted([clock for clock in clocks if clock]):
        return Witness()
    certain = [
        (clock.plain, said)
        for clock, said in zip(clocks, words_of(), strict=False)
        if clock and len(clock.parts) in (2, 3)
    ]
    return Witness(tuple(second for second, _ in certain), tuple(said for _, said in certain))


def is_trusted(clocks: Sequence[Clock]) -> bool:
    """Whether all times of an article can be taken plainly: none of the marks of a slip is on it."""
    three = [clock.parts for clock in clocks if len(clock.parts) == 3]
    if len(three) < _FEWEST or any(len(clock.parts) == 4 for clock in clocks):
        return False
    if any(hour >= IMPOSSIBLE_HOUR or minute > 59 or second > 59 for hour, minute, second in three):
        return False
    return not _has_padding(three) and not _skips_first_hour(three)


def _has_padding(parts: Sequence[tuple[int, ...]]) -> bool:
    """Whether the third parts look like filling: `00`, the second part again, or always the same."""
    zeros = sum(third == 0 for _, _, third in parts)
    doubles = sum(second == third for _, second, third in parts)
    usual = Counter(third for *_, third in parts).most_common(1)[0][1]
    count = len(parts)
    if count >= 2 * _FEWEST and usual >= _MOST_OF_ONE_THIRD * count:
        return True
    return max(zeros, doubles) >= _MOST_OF_ONE_KIND * count


def _skips_first_hour(parts: Sequence[tuple[int, ...]]) -> bool:
    """Whether times jump from the first minute to the second hour: `00:00:57`, then `01:00:04`."""
    places = {(hour > 0, minute > 0) if hour == 0 else (True, True) for hour, minute, _ in parts}
    return places == {(False, False), (True, True)}
