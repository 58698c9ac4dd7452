"""Which readings of an article's timestamps follow one another best."""

from collections.abc import Sequence
from math import exp, log

from dltui.library.times.clock_parts import Clock
from dltui.library.times.odds import Odds

_REACH = 0.1
_STAYS_NEAR = 0.5
_BEYOND_END = 0.05
_KEEPS_READING = log(0.9)
_CHANGES_READING = log(0.1)


def in_order(odds: Sequence[Odds], clocks: Sequence[Clock], length: int) -> list[bool]:
    """The likeliest sequence of readings: neighbours tend to be near in the video and to be read alike (Viterbi).

    Args:
        odds: of each stamp.
        clocks: of each stamp.
        length: of the video in seconds, as far as known.

    Returns:
        For each stamp whether it is shifted.
    """
    if not odds:
        return []
    video = _Video(max(length, 60))
    before = clocks[0]
    plain, shifted = -odds[0].points / 2, odds[0].points / 2
    steps: list[tuple[bool, bool]] = []
    for one, clock in zip(odds[1:], clocks[1:], strict=True):
        stays_plain, gets_plain = video.follow(clock.plain, (plain, before.plain), (shifted, before.shifted))
        stays_shifted, gets_shifted = video.follow(
            clock.shifted, (shifted, before.shifted), (plain, before.plain)
        )
        steps.append((gets_plain > stays_plain, stays_shifted > gets_shifted))
        plain = max(stays_plain, gets_plain) - one.points / 2
        shifted = max(stays_shifted, gets_shifted) + one.points / 2
        before = clock
    path = [shifted > plain]
    for step in reversed(steps):
        path.append(step[path[-1]])
    return path[::-1]


class _Video:
    """How the seconds that an article names follow one another in a video of so many seconds."""

    def __init__(self, length: int) -> None:
        self._reach = max(5.0, length * _REACH)
        self._near = _STAYS_NEAR / (2 * self._reach)
        self._anywhere = (1 - _STAYS_NEAR) / length
        self._end = length * 1.1

    def follow(self, second: int, same: tuple[float, int], other: tuple[float, int]) -> tuple[float, float]:
        """The scores of a second after one that was read the same way, and after one read the other way.

        Args:
            second: that follows.
            same: the score so far and the second before, by the same reading.
            other: these by the other one.
        """
        anywhere = self._anywhere if second <= self._end else self._anywhere * _BEYOND_END
        kept = self._near * exp(-abs(second - same[1]) / self._reach) + anywhere
        changed = self._near * exp(-abs(second - other[1]) / self._reach) + anywhere
        return same[0] + log(kept) + _KEEPS_READING, other[0] + log(changed) + _CHANGES_READING
