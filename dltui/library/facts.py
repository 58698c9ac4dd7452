"""What the catalogue keeps of an article's body: small enough to store, enough to answer without the file."""

import json
import zlib
from dataclasses import dataclass

from dltui.library.loaded import LoadedArticle
from dltui.library.runs import Run
from dltui.library.sentences import Sentences
from dltui.model.block import OutlineEntry
from dltui.model.inline import Wikilink
from dltui.model.timestamp import Moment, Reading, Stamp, Timestamp

_LEVEL = 3  # of zlib: a tenth larger than the best, in a third of the time
_READINGS = tuple(Reading)


@dataclass(frozen=True, slots=True)
class SaidLink:
    """A wikilink of a body, and the sentence it stands in."""

    wikilink: Wikilink
    text: str


@dataclass(frozen=True, slots=True)
class BodyFacts:
    """What one body holds, in the order of the file."""

    headings: tuple[OutlineEntry, ...] = ()
    moments: tuple[Moment, ...] = ()
    links: tuple[SaidLink, ...] = ()


def facts_of(loaded: LoadedArticle) -> BodyFacts:
    """What an article's body holds; parses it in full."""
    links = (said for run in loaded.runs if run.links for said in _links(run))
    return BodyFacts(loaded.document.outline, loaded.moments(), tuple(links))


def _links(run: Run) -> list[SaidLink]:
    sentences = Sentences(run.text)
    return [SaidLink(wikilink, sentences.holding(offset)) for offset, wikilink in run.links]


def pack(facts: BodyFacts) -> bytes:
    """Facts as bytes for the catalogue: JSON, in which each text stands once, compressed."""
    texts: dict[str, int] = {}

    def number(text: str) -> int:
        return texts.setdefault(text, len(texts))

    moments = [
        [
            *(moment.timestamp.stamp.value, moment.timestamp.stamp.label, moment.line),
            *(moment.timestamp.seconds, moment.timestamp.end_seconds),
            *(_READINGS.index(moment.timestamp.reading), number(moment.timestamp.reason)),
            *(number(moment.text), number(moment.heading)),
        ]
        for moment in facts.moments
    ]
    links = [
        [link.name, link.anchor, link.label, int(link.embed), link.line, number(said.text)]
        for said in facts.links
        for link in (said.wikilink,)
    ]
    headings = [[entry.level, entry.text, entry.anchor, entry.line] for entry in facts.headings]
    data = [headings, moments, links, list(texts)]
    return zlib.compress(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(), _LEVEL)


def unpack(packed: bytes, video: str | None) -> BodyFacts:
    """The reverse of `pack`.

    Args:
        packed: as this program wrote it.
        video: of the article.
    """
    headings, moments, links, texts = json.loads(zlib.decompress(packed))
    return BodyFacts(
        tuple(OutlineEntry(*fields) for fields in headings),
        tuple(_moment(fields, texts, video) for fields in moments),
        tuple(
            SaidLink(Wikilink(name, anchor, label, bool(embed), line), texts[text])
            for name, anchor, label, embed, line, text in links
        ),
    )


def _moment(fields: list[str | int | None], texts: list[str], video: str | None) -> Moment:
    value, label, line, seconds, end_seconds, reading, reason, text, heading = fields
    stamp = Stamp(str(value), str(label), _number(line))
    timestamp = Timestamp(
        stamp,
        seconds if isinstance(seconds, int) else None,
        end_seconds if isinstance(end_seconds, int) else None,
        _READINGS[_number(reading)],
        texts[_number(reason)],
    )
    return Moment(video, timestamp, texts[_number(text)], texts[_number(heading)], stamp.line)


def _number(field: str | int | None) -> int:
    return field if isinstance(field, int) else 0
