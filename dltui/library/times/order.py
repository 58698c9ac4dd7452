"""Which readings of an article's timestamps follow one another best."""

import math
from collections.abc import Sequence

from dltui.library.times.clock_parts import Clock
from dltui.library.times.odds import Odds

_REACH = 0.1
_STAYS_NEAR = 0.5
_KEEPS_READING = 0.9
_BEYOND_END = 0.05


def in_order(odds: Sequence[Odds], clocks: Sequence[Clock], length: int) -> list[bool]:
    """The likeliest sequence of readings: neighbours tend to be near in the video and to be read alike (Viterbi).

    Args:
        odds: of each stamp.
        clocks: of each stamp.
        length: of the video in seconds, as far as known.

    Returns:
        For each stamp whether it is shifted.
    """
    length = max(length, 60)
    scores = [0.0, 0.0]
    steps: list[tuple[bool, bool]] = []
    before: Clock | None = None
    for one, clock in zip(odds, clocks, strict=True):
        if before is not None:
            scores, step = _advance(scores, before, clock, length)
            steps.append(step)
        scores = [scores[0] - one.points / 2, scores[1] + one.points / 2]
        before = clock
    path = [scores[1] > scores[0]]
    for step in reversed(steps):
        path.append(step[path[-1]])
    return path[::-1] if odds else []


def _advance(
    scores: Sequence[float], before: Clock, clock: Clock, length: int
) -> tuple[list[float], tuple[bool, bool]]:
    """The best score of both readings of the next stamp, and which reading of the one before each comes from."""
    best, origins = [], []
    for is_shifted in (False, True):
        second = clock.shifted if is_shifted else clock.plain
        ways = [
            scores[0] + _transition(before.plain, second, length, same=not is_shifted),
            scores[1] + _transition(before.shifted, second, length, same=is_shifted),
        ]
        origins.append(ways[1] > ways[0])
        best.append(max(ways))
    return best, (origins[0], origins[1])


def _transition(before: int, second: int, length: int, *, same: bool) -> float:
    """The logarithm of how likely one second follows another."""
    reach = max(5.0, length * _REACH)
    near = math.exp(-abs(second - before) / reach) / (2 * reach)
    anywhere = (1.0 if second <= length * 1.1 else _BEYOND_END) / length
    kept = _KEEPS_READING if same else 1 - _KEEPS_READING
    return math.log(_STAYS_NEAR * near + (1 - _STAYS_NEAR) * anywhere) + math.log(kept)
