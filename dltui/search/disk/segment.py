"""A segment opened for reading: its articles, its passages' records, its posting lists."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from dltui.search.disk.articles import ArticleRow, Articles, FoundArticle
from dltui.search.disk.blocks import BlockReader
from dltui.search.disk.codec import POSTINGS, RECORDS, TERMS
from dltui.search.disk.contents import SegmentLine
from dltui.search.disk.lexicon import frequent_completions
from dltui.search.disk.pool import FIELD_CODES
from dltui.search.disk.postings import Level, decode_map, decode_postings
from dltui.search.disk.record import Record, decode_record
from dltui.search.disk.sections import SectionReader
from dltui.search.disk.table import Table

_CACHED_ENTRIES = 2_000
_CACHED_TITLES = 50
_CACHED_RECORDS = 100
_CACHED_MAPS = 24


class Entry(NamedTuple):
    """A word's line in the table of terms: its passages, where its list begins, its length and that of its map."""

    passages: int = 0
    offset: int = 0
    length: int = 0
    map_length: int = 0


NO_ENTRY = Entry()


class SegmentFiles:
    """The files of a segment, which never change.

    Args:
        folder: of the index.
        name: of the segment.
        passages: how many it holds, deleted ones too.

    Raises:
        DamagedIndexError: a file is missing or contradicts itself; also from every method.
    """

    def __init__(self, folder: Path, name: str, passages: int) -> None:
        self.name = name
        self.passages = passages
        self._records = SectionReader(str(folder / (name + RECORDS)))
        self._terms = SectionReader(str(folder / (name + TERMS)))
        self._postings = SectionReader(str(folder / (name + POSTINGS)))
        self._lines = BlockReader(self._records, passages)
        self.articles = Articles(self._records, passages)
        self._table = Table(self._terms, "terms")
        self._completions = Table(self._terms, "completions")
        self._families = Table(self._terms, "families")
        self._entries: dict[bytes, Entry] = {}
        self._maps: dict[tuple[str, str], bytes] = {}
        self._known_records: dict[int, Record] = {}
        self._titles: dict[str, list[int]] = {}

    def titles_holding(self, needle: str) -> list[int]:
        """The articles whose title words hold a text, those with the shortest titles first."""
        found = self._titles.get(needle)
        if found is None:
            if len(self._titles) >= _CACHED_TITLES:
                self._titles.clear()
            titles = self.articles.column("words")
            among = self._titles.get(needle[:-1], self._shortest_first)  # it is typed letter by letter
            found = self._titles[needle] = [article for article in among if needle in titles[article]]
        return found

    @cached_property
    def _shortest_first(self) -> list[int]:
        titles = self.articles.column("words")
        return sorted(range(len(titles)), key=[len(title) for title in titles].__getitem__)

    def article(self, passage: int) -> FoundArticle:
        """The article a passage belongs to."""
        return self.articles.found(self.articles.article_of[passage])

    def title_words(self, passage: int) -> str:
        """The words of its title, as `comparable` gives them."""
        return self.articles.column("words")[self.articles.article_of[passage]]

    def siblings(self, passage: int) -> range:
        """All passages of that article."""
        return self.articles.range_of(self.articles.article_of[passage])

    def record_lines(self, row: ArticleRow) -> Iterator[bytes]:
        """The records of an article, as `encode_record` gave them."""
        return map(self._lines.line, range(row.first, row.end))

    def record(self, passage: int) -> Record:
        """A passage's record."""
        known = self._known_records.get(passage)
        if known is None:
            if len(self._known_records) >= _CACHED_RECORDS:
                self._known_records.clear()
            known = self._known_records[passage] = decode_record(self._lines.line(passage))
        return known

    def count(self, field: str, word: str) -> int:
        """How many passages hold a word, deleted ones too."""
        return self._entry(field, word).passages

    def levels(self, field: str, word: str) -> tuple[Level, ...]:
        """The passages that hold a word, by level, the heaviest first."""
        entry = self._entry(field, word)
        return decode_postings(self._postings.read(entry.offset, entry.length)) if entry.passages else ()

    def level_map(self, field: str, word: str) -> bytes | None:
        """For each passage 0, or one more than the word's level in it; None where the word is rare."""
        entry = self._entry(field, word)
        if not entry.map_length:
            return None
        known = self._maps.get((field, word))
        if known is None:
            if len(self._maps) >= _CACHED_MAPS:
                self._maps.clear()
            data = self._postings.read(entry.offset + entry.length, entry.map_length)
            known = self._maps[field, word] = decode_map(data)
        return known

    def _entry(self, field: str, word: str) -> Entry:
        """A word's line in the table of terms."""
        key = _key(field, word)
        entry = self._entries.get(key)
        if entry is None:
            if len(self._entries) >= _CACHED_ENTRIES:
                self._entries.clear()
            entry = self._entries[key] = _read_entry(self._table.get(key))
        return entry

    def all_levels(self) -> Iterator[tuple[bytes, tuple[Level, ...]]]:
        """Every term's key in the table with its passages."""
        for key, line in self._table.starting_with(b""):
            entry = _read_entry(line)
            yield key, decode_postings(self._postings.read(entry.offset, entry.length))

    def words(self, field: str, prefix: str) -> Iterator[tuple[str, int]]:
        """The words that begin so, in order, with their passages."""
        lines = self._table.starting_with(_key(field, prefix))
        return ((key[1:].decode(), int(entry.split(b" ", 1)[0])) for key, entry in lines)

    def frequent_words(self, prefix: str) -> Iterator[tuple[str, int]]:
        """The most frequent words of the text that begin with these letters, three at most, with their passages."""
        return frequent_completions(self._completions, prefix)

    def family(self, stem: str) -> list[str]:
        """The words that share a stem; none where the stem is its only word."""
        found = self._families.get(stem.encode("utf-8", "replace"))
        return found.decode().split(" ") if found else []

    def verify(self) -> None:
        """Read everything.

        Raises:
            DamagedIndexError: something differs from what was written.
        """
        for file in (self._records, self._terms, self._postings):
            file.verify()
        self.articles.verify()


