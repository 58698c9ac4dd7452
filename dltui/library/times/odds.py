"""How likely each timestamp of an article is shifted by one place: log-odds, above 0 for shifted, below for plain.

Three steps, each of pure functions: what speaks for each stamp alone (here), how the article's third parts look
(`habit`), and which readings follow one another best (`order`). The weights of all three were fitted on half of the
videos of a corpus and checked on the other half, with stamps whose second a sibling article pins.
"""

import math
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from dltui.library.times.clock_parts import Clock
from dltui.library.times.evidence import Evidence
from dltui.library.times.stamp_words import Words
from dltui.library.times.witness import IMPOSSIBLE_HOUR


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


class Odds(NamedTuple):
    """The log-odds of one stamp, and what speaks most for a shift."""

    points: float
    reason: Reason = Reason.HABIT


_CERTAIN = 20.0
_OVER_CEILING = 12.0
_OVER_CEILING_BUT_USUAL = 4.0
_A_STAMP = 0.15
_SOME_LONGER = 1.3
_SHIFT_OVER_CEILING = -6.0
_OVER_LONG = 3.0
_OVER_MIDDLE = 1.0
_FOUR_PARTS = 6.0
_FRACTION = 3.0
_FIRST_HOUR = -8.0
_ROUND_FIRST_HOUR = -2.5
_SAME_SENTENCE = 8.0
_SAME_SECOND = (1.0, 3.0)
_FEWEST_SHARED_WORDS = 2
_FEWEST_FOUR_PARTS = 3


def alone(clock: Clock, words_of: Callable[[], Words], evidence: Evidence) -> Odds:
    """What speaks for a stamp by itself.

    Args:
        clock: of three parts.
        words_of: gives the words of its sentence; asked only if another article names one of its seconds.
        evidence: of the video.
    """
    hour, minute, second = clock.parts
    if hour >= IMPOSSIBLE_HOUR:
        return Odds(_CERTAIN, Reason.HOUR)
    if hour == minute == 0:
        return Odds(-_CERTAIN)
    found = _by_length(clock, evidence)
    plain, shifted = evidence.known.get(clock.plain, ()), evidence.known.get(clock.shifted, ())
    if plain or shifted:
        found += _by_siblings(words_of(), plain, shifted, evidence)
    if second >= 60:
        found.append(Odds(_FRACTION, Reason.FRACTION))
    elif hour == 0:
        found.append(Odds(_FIRST_HOUR if second else _ROUND_FIRST_HOUR))
    points, strongest, reason = 0.0, 0.0, Reason.HABIT
    for odds in found:
        points += odds.points
        if odds.points > strongest:
            strongest, reason = odds
    return Odds(points, reason)


def _by_length(clock: Clock, evidence: Evidence) -> list[Odds]:
    """Whether a reading is later than the video can be."""
    limit = evidence.limit
    if limit is not None:
        found = [_over_limit(clock.plain, limit, evidence)] if clock.plain > limit else []
        return [*found, Odds(_SHIFT_OVER_CEILING)] if clock.shifted > limit else found
    if evidence.long is not None and clock.plain > evidence.long * _SOME_LONGER + 60:
        return [Odds(_OVER_LONG, Reason.CHANNEL)]
    if evidence.middle is not None and clock.plain > evidence.middle * 1.5 + 60:
        return [Odds(_OVER_MIDDLE, Reason.CHANNEL)]
    return []


def _over_limit(second: int, limit: float, evidence: Evidence) -> Odds:
    """How much it says that a second is later than the video seems to be: the more, the farther and the surer."""
    if evidence.duration:
        return Odds(_OVER_CEILING, Reason.CEILING)
    is_usual = evidence.long is not None and second <= evidence.long * _SOME_LONGER
    most = _OVER_CEILING_BUT_USUAL if is_usual else _OVER_CEILING
    return Odds(min(most, _A_STAMP * evidence.stamps * math.log(second / limit)), Reason.CEILING)


def _by_siblings(
    words: Words, plain: Sequence[Words], shifted: Sequence[Words], evidence: Evidence
) -> list[Odds]:
    """What it says that other articles name one of the two seconds, each in these words."""
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
