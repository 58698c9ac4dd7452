"""The digits of a timestamp as numbers, before anything decides what they mean."""

import re
from dataclasses import dataclass

from dltui.model.timestamp import Stamp

_TOKEN = re.compile(r"(?<![\d:])\d{1,5}(?::\d{1,3}){1,3}(?!\d)")
_BARE_SECONDS = re.compile(r"\s*(\d{1,6})(?:\.\d+)?\s*s?\s*")
_URL_TIME = re.compile(r"[?&#](?:t|start)=(\d{1,6})(?:s?(?:$|[&#\"\s]))|[?&#]t=((?:\d+h)?(?:\d+m)?(?:\d+s)?)")
_UNIT = re.compile(r"(\d+)([hms])")
_UNIT_SECONDS = {"h": 3600, "m": 60, "s": 1}


@dataclass(frozen=True, slots=True)
class Clock:
    """One token of digits: `(9, 10, 57)` for `09:10:57`; one part is a number of seconds."""

    parts: tuple[int, ...]

    @property
    def plain(self) -> int:
        """Seconds by the plain rule for that many parts: MM:SS, HH:MM:SS, and HH:MM:SS with hundredths."""
        if len(self.parts) == 1:
            return self.parts[0]
        if len(self.parts) == 2:
            return self.parts[0] * 60 + self.parts[1]
        hours, minutes, seconds = self.parts[:3]
        return hours * 3600 + minutes * 60 + (seconds if seconds < 60 else 0)

    @property
    def shifted(self) -> int:
        """Seconds if the digits stand one place too far left: the first part is minutes, the second seconds."""
        if len(self.parts) < 3:
            return self.plain
        return self.parts[0] * 60 + self.parts[1]


def clocks_in(text: str) -> tuple[Clock, ...]:
    """Every stamp-like token of a text, in order; a lone number of seconds or a URL's time counts as one."""
    found = tuple(Clock(tuple(int(part) for part in match[0].split(":"))) for match in _TOKEN.finditer(text))
    return found or _lone_seconds(text)


def _lone_seconds(text: str) -> tuple[Clock, ...]:
    if match := _BARE_SECONDS.fullmatch(text):
        return (Clock((int(match[1]),)),)
    if match := _URL_TIME.search(text):
        if match[1]:
            return (Clock((int(match[1]),)),)
        seconds = sum(int(number) * _UNIT_SECONDS[unit] for number, unit in _UNIT.findall(match[2]))
        return (Clock((seconds,)),) if match[2] else ()
    return ()


def clock_of(stamp: Stamp) -> Clock | None:
    """The token a stamp is read by: the first of its value, else of its label."""
    found = clocks_in(stamp.value) or clocks_in(stamp.label)
    return found[0] if found else None
