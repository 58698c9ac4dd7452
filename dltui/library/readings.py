"""What the digits of an article's timestamps mean: the policy, as pure functions."""

from collections.abc import Sequence
from dataclasses import dataclass

from dltui.library.clock_parts import Clock, clock_of
from dltui.model.timestamp import Reading, Stamp, Timestamp

_IMPOSSIBLE_HOUR = 5


@dataclass(frozen=True, slots=True)
class Evidence:
    """What other articles tell about the video of this one.

    Attributes:
        ceiling: seconds that hardly any moment of the video exceeds; None where too little is known.
        duration: seconds of the video, where its front matter tells.
    """

    ceiling: int | None = None
    duration: int | None = None


NOTHING_KNOWN = Evidence()


def read_stamps(stamps: Sequence[Stamp], evidence: Evidence = NOTHING_KNOWN) -> tuple[Timestamp, ...]:
    """Read all stamps of one article.

    Args:
        stamps: in the order of the file.
        evidence: of the article's video.

    Returns:
        One timestamp a stamp, in the same order.
    """
    return tuple(_read(stamp, clock_of(stamp)) for stamp in stamps)


def _read(stamp: Stamp, clock: Clock | None) -> Timestamp:
    if clock is None:
        return Timestamp(stamp, None, reading=Reading.NONE, reason="no time is written")
    if len(clock.parts) > 2 and clock.parts[0] >= _IMPOSSIBLE_HOUR:
        return Timestamp(stamp, clock.shifted, reading=Reading.INFERRED, reason="no video has that hour")
    return Timestamp(stamp, clock.plain)


def flip(timestamps: Sequence[Timestamp]) -> tuple[Timestamp, ...]:
    """The other reading of an article's ambiguous timestamps.

    Inferred ones are read plainly; where none is inferred, all of three parts are read as shifted by one place.
    """
    inferred = any(timestamp.reading is Reading.INFERRED for timestamp in timestamps)
    return tuple(_flipped(timestamp, to_plain=inferred) for timestamp in timestamps)


def _flipped(timestamp: Timestamp, *, to_plain: bool) -> Timestamp:
    clock = clock_of(timestamp.stamp)
    if clock is None or len(clock.parts) < 3:
        return timestamp
    if not to_plain:
        return Timestamp(timestamp.stamp, clock.shifted, None, Reading.INFERRED, "read the other way")
    if timestamp.reading is not Reading.INFERRED:
        return timestamp
    return Timestamp(timestamp.stamp, clock.plain, reason="read the other way")
