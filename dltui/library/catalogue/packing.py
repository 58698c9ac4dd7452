"""The facts of a body as bytes for the catalogue: JSON by columns, in which each text stands once."""

import json
from collections.abc import Iterable
from typing import Any

from dltui.library.article.facts import BodyFacts, SaidLink
from dltui.markdown.slug import slug
from dltui.model.block import OutlineEntry
from dltui.model.inline import Wikilink
from dltui.model.timestamp import Moment, Reading, Stamp, Timestamp

_READINGS = tuple(Reading)
_SAME = 0  # stands for a label that is the value, an anchor that is the slug of its heading, or the article's video


class DamagedFactsError(Exception):
    """Bytes that `pack` didn't make."""


class _Texts(dict[str, int]):
    """Texts and their numbers, in order of first use."""

    def number(self, text: str) -> int:
        return self.setdefault(text, len(self))


def pack(facts: BodyFacts) -> bytes:
    """Facts as bytes."""
    texts = _Texts()
    headings = [_heading_row(entry, texts) for entry in facts.headings]
    moments = [_moment_row(moment, texts) for moment in facts.moments]
    links = [_link_row(said, texts) for said in facts.links]
    data = [*map(_columns, (headings, moments, links)), list(texts)]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def unpack(packed: bytes, video: str | None) -> BodyFacts:
    """The reverse of `pack`.

    Args:
        packed: as this program wrote it.
        video: of the article.

    Raises:
        DamagedFactsError: somebody else wrote it.
    """
    try:
        headings, moments, links, texts = json.loads(packed)
        return BodyFacts(
            tuple(_heading(row, texts) for row in zip(*headings, strict=True)),
            tuple(_moment(row, texts, video) for row in zip(*moments, strict=True)),
            tuple(_link(row, texts) for row in zip(*links, strict=True)),
        )
    except (ValueError, TypeError, IndexError) as error:
        raise DamagedFactsError(str(error)) from error


def _columns(rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Rows as columns: what is alike stands together, and is packed closer."""
    return list(zip(*rows, strict=True))


def _heading_row(entry: OutlineEntry, texts: _Texts) -> tuple[Any, ...]:
    anchor = _SAME if entry.anchor == slug(entry.text) else entry.anchor
    return entry.level, texts.number(entry.text), anchor, entry.line


def _heading(row: tuple[Any, ...], texts: list[str]) -> OutlineEntry:
    level, number, anchor, line = row
    text = texts[number]
    return OutlineEntry(level, text, slug(text) if anchor == _SAME else anchor, line)


def _moment_row(moment: Moment, texts: _Texts) -> tuple[Any, ...]:
    timestamp = moment.timestamp
    stamp = timestamp.stamp
    return (
        stamp.value,
        _SAME if stamp.label == stamp.value else stamp.label,
        moment.line,
        timestamp.seconds,
        timestamp.end_seconds,
        _READINGS.index(timestamp.reading),
        texts.number(timestamp.reason),
        texts.number(moment.text),
        texts.number(moment.heading),
        stamp.video or _SAME,
    )


def _moment(row: tuple[Any, ...], texts: list[str], video: str | None) -> Moment:
    value, label, line, seconds, end_seconds, reading, reason, text, heading, named = row
    stamp = Stamp(value, value if label == _SAME else label, line, named or "")
    timestamp = Timestamp(stamp, seconds, end_seconds, _READINGS[reading], texts[reason])
    return Moment(stamp.video or video, timestamp, texts[text], texts[heading], line)


def _link_row(said: SaidLink, texts: _Texts) -> tuple[Any, ...]:
    link = said.wikilink
    return link.name, link.anchor, link.label, int(link.embed), link.line, texts.number(said.text)


def _link(row: tuple[Any, ...], texts: list[str]) -> SaidLink:
    name, anchor, label, embed, line, text = row
    return SaidLink(Wikilink(name, anchor, label, bool(embed), line), texts[text])
