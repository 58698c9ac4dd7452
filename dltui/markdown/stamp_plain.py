"""Timestamps in plain text: `[00:01:02]`, lists, ranges, and links that only wrap a time."""

import re
from typing import NamedTuple

from dltui.markdown.codes import Code
from dltui.markdown.stamp_anchor import match_anchor
from dltui.model.timestamp import Stamp
from dltui.model.video import VIDEO_ADDRESS

LONG = r"(?:HH:)?\d{1,3}:\d{1,2}:\d{1,3}(?::\d{1,3})?(?:\.\d+Z?)?"
_ANY = rf"(?:{LONG}|\d{{1,3}}:\d{{2}})"
_DASH = r"\s*[-–—→]\s*"
_COMMA = r"\s*(?:[,;/&|+]|\b(?:and|y|e|und|et)\b)\s*|\s+"
_ANY_ITEM = rf"{_ANY}(?:{_DASH}{_ANY})?"
_LONG_ITEM = rf"{LONG}(?:{_DASH}{LONG})?"

_BRACKETED = re.compile(
    rf"(?P<doubled>\[)?\[\s*(?P<times>{_ANY_ITEM}(?:(?:{_COMMA}){_ANY_ITEM})*)\s*\](?(doubled)\])"
)
_ESCAPED = re.compile(rf"\\\[\s*(?P<times>{_LONG_ITEM}(?:(?:{_COMMA}){_LONG_ITEM})*)\s*\\\]")
_PARENTHESISED = re.compile(rf"\(\s*(?P<times>{_LONG_ITEM}(?:(?:{_COMMA}){_LONG_ITEM})*)\s*\)")
_ITEM = re.compile(_ANY_ITEM)
_IS_LONG = re.compile(LONG)
_WRAPPED_ANCHOR = re.compile(r"\(\s*(?=<\s?a[\s%])", re.IGNORECASE)
_CLOSING = re.compile(r"\s*\)")
_DESTINATION = re.compile(r"\(\s*(?P<url>[^()\s<>]*)\s*\)")
_TIME_DESTINATION = re.compile(
    rf"\(\s*(?:[^()\s]*(?:timestamp|data-t)[^()\s\d]*)?(?P<time>{_ANY})[\"']?\s*\)", re.IGNORECASE
)
_VIDEO_HOST = re.compile(
    r"https?://(?:www\.|m\.|music\.)?youtu(?:\.be|be(?:-nocookie)?\.com)/", re.IGNORECASE
)
_HOST = re.compile(r"https?://", re.IGNORECASE)
_TIME_IN_URL = re.compile(r"[?&#](?:t|start)=(\d[\d:hms]*?)s?(?:[&#\"]|$)")


class Found(NamedTuple):
    """Timestamps found at one place of a text.

    Attributes:
        end: offset behind them.
        parts: stamps, and the text between them that stays visible.
        damage: what had to be repaired to read them; None if nothing.
    """

    end: int
    parts: tuple[Stamp | str, ...]
    damage: Code | None = None

    @property
    def stamps(self) -> list[Stamp]:
        """The parts that are timestamps."""
        return [part for part in self.parts if isinstance(part, Stamp)]


def match_bracketed(text: str, position: int, line: int) -> Found | None:
    """What starts with `[` and holds nothing but times, with the link around it if there is one."""
    match = _BRACKETED.match(text, position)
    if match is None:
        return None
    times = match["times"]
    is_long = _IS_LONG.search(times) is not None
    if not is_long and position and (text[position - 1].isalnum() or text[position - 1] == "_"):
        return None
    parts = _parts(times, line)
    end = match.end()
    if not text.startswith("(", end):
        return Found(end, parts)
    first = parts[0]
    if len(parts) > 1 or not isinstance(first, Stamp):
        return Found(end, parts)
    return _match_wrapped(text, end, first, is_long=is_long)


def _match_wrapped(text: str, position: int, stamp: Stamp, *, is_long: bool) -> Found | None:
    """The link destination behind a bracketed time: another spelling of the time, or an address."""
    if opening := _WRAPPED_ANCHOR.match(text, position):
        anchor = match_anchor(text, opening.end())
        if anchor is not None:
            closing = _CLOSING.match(text, anchor.end)
            end = closing.end() if closing else anchor.end
            stamp = Stamp(anchor.value, stamp.label, stamp.line, anchor.video)
            return Found(end, (stamp,), Code.TIMESTAMP_DOUBLED)
    destination = _DESTINATION.match(text, position)
    if destination is None:
        return Found(position, (stamp,))
    url = destination["url"]
    if _HOST.match(url) and not _VIDEO_HOST.match(url):  # a place elsewhere, which a moment would lose
        return None
    value = time_of_destination(url)
    if not (value or is_long or not url.strip("#") or _VIDEO_HOST.match(url)):
        return None
    address = VIDEO_ADDRESS.match(url)
    video = address[1] if address else ""
    return Found(destination.end(), (Stamp(value or stamp.value, stamp.label, stamp.line, video),))


def match_escaped(text: str, position: int, line: int) -> Found | None:
    r"""Times with hours in brackets that were escaped: `\[00:01:02\]`."""
    match = _ESCAPED.match(text, position)
    return Found(match.end(), _parts(match["times"], line)) if match else None


def match_parenthesised(text: str, position: int, line: int) -> Found | None:
    """Times with hours in round brackets: the brackets stay text."""
    match = _PARENTHESISED.match(text, position)
    if match is None:
        return None
    return Found(match.end(), ("(", *_parts(match["times"], line), ")"))


def match_time_destination(text: str, position: int) -> tuple[str, int] | None:
    """The destination of a link that is a time, as in `[words](00:01:19)`: the time and the end."""
    match = _TIME_DESTINATION.match(text, position)
    return (match["time"], match.end()) if match else None


def time_of_destination(url: str) -> str:
    """The time that a link's destination names: `#t=62`, `…&t=62s`, `00:01:02`; empty if none."""
    if _ITEM.fullmatch(url):
        return url
    match = _TIME_IN_URL.search(url)
    return match[1] if match else ""


def is_time(text: str) -> bool:
    """Whether the text is one time, or a range of two, and nothing else."""
    return _ITEM.fullmatch(text) is not None


def _parts(times: str, line: int) -> tuple[Stamp | str, ...]:
    parts: list[Stamp | str] = []
    seen = 0
    for item in _ITEM.finditer(times):
        if item.start() > seen:
            parts.append(times[seen : item.start()])
        parts.append(Stamp(item[0], item[0], line))
        seen = item.end()
    return tuple(parts)
