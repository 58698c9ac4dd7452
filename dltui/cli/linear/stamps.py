"""Timestamps as text: as written, and in words what they were read as where that differs."""

import re

from dltui.model.timestamp import Reading, Timestamp, clock

_RANGE = re.compile(r"\d\s*[-–—]\s*\[?\d")
_NO_LABELS = frozenset({"", "n/a", "na", "none", "null", "-"})


def stamp_text(timestamp: Timestamp, repeats: int = 0) -> str:
    """A timestamp in brackets.

    Args:
        timestamp: with its reading.
        repeats: how many further copies of it followed directly.
    """
    said = _said(timestamp, " ".join(timestamp.stamp.text.split()))
    if repeats:
        said += f", repeated {repeats:,} times"
    return f"[{said}]"


def _said(timestamp: Timestamp, written: str) -> str:
    if timestamp.seconds is None:
        return "no time" if written.casefold() in _NO_LABELS else f"{written}, no time"
    end = "" if timestamp.end_seconds is None else f" to {clock(timestamp.end_seconds)}"
    if timestamp.reading is Reading.INFERRED:
        return f"{written}, inferred as {clock(timestamp.seconds)}{end}".removeprefix(", ")
    if not end or _RANGE.search(written):
        return written or clock(timestamp.seconds)
    return f"{written or clock(timestamp.seconds)}{end}"
