"""Anchors of headings."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

_TAG = re.compile(r"<[^<>]*>")
_WIKILINK = re.compile(r"!?\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]")
_DESTINATION = re.compile(r"\]\([^()\s]*(?:\s[^()]*)?\)")
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
        text = _TIME.sub("", text)
        if "[[" in text:
            text = _WIKILINK.sub(r"\1", text)
        if "](" in text:
            text = _DESTINATION.sub("", text)
    return text


class Anchors:
    """The anchors of a document's headings, which all differ; found when the first one is asked for.

    Args:
        headings: gives line and source of each heading, in order.
    """

    def __init__(self, headings: Callable[[], Iterable[tuple[int, str]]]) -> None:
        self._headings = headings

    @cached_property
    def _by_line(self) -> Mapping[int, str]:
        anchors: dict[int, str] = {}
        taken: dict[str, int] = {}
        for line, source in self._headings():
            name = anchor = slug(plain_heading(source))
            while anchor in taken:
                taken[name] += 1
                anchor = f"{name}-{taken[name]}"
            taken[anchor] = 0
            anchors[line] = anchor
        return anchors

    def of(self, line: int, text: str) -> str:
        """The anchor of the heading that starts on a line; one that the scan didn't see is told apart by its line."""
        return self._by_line.get(line) or f"{slug(text)}-line-{line}"
