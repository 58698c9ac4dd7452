"""How likely each timestamp of an article is shifted by one place, in log-odds: positive for shifted, negative for plain.

Three steps, each a pure function: what speaks for each stamp alone (`alone`), how the article's third parts
look (`with_habit`), and which readings follow one another best (`in_order`). The weights were fitted on half of the
videos of a corpus and checked on the other half, with stamps whose second a sibling article pins.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dltui.library.clock_parts import Clock
from dltui.library.evidence import Evidence
from dltui.library.stamp_words import Words
from dltui.library.witness import IMPOSSIBLE_HOUR


class Reason(StrEnum):
    """What speaks for a shift, as the reader sees it."""

    HOUR = "no transcript reaches that hour"
    CEILING = "the video is shorter than that"
    CHANNEL = "the channel's videos are shorter than that"
    FOUR_PARTS = "other times of the article have four parts"
    FRACTION = "its third part can't be seconds"
    SIBLING = "another article of the video names that second"
    SENTENCE = "another article of the video says the same at that second"
    HABIT = "most times of the article are shifted like this"
    ORDER = "it fits the times around it"


@dataclass(frozen=True, slots=True)
class Odds:
    """The log-odds of one stamp, and what speaks most for a shift."""

    points: float
    reason: Reason = Reason.HABIT


_CERTAIN = 20.0
_OVER_CEILING = 12.0
_SHIFT_OVER_CEILING = -6.0
_OVER_LONG = 3.0
_OVER_MIDDLE = 1.0
_FOUR_PARTS = 6.0
_FRACTION = 3.0
_FIRST_HOUR = -5.0
_SAME_SENTENCE = 8.0
_SAME_SECOND = (1.0, 3.0)
_FEWEST_SHARED_WORDS = 2
_FEWEST_FOUR_PARTS = 3


def alone(clocks: Sequence[Clock], words: Sequence[Words], evidence: Evidence) -> list[Odds]:
    """What speaks for each stamp by itself.

    Args:
        clocks: of the article's stamps that have three parts, in the order of the file.
        words: of each.
        evidence: of the video.
    """
    return [_alone(clock, said, evidence) for clock, said in zip(clocks, words, strict=True)]


def _alone(clock: Clock, words: Words, evidence: Evidence) -> Odds:
    hour, minute, second = clock.parts
    if hour >= IMPOSSIBLE_HOUR:
        return Odds(_CERTAIN, Reason.HOUR)
    if hour == minute == 0:
        return Odds(-_CERTAIN)
    found = [
        *_by_length(clock, evidence),
        *_by_siblings(clock, words, evidence),
    ]
    if second >= 60:
        found.append(Odds(_FRACTION, Reason.FRACTION))
    elif hour == 0 and second:
        found.append(Odds(_FIRST_HOUR))
    points = sum(odds.points for odds in found)
    strongest = max(found, key=lambda odds: odds.points, default=Odds(0.0))
    return Odds(points, strongest.reason if strongest.points > 0 else Reason.HABIT)


def _by_length(clock: Clock, evidence: Evidence) -> list[Odds]:
    """Whether a reading is later than the video can be."""
    limit = evidence.limit
    if limit is not None:
        found = [Odds(_OVER_CEILING, Reason.CEILING)] if clock.plain > limit else []
        return [*found, Odds(_SHIFT_OVER_CEILING)] if clock.shifted > limit else found
    if evidence.long is not None and clock.plain > evidence.long * 1.3 + 60:
        return [Odds(_OVER_LONG, Reason.CHANNEL)]
    if evidence.middle is not None and clock.plain > evidence.middle * 1.5 + 60:
        return [Odds(_OVER_MIDDLE, Reason.CHANNEL)]
    return []


def _by_siblings(clock: Clock, words: Words, evidence: Evidence) -> list[Odds]:
    """Whether other articles name one of the two seconds, and in the same words."""
    plain, shifted = evidence.known.get(clock.plain, ()), evidence.known.get(clock.shifted, ())
    found = []
    if bool(plain) != bool(shifted):
        points = _rarity(evidence)
        found.append(Odds(-points) if plain else Odds(points, Reason.SIBLING))
    if _shares(words, plain):
        found.append(Odds(-_SAME_SENTENCE))
    if _shares(words, shifted):
        found.append(Odds(_SAME_SENTENCE, Reason.SENTENCE))
    return found


def _rarity(evidence: Evidence) -> float:
    """How much a named second says: little where nearly every second of the video is named."""
    density = len(evidence.known) / max(evidence.ceiling or 1, 1)
    least, most = _SAME_SECOND
    return min(most, max(least, -math.log(min(1.0, max(density, 0.005)))))


def _shares(words: Words, sentences: Sequence[Words]) -> bool:
    return any(len(words & sentence) >= _FEWEST_SHARED_WORDS for sentence in sentences)


def with_four_parts(odds: Sequence[Odds], clocks: Sequence[Clock], four_parts: int) -> list[Odds]:
    """Among times such as `00:17:51:12`, three parts with a first one are minutes, seconds, hundredths."""
    if four_parts < _FEWEST_FOUR_PARTS:
        return list(odds)
    return [
        Odds(one.points + _FOUR_PARTS, Reason.FOUR_PARTS) if clock.parts[0] else one
        for one, clock in zip(odds, clocks, strict=True)
    ]


_KINDS = 4
_SHIFTED_KINDS = (4.0, 0.5, 0.5, 1.0)
_PLAIN_KINDS = (0.6, 0.3, 0.2, 20.0)
_PRIOR = (0.6, 15.0)
_ROUNDS = 3


def with_habit(odds: Sequence[Odds], clocks: Sequence[Clock]) -> list[Odds]:
    """Let the stamps that are sure tell how shifted ones look in this article, and judge the others by that.

    A few rounds of expectation and maximisation over two kinds of stamps; what differs between them is the third
    part: `00`, the second part again, always the same number, or anything.
    """
    kinds = _kinds(clocks)
    free = [clock.parts[0] > 0 or clock.parts[2] == 0 or clock.parts[2] >= 60 for clock in clocks]
    habit = math.log(_PRIOR[0] / _PRIOR[1])
    points = [one.points + habit if is_free else one.points for one, is_free in zip(odds, free, strict=True)]
    for _ in range(_ROUNDS):
        shares = [_probability(point) for point in points]
        gains = _gains(shares, kinds, free)
        points = [
            one.points + gains[kind] if is_free else one.points
            for one, kind, is_free in zip(odds, kinds, free, strict=True)
        ]
    return [Odds(point, one.reason) for point, one in zip(points, odds, strict=True)]


def _gains(shares: Sequence[float], kinds: Sequence[int], free: Sequence[bool]) -> list[float]:
    """What each kind of third part adds, given how likely each stamp is shifted."""
    shifted, plain = list(_SHIFTED_KINDS), list(_PLAIN_KINDS)
    total_shifted, total_plain = _PRIOR
    for share, kind, is_free in zip(shares, kinds, free, strict=True):
        if is_free:
            shifted[kind] += share
            plain[kind] += 1 - share
            total_shifted += share
            total_plain += 1 - share
    prior = math.log(total_shifted / total_plain)
    return [
        math.log(shifted[kind] / sum(shifted)) - math.log(plain[kind] / sum(plain)) + prior
        for kind in range(_KINDS)
    ]


def _kinds(clocks: Sequence[Clock]) -> list[int]:
    """The kind of each third part: 0 is `00`, 1 repeats the second part, 2 is the article's usual number, 3 the rest."""
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
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, points))))


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
