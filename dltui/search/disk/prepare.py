"""Passages made ready for the index: words with levels, and what a hit shows of them.

This is the costly half of indexing, touches no file and gives plain picklable data, so it can run in other processes
than the one that writes.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dltui.model.clean import fold, normalised
from dltui.model.passage import Passage
from dltui.search.disk.pool import FIELD_CODES
from dltui.search.disk.postings import TOP_LEVEL
from dltui.search.disk.record import encode_record
from dltui.search.language.words import comparable, index_words, tokens_of

# BM25's saturation and its regard for length, with a fixed average: a level must not change as a library grows.
_SATURATION = 1.2
_LENGTH_REGARD = 0.6
_AVERAGE_WORDS = 110
# How many occurrences in the body one in the heading, or in the title of an article's first passage, is worth.
_HEADING_WORTH = 3
_TITLE_WORTH = 4

Levels = dict[str, int]


class PreparedPassage(NamedTuple):
    """One passage: the levels of its terms, by their keys in the table of terms, and its record."""

    levels: dict[bytes, int]
    record: bytes


class PreparedArticle(NamedTuple):
    """An article's passages, ready to be written; `line` is its row in the table of articles."""

    path: str
    line: bytes
    passages: tuple[PreparedPassage, ...]


def prepare(path: str, passages: Iterable[Passage], fingerprint: str = "") -> PreparedArticle:
    """Make an article's passages ready for `IndexWriter.put`.

    Args:
        path: the article's.
        passages: in the order of the article; none is fine, the index then knows of an empty article.
        fingerprint: of the file, given back by `fingerprints`.
    """
    known = list(passages)
    first = known[0] if known else Passage(path, "", "", "", None, (), "", (), "", 1, "")
    words, name = comparable(first.title), normalised(path.rpartition(".")[0] or path)
    line = article_line(
        (path, first.title, first.category, first.channel, first.video or "", fingerprint, words, name)
    )
    return PreparedArticle(
        path, line, tuple(_prepare(passage, lead=not at) for at, passage in enumerate(known or [first]))
    )


def article_line(columns: Sequence[str]) -> bytes:
    """An article as it is written: the values of `articles.COLUMNS`."""
    return json.dumps(columns, ensure_ascii=False).encode("utf-8", "replace")


def _prepare(passage: Passage, *, lead: bool) -> PreparedPassage:
    title, heading = _words(passage.title), _words(passage.heading)
    levels = _keyed("text", _text_levels(passage, title, heading, lead=lead))
    levels |= _keyed("title", dict.fromkeys(title, TOP_LEVEL))
    levels |= _keyed("heading", dict.fromkeys(heading, TOP_LEVEL))
    levels |= {FIELD_CODES["key"] + name: TOP_LEVEL for name in _keys(passage)}
    return PreparedPassage(levels, encode_record(passage))


def _keyed(field: str, levels: Levels) -> dict[bytes, int]:
    code = FIELD_CODES[field].decode()
    return {f"{code}{word}".encode("utf-8", "replace"): level for word, level in levels.items()}


def _words(text: str) -> Levels:
    return {word: 0 for token in tokens_of(text) for word in index_words(token)}


def _text_levels(passage: Passage, title: Levels, heading: Levels, *, lead: bool) -> Levels:
    """Levels of everything a passage is found by.

    The words of the title count in an article's first passage only; elsewhere they, like the headings above and the
    channel, make the passage findable but weigh nothing.
    """
    counts: dict[str, int] = {}
    tokens = Counter(tokens_of(passage.text))
    for token, count in tokens.items():
        for word in index_words(token):
            counts[word] = counts.get(word, 0) + count
    for worth, words in ((_HEADING_WORTH, heading), (_TITLE_WORTH if lead else 0, title)):
        if worth:
            for word in words:
                counts[word] = counts.get(word, 0) + worth
    levels = {**_words(" ".join((passage.channel, *passage.heading_path))), **title}
    levels.update(_levels(counts, length=tokens.total()))
    return levels


def _levels(counts: Levels, length: int) -> Levels:
    norm = _SATURATION * (1 - _LENGTH_REGARD + _LENGTH_REGARD * length / _AVERAGE_WORDS)
    scale = TOP_LEVEL + 1
    by_count = {
        count: min(TOP_LEVEL, 1 + int(scale * count / (count + norm))) for count in set(counts.values())
    }
    return {word: by_count[count] for word, count in counts.items()}


def _keys(passage: Passage) -> Iterable[bytes]:
    for tag in passage.tags:
        yield key("tag", fold(tag.lstrip("#")))
    for feature in passage.features:
        yield key("has", feature)
    for target in passage.targets:
        yield key("links", target)
    for moment in passage.moments:
        yield key("minute", str(moment.seconds // 60))
        yield key("second", str(moment.seconds))
        if moment.video:
            yield key("video", moment.video)


def key(kind: str, value: str) -> bytes:
    """The term by which a passage's property is found."""
    return f"{kind}:{value}".translate(_LINE_SIGNS).encode("utf-8", "replace")


_LINE_SIGNS = dict.fromkeys(range(0x20), " ")
