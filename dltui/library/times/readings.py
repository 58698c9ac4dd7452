"""What the digits of an article's timestamps mean: plain hours, minutes and seconds, or shifted by one place.

Every stamp keeps what was written. A reading that isn't the plain one is marked as inferred, with its reason.
"""

from collections.abc import Callable, Sequence
from functools import partial

from dltui.library.times.clock_parts import Clock, clock_of, clocks_in, is_correction
from dltui.library.times.evidence import NOTHING_KNOWN, Evidence
from dltui.library.times.habit import with_habit
from dltui.library.times.odds import Reason, alone, with_four_parts
from dltui.library.times.order import in_order
from dltui.library.times.stamp_words import NO_WORDS, Words
from dltui.library.times.witness import IMPOSSIBLE_HOUR
from dltui.model.timestamp import Reading, Stamp, Timestamp

_LONGEST_LABEL_LEAD = 60
_USUAL_LENGTH = 3600


def read_stamps(
    stamps: Sequence[Stamp],
    evidence: Evidence = NOTHING_KNOWN,
    words_of: Callable[[int], Words] = lambda _index: NO_WORDS,
) -> tuple[Timestamp, ...]:
    """Read all stamps of one article.

    Args:
        stamps: in the order of the file.
        evidence: of the article's video.
        words_of: gives the words of the sentence of the stamp at an index, see `stamp_words.StampWords`; asked only
            where another article of the video names one of its seconds.

    Returns:
        One timestamp a stamp, in the same order.
    """
    clocks = [clock_of(stamp) for stamp in stamps]
    shifts = _shifts(clocks, words_of, evidence)
    return tuple(
        _read(stamp, clock, shift) for stamp, clock, shift in zip(stamps, clocks, shifts, strict=True)
    )


def _shifts(
    clocks: Sequence[Clock | None], words_of: Callable[[int], Words], evidence: Evidence
) -> list[Reason | None]:
    """For each stamp why it is shifted; None where it is plain."""
    three = [(at, clock) for at, clock in enumerate(clocks) if clock and len(clock.parts) == 3]
    shifts: list[Reason | None] = [None] * len(clocks)
    for at, clock in enumerate(clocks):
        if clock and len(clock.parts) == 4 and clock.parts[0] >= IMPOSSIBLE_HOUR:
            shifts[at] = Reason.HOUR
    if not three:
        return shifts
    parts = [clock for _, clock in three]
    found = [alone(clock, partial(words_of, at), evidence) for at, clock in three]
    found = with_four_parts(found, parts, sum(len(clock.parts) == 4 for clock in clocks if clock))
    found = with_habit(found, parts)
    length = evidence.duration or evidence.ceiling or evidence.middle or _USUAL_LENGTH
    for (at, clock), one, is_shifted in zip(three, found, in_order(found, parts, length), strict=True):
        if is_shifted and clock.ambiguous:
            shifts[at] = one.reason if one.points > 0 else Reason.ORDER
    return shifts


def _read(stamp: Stamp, clock: Clock | None, shift: Reason | None) -> Timestamp:
    """One stamp, its shift decided."""
    if clock is None:
        return Timestamp(stamp, None, reading=Reading.NONE, reason="no time is written")
    seconds = _seconds(clock, shift)
    end = _end(stamp, clock, shift, seconds)
    if shift:
        return Timestamp(stamp, seconds, end, Reading.INFERRED, shift.value)
    reason = _oddity(stamp, clock)
    return Timestamp(stamp, seconds, end, Reading.INFERRED if reason else Reading.EXACT, reason)


def _seconds(clock: Clock, shift: Reason | None) -> int:
    return clock.shifted if shift else clock.plain


def _oddity(stamp: Stamp, clock: Clock) -> str:
    """Why a reading that isn't shifted is still not what stands there; empty where it is."""
    values = clocks_in(stamp.value)
    if values and values[0] != clock:
        return "the label corrects the value"
    if len(clock.parts) == 3 and clock.parts[2] >= 60:
        return "its last part can't be seconds and is left out"
    if len(clock.parts) > 2 and clock.parts[1] >= 60:
        return "60 minutes or more are carried over to the hours"
    return ""


def _end(stamp: Stamp, clock: Clock, shift: Reason | None, seconds: int) -> int | None:
    """The end of a range: a second token, or a label that is a little later than the value."""
    values = clocks_in(stamp.value)
    if stamp.label == stamp.value and len(values) == 1:
        return None
    labels = clocks_in(stamp.label)
    if len(values) > 1 or len(labels) > 1:
        end = _seconds((values if len(values) > 1 else labels)[1], shift)
        return end if end > seconds else None
    if not values or not labels or is_correction(values[0], labels[0]) or values[0] != clock:
        return None
    end = _seconds(labels[0], shift)
    return end if 0 < end - seconds <= _LONGEST_LABEL_LEAD else None


def flip(timestamps: Sequence[Timestamp]) -> tuple[Timestamp, ...]:
    """The other reading of an article's ambiguous timestamps.

    Inferred shifts are read plainly; where there is none, all stamps of three parts are read as shifted.
    """
    clocks = [clock_of(timestamp.stamp) for timestamp in timestamps]
    is_shifted = any(
        _is_shifted(timestamp, clock) for timestamp, clock in zip(timestamps, clocks, strict=True)
    )
    return tuple(
        _flipped(timestamp, clock, to_plain=is_shifted)
        for timestamp, clock in zip(timestamps, clocks, strict=True)
    )


def _is_shifted(timestamp: Timestamp, clock: Clock | None) -> bool:
    return clock is not None and clock.ambiguous and timestamp.seconds == clock.shifted


def _flipped(timestamp: Timestamp, clock: Clock | None, *, to_plain: bool) -> Timestamp:
    if clock is None or not clock.ambiguous or _is_shifted(timestamp, clock) != to_plain:
        return timestamp
    seconds = clock.plain if to_plain else clock.shifted
    reading = Reading.EXACT if to_plain else Reading.INFERRED
    return Timestamp(timestamp.stamp, seconds, None, reading, "read the other way")
