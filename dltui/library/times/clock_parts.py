"""The digits of a timestamp as numbers, before anything decides what they mean."""

import re
from functools import lru_cache
from typing import NamedTuple

from dltui.model.timestamp import Stamp

_TOKEN = re.compile(r"(?<!\d)(?<!\d:)\d{1,3}(?::\d{1,3}){1,3}(?!\d)")
_BARE_SECONDS = re.compile(r"\s*(\d{1,6})(?:\.\d+)?\s*s?\s*")
_UNITS = re.compile(r"(?=\d+[hm])(?:\d{1,6}h)?(?:\d{1,6}m)?(?:\d{1,6}s?)?")
_URL_TIME = re.compile(r"[?&#](?:t|start)=(\d+[hms]?[\dhms]*)")
_UNIT = re.compile(r"(\d{1,6})([hms]|$)")
_UNIT_SECONDS = {"h": 3600, "m": 60, "s": 1, "": 1}
_LONGEST = 400  # what is looked at of a value or a label: a stamp is short, whatever was glued to it


class Clock(NamedTuple):
    """One token of digits: `(9, 10, 57)` for `09:10:57`; one part is a number of seconds.

    Attributes:
        plain: seconds by the plain rule for that many parts: MM:SS, HH:MM:SS, and HH:MM:SS with hundredths. A third
            part of 60 or more can't be seconds: it's a fraction, and counts nothing.
        shifted: seconds if the digits stand one place too far left: the first part is minutes, the second seconds.
    """

    parts: tuple[int, ...]
    plain: int
    shifted: int

    @classmethod
    def of(cls, parts: tuple[int, ...]) -> "Clock":
        """The clock of one to four parts."""
        if len(parts) < 3:
            seconds = parts[0] if len(parts) == 1 else parts[0] * 60 + parts[1]
            return cls(parts, seconds, seconds)
        first, second, third = parts[:3]
        return cls(parts, first * 3600 + second * 60 + (third if third < 60 else 0), first * 60 + second)

    @property
    def ambiguous(self) -> bool:
        """Whether it has two readings that differ."""
        return self.plain != self.shifted


@lru_cache(maxsize=4096)
def clocks_in(text: str) -> tuple[Clock, ...]:
    """Every stamp-like token of a text, in order; a lone number of seconds or a URL's time counts as one."""
    text = text[:_LONGEST]
    found = tuple(Clock.of(tuple(map(int, token.split(":")))) for token in _TOKEN.findall(text))
    return found or _lone_seconds(text)


def _lone_seconds(text: str) -> tuple[Clock, ...]:
    if match := _BARE_SECONDS.fullmatch(text):
        return (Clock.of((int(match[1]),)),)
    found = _UNITS.fullmatch(text.strip()) or _URL_TIME.search(text)
    if found is None:
        return ()
    units = _UNIT.findall(found[found.lastindex or 0])
    return (Clock.of((sum(int(number) * _UNIT_SECONDS[unit] for number, unit in units),)),)


def clock_of(stamp: Stamp) -> Clock | None:
    """The token a stamp is read by: the first of its value, else of its label; None if it names no time.

    Where the label is the value moved by one place (`09:42:07` labelled `00:09:42`), the author has corrected
    it there: then it's the label's.
    """
    values = clocks_in(stamp.value)
    labels = clocks_in(stamp.label)
    if values and labels and is_correction(values[0], labels[0]):
        return labels[0]
    found = values or labels
    return found[0] if found else None


def is_correction(value: Clock, label: Clock) -> bool:
    """Whether the label is the value moved to the right by one place."""
    return len(value.parts) == len(label.parts) == 3 and label.parts == (0, *value.parts[:2])
