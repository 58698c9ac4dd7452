"""Spans of time as `at:` takes them: `10:00..20:00`, `1:02:03..`, `..90`, `12:30`."""

import re

_CLOCK = re.compile(r"(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6})")
_AROUND_SECONDS = 30
END_OF_TIME = 10**6
"""Seconds no video reaches."""


def read_seconds(text: str) -> int | None:
    """Seconds from `1:02:03`, `12:30` or `90`; None where it is none of these."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds


def read_span(text: str) -> tuple[int, int] | None:
    """The first and the last second of a span; a single time means what is near it."""
    before, dots, after = text.partition("..")
    if not dots:
        middle = read_seconds(before)
        return None if middle is None else (max(0, middle - _AROUND_SECONDS), middle + _AROUND_SECONDS)
    first = read_seconds(before) if before else 0
    last = read_seconds(after) if after else END_OF_TIME
    if first is None or last is None or not (before or after):
        return None
    return min(first, last), max(first, last)
