"""What a hit shows of a passage, as one line of JSON; see `blocks` for how it is kept."""

import json
import re
from array import array
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dltui.model.passage import Passage, PassageMoment
from dltui.model.timestamp import clock
from dltui.search.language.words import token_matches, tokens_of

_SENTENCE_START = re.compile(r"(?:(?<=[.!?…])[\"'”’)\]]*\s+|(?<=[。！？])|\n)(?=\S)")


@dataclass(frozen=True)
class Record:
    """A passage without what it shares with its article."""

    heading_path: tuple[str, ...]
    anchor: str
    line: int
    text: str
    moments: tuple[PassageMoment, ...]

    @property
    def heading(self) -> str:
        """The text of the heading it stands under; empty before the first."""
        return self.heading_path[-1] if self.heading_path else ""

    @cached_property
    def tokens(self) -> list[str]:
        """The words of the text, as written."""
        return tokens_of(self.text)

    @cached_property
    def starts(self) -> "array[int]":
        """Where each of them begins."""
        return array("I", [match.start() for match in token_matches(self.text)])

    @cached_property
    def sentences(self) -> tuple[int, ...]:
        """Where the sentences and paragraphs of the text begin, in order; never empty."""
        return (0, *[match.end() for match in _SENTENCE_START.finditer(self.text)])


def encode_record(passage: Passage) -> bytes:
    """The record of a passage; it holds no newline."""
    path = passage.heading_path or ((passage.heading,) if passage.heading else ())
    moments: list[int | str | tuple[int | str, str]] = []
    for moment in passage.moments:
        raw = _short_form(moment)
        moments += (moment.offset, moment.seconds, (raw, moment.video) if moment.video else raw)
    row = (path, passage.anchor, passage.line, passage.text, moments)
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def decode_record(line: bytes) -> Record:
    """The reverse of `encode_record`, without what a passage shares with its article."""
    path, anchor, number, text, moments = json.loads(line)
    return Record(
        tuple(path),
        anchor,
        number,
        text,
        tuple(
            _moment(offset, seconds, raw)
            for offset, seconds, raw in zip(moments[::3], moments[1::3], moments[2::3], strict=True)
        ),
    )


def _moment(offset: int, seconds: int, raw: int | str | list[Any]) -> PassageMoment:
    """A moment; one of another video than the article's has its id beside the label."""
    label, video = raw if isinstance(raw, list) else (raw, "")
    return PassageMoment(offset, seconds, _full_form(seconds, label), video)


def _padded(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _short_form(moment: PassageMoment) -> int | str:
    """A label as 0 or 1 where it is one of the two usual ways to write its seconds."""
    if moment.raw == _padded(moment.seconds):
        return 0
    return 1 if moment.raw == clock(moment.seconds) else moment.raw


def _full_form(seconds: int, raw: int | str) -> str:
    if isinstance(raw, str):
        return raw
    return clock(seconds) if raw else _padded(seconds)
