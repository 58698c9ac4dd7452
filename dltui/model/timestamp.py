"""Timestamps: what was written, and what it was meant to mean."""

from dataclasses import dataclass
from enum import StrEnum


class Reading(StrEnum):
    """How the seconds of a timestamp were got from its digits."""

    EXACT = "exact"
    INFERRED = "inferred"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A timestamp as written, before any reading.

    Attributes:
        value: the machine part (the `data-t` attribute or what stands for it); may be empty.
        label: the visible text without its brackets; may be empty.
        line: 1-based line of the file.
        video: the validated id of the video that its link names; empty where it names none, so that it is the
            article's own.
    """

    value: str
    label: str
    line: int
    video: str = ""

    @property
    def text(self) -> str:
        """What is shown: the label as written, else the value."""
        return self.label or self.value


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A stamp with its reading.

    Attributes:
        seconds: whole seconds from the start of the video; None where the stamp names no time.
        end_seconds: the end of a range, later than `seconds`; None for a single moment.
        reason: why the reading is not the plain one; empty for `exact`.
    """

    stamp: Stamp
    seconds: int | None
    end_seconds: int | None = None
    reading: Reading = Reading.EXACT
    reason: str = ""


def clock(seconds: int) -> str:
    """Seconds as a person writes them: `9:10`, `1:02:03`."""
    minutes, second = divmod(max(0, seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


@dataclass(frozen=True, slots=True)
class Moment:
    """A second of a video, and the sentence of an article that it backs.

    Attributes:
        video: the video's id; None where neither the stamp nor the article names one.
        text: the sentence, cleaned, without the stamp itself.
        heading: the text of the heading it stands under; empty before the first.
        line: 1-based line of the file.
    """

    video: str | None
    timestamp: Timestamp
    text: str
    heading: str
    line: int
