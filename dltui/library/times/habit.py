"""How shifted timestamps look in one article, learnt from those that are sure."""

import math
from collections import Counter
from collections.abc import Sequence

from dltui.library.times.clock_parts import Clock
from dltui.library.times.odds import Odds

_KINDS = 4
_SHIFTED_KINDS = (4.0, 0.5, 0.5, 1.0)
_PLAIN_KINDS = (0.6, 0.3, 0.2, 20.0)
_PRIOR = (0.6, 60.0)
_PRIOR_WITH_SLIP = (0.6, 30.0)
_SURE = 6.0
_CERTAIN = 30.0
_ROUNDS = 3


def with_habit(odds: Sequence[Odds], clocks: Sequence[Clock]) -> list[Odds]:
    """Let the stamps that are sure tell how shifted ones look in this article, and judge the others by that.

    A few rounds of expectation and maximisation over two kinds of stamps; what differs between them is the third
    part: `00`, the second part again, always the same number, or anything.
    """
    kinds = _kinds(clocks)
    free = [clock.parts[0] > 0 or clock.parts[2] == 0 or clock.parts[2] >= 60 for clock in clocks]
    prior = _PRIOR_WITH_SLIP if any(one.points >= _SURE for one in odds) else _PRIOR
    habit = math.log(prior[0] / prior[1])
    points = [one.points + habit if is_free else one.points for one, is_free in zip(odds, free, strict=True)]
    for _ in range(_ROUNDS):
        shares = [_probability(point) for point in points]
        gains = _gains(shares, kinds, free, prior)
        points = [
            one.points + gains[kind] if is_free else one.points
            for one, kind, is_free in zip(odds, kinds, free, strict=True)
        ]
    return [Odds(point, one.reason) for point, one in zip(points, odds, strict=True)]


def _gains(
    shares: Sequence[float], kinds: Sequence[int], free: Sequence[bool], prior: tuple[float, float]
) -> list[float]:
    """What each kind of third part adds, given how likely each stamp is shifted."""
    shifted, plain = list(_SHIFTED_KINDS), list(_PLAIN_KINDS)
    total_shifted, total_plain = prior
    for share, kind, is_free in zip(shares, kinds, free, strict=True):
        if is_free:
            shifted[kind] += share
            plain[kind] += 1 - share
            total_shifted += share
            total_plain += 1 - share
    share_shifted = math.log(total_shifted / total_plain)
    return [
        math.log(shifted[kind] / sum(shifted)) - math.log(plain[kind] / sum(plain)) + share_shifted
        for kind in range(_KINDS)
    ]


def _kinds(clocks: Sequence[Clock]) -> list[int]:
    """The kinds of third parts: 0 is `00`, 1 repeats the second part, 2 is the article's usual number, 3 the rest."""
    counts = Counter(clock.parts[2] for clock in clocks if clock.parts[2])
    usual, count = counts.most_common(1)[0] if counts else (0, 0)
    if count < 4 or count <= 0.25 * len(clocks):
        usual = 0
    return [_kind(clock, usual) for clock in clocks]


def _kind(clock: Clock, usual: int) -> int:
    _, minute, second = clock.parts
    if second in (0, minute):
        return 0 if second == 0 else 1
    return 2 if second == usual else 3


def _probability(points: float) -> float:
    if points < -_CERTAIN:
        return 0.0
    return 1 / (1 + math.exp(-points)) if points < _CERTAIN else 1.0
