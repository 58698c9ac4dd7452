"""Timestamps as anchors: `<a class="yt-timestamp" data-t="00:01:02">[00:01:02]</a>` and every way it breaks."""

import re
from typing import NamedTuple
from urllib.parse import unquote

from dltui.markdown.codes import Code
from dltui.model.video import VIDEO_ADDRESS

_TIME = r"\d{1,3}(?::\d{1,3}){1,3}"
#: A sound one behind its `<`, the form of nearly all; its groups are value and label.
USUAL = rf'a class="yt-timestamp" data-t="({_TIME})">\[({_TIME})\]</a>'
USUAL_ANCHOR = re.compile(f"<{USUAL}")
_TAG = re.compile(
    r"<\s?(?P<name>a|p|span|sup|time|div)(?:\s|%20)(?P<attributes>[^<>]{0,400})(?P<close>>?)", re.IGNORECASE
)
_CLASS = re.compile(r"\byt\W{0,4}time[-_ ]?sta?mp|\btime-?stamp|\by\w?t?-\w*stamp", re.IGNORECASE)
_VALUE = re.compile(r"data(?:[-=_]?t(?:ime(?:-?stamp)?)?)?\s*=\s*[\"'“”]?([^\"'“”]*)", re.IGNORECASE)
_VALUE_AS_NAME = re.compile(r"data-(\d[\d:]*)")
_CLOCK = re.compile(r"\d{1,3}(?::\d{1,3}){1,3}(?:\.\d+Z?)?")
_TIME_IN_URL = re.compile(r"[?&#;](?:t|start)=(\d[\d:hms]*?)s?(?:[&#\"']|$)")

_LABEL = re.compile(
    r"\s*(?P<label>[^<\n]{0,200}?)\s*<(?P<slash>/?)(?P<name>a|p|span|sup|time|div)\s*>", re.IGNORECASE
)
_UNCLOSED = re.compile(
    r"\s*\[{1,2}(?P<label>[^\[\]<>\n]{1,40})\]{1,2}>?|\s*(?P<bare>\d{1,3}(?::\d{1,3}){1,3})>?"
)
_ONLY_TIMES = re.compile(r"[\[\]\d:.,;Z\s\"'>()–—-]*")
_BRACKETED = re.compile(r"\[{1,2}\s*(?P<label>[^\[\]]*?)\s*\]{0,2}(?:\(.*\))?")
_QUOTED = re.compile(r"\"[^\"]*\"|[\w-]+=")
_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST_WORDS = 4
_UNENDED = re.compile(
    r"<\s?a(?:\s|%20)[^<>\n]{0,80}?data[^<>\n\"]{0,12}\"?"
    r"(?P<value>\d{1,3}(?::\d{1,3}){1,3}(?:[\]\[\s–-]+\d{1,3}(?::\d{1,3}){1,3})?)[\]\"']*>?",
    re.IGNORECASE,
)
_DASH = re.compile(r"[-–—]")
_SOUND = re.compile(r'<a class="yt-timestamp" data-t="[^"\[\]]*">\[[^\[\]<>"]*\]</a>')


class Anchor(NamedTuple):
    """A timestamp's element.

    Attributes:
        end: offset behind it.
        value: the machine part as written; empty if there is none.
        label: the visible part without its brackets; empty if there is none.
        damage: what had to be repaired to read it; None if nothing.
        video: the id in the address that it holds; empty if there is none.
    """

    end: int
    value: str
    label: str
    damage: Code | None = None
    video: str = ""


def match_anchor(text: str, position: int) -> Anchor | None:
    """The timestamp element that starts with the `<` at this offset; None if it's no timestamp."""
    usual = USUAL_ANCHOR.match(text, position)
    if usual:
        return Anchor(usual.end(), usual[1], usual[2])
    tag = _TAG.match(text, position)
    if tag is None:
        return None
    attributes = tag["attributes"]
    if len(_WORD.findall(_QUOTED.sub("", attributes))) > _MOST_WORDS:
        return _match_unended(text, position)
    if "%" in attributes:
        attributes = unquote(attributes)
    value = _value(attributes)
    end, label, closed = _label(text, tag.end(), tag["name"].lower())
    if not (value or label) or not _is_timestamp(tag["name"].lower(), attributes, value, label):
        return None
    if not label and not tag["close"]:
        label = _joined(value)
    address = VIDEO_ADDRESS.search(attributes)
    damage = _damage(text[position:end], label, closed=closed)
    return Anchor(end, value, label, damage, address[1] if address else "")


def _match_unended(text: str, position: int) -> Anchor | None:
    """A tag that never ends, so that a sentence would count as its attributes: it ends behind its time."""
    match = _UNENDED.match(text, position)
    return (
        Anchor(match.end(), match["value"], _joined(match["value"]), Code.TIMESTAMP_BROKEN) if match else None
    )


def _value(attributes: str) -> str:
    """What the attributes say about the time, as written."""
    match = _VALUE.search(attributes) or _VALUE_AS_NAME.search(attributes)
    if match is None:
        match = _CLOCK.search(attributes)
        if match:
            return match[0]
    if match is None or "://" in match[1]:
        in_url = _TIME_IN_URL.search(attributes)
        return in_url[1] if in_url else match[1] if match else ""
    return match[1].strip()


def _is_timestamp(name: str, attributes: str, value: str, label: str) -> bool:
    if _CLASS.search(attributes):
        return True
    has_time = _CLOCK.search(value) is not None
    if _VALUE.search(attributes) or _VALUE_AS_NAME.search(attributes):
        return has_time or _CLOCK.fullmatch(label) is not None
    return name == "a" and _CLOCK.fullmatch(label) is not None


def _label(text: str, position: int, name: str) -> tuple[int, str, bool]:
    """The visible part behind the tag: its end, its text, and whether the element is closed."""
    match = _LABEL.match(text, position)
    if match:
        written = match["label"]
        own = match["name"].lower() in (name, "a") and "[[" not in written[2:]
        if (own and (match["slash"] or name == "a")) or _ONLY_TIMES.fullmatch(written):
            return match.end(), _unbracketed(written), True
    unclosed = _UNCLOSED.match(text, position)
    if unclosed:
        written = unclosed["bare"] or unclosed["label"]
        if _CLOCK.fullmatch(written.strip()):
            return unclosed.end(), written.strip(), False
    return position, "", False


def _unbracketed(written: str) -> str:
    """A label without its brackets; of several times in a damaged one, the last or the range."""
    bracketed = _BRACKETED.fullmatch(written)
    if bracketed and (bracketed["label"] or not _CLOCK.search(written)):
        return bracketed["label"].strip()
    if _ONLY_TIMES.fullmatch(written):
        return _joined(written)
    return written.removeprefix("[").removesuffix("]").strip()


def _joined(written: str) -> str:
    """The times in damaged text: two around a dash as a range, otherwise the last one."""
    clocks = _CLOCK.findall(written)
    if len(clocks) == 2 and _DASH.search(written):
        return f"{clocks[0]}-{clocks[1]}"
    return clocks[-1] if clocks else ""


def _damage(source: str, label: str, *, closed: bool) -> Code | None:
    if closed and not label:
        return Code.TIMESTAMP_UNLABELLED
    return None if _SOUND.fullmatch(source) else Code.TIMESTAMP_BROKEN