class Segment(NamedTuple):
    """A segment at one generation of the index: its files, and which of its passages are deleted."""

    files: SegmentFiles
    deleted: frozenset[int]

    @property
    def live_places(self) -> Sequence[int]:
        """The places of the articles that aren't deleted."""
        firsts = self.files.articles.firsts
        if not self.deleted:
            return range(len(firsts))
        return [place for place, first in enumerate(firsts) if first not in self.deleted]

    @property
    def live_articles(self) -> Iterator[ArticleRow]:
        """The articles that aren't deleted."""
        return (row for row in self.files.articles.rows() if row.first not in self.deleted)

    def live_column(self, name: str) -> Iterator[str]:
        """The values of a column for the articles that aren't deleted."""
        column = self.files.articles.column(name)
        return map(column.__getitem__, self.live_places) if self.deleted else iter(column)

    @property
    def live_passages(self) -> int:
        """How many passages aren't deleted."""
        return self.files.passages - len(self.deleted)


def open_segments(
    folder: Path, lines: Iterable[SegmentLine], known: Iterable[Segment] = ()
) -> tuple[Segment, ...]:
    """Open the segments of a table of contents; files already open are used again."""
    files = {segment.files.name: segment.files for segment in known}
    opened = []
    for line in lines:
        file = files.get(line.name) or SegmentFiles(folder, line.name, line.passages)
        opened.append(Segment(file, line.deleted))
    return tuple(opened)


def _key(field: str, text: str) -> bytes:
    return FIELD_CODES[field] + text.encode("utf-8", "replace")


def _read_entry(line: bytes | None) -> Entry:
    return Entry(*map(int, line.split(b" "))) if line else NO_ENTRY
