"""Anchors of headings."""

import re
from collections.abc import Iterable, Mapping

_TAG = re.compile(r"<[^<>]*>")
_WIKILINK = re.compile(r"!?\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s[^()]*)?\)")
_TIME = re.compile(r"\[\d{1,3}(?::\d{1,3})+\]")
_DROPPED = re.compile(r"[^\w\s-]")
_GAP = re.compile(r"[\s_]+")


def slug(text: str) -> str:
    """The anchor of a heading's text: lower case, letters and digits, `-` for spaces; `section` if nothing is left."""
    words = _DROPPED.sub("", text.lower()).strip()
    return _GAP.sub("-", words) or "section"


def plain_heading(source: str) -> str:
    """A heading's text, roughly, from its source: good enough for an anchor, and cheap."""
    text = source.rstrip().rstrip("#") if source.endswith("#") else source
    if "<" in text:
        text = _TAG.sub("", text)
    if "[" in text:
        text = _WIKILINK.sub(r"\1", text)
        text = _LINK.sub(r"\1", _TIME.sub("", text))
    return text


def unique_anchors(headings: Iterable[tuple[int, str]]) -> Mapping[int, str]:
    """An anchor for each heading that differs from all others.

    Args:
        headings: line and source of each heading, in order.
    """
    anchors: dict[int, str] = {}
    taken: dict[str, int] = {}
    for line, source in headings:
        name = anchor = slug(plain_heading(source))
        while anchor in taken:
            taken[name] += 1
            anchor = f"{name}-{taken[name]}"
        taken.setdefault(anchor, 0)
        anchors[line] = anchor
    return anchors
