"""What `bench_search` sets side by side: the program's index, SQLite's, and Whoosh as its documentation shows it."""

import re
import sqlite3
import time
from collections.abc import Iterable
from pathlib import Path

from whoosh import analysis, fields, index, qparser

from dltui.model.passage import Passage
from dltui.search.disk.prepare import prepare
from dltui.search.disk.writer import IndexWriter
from dltui.search.index import SearchIndex

HITS = 20
_BATCH = 2000
Article = tuple[str, list[Passage]]


class Ours:
    """The index of the program."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "ours"
        self.preparing = 0.0

    def build(self, articles: Iterable[Article]) -> None:
        with IndexWriter(self.place) as writer:
            for at, (path, passages) in enumerate(articles, 1):
                started = time.perf_counter()
                prepared = prepare(path, passages)
                self.preparing += time.perf_counter() - started
                writer.put(prepared)
                if at in {200, 1000} or at % _BATCH == 0:
                    writer.commit()
            writer.commit()
            while writer.tidy():
                pass

    def open(self) -> None:
        self.index = SearchIndex.open(self.place)

    def first(self, text: str) -> object:
        return self.index.search(text, limit=HITS)

    def complete(self, text: str) -> object:
        return self.index.search(text, limit=HITS, budget_seconds=None)


class Fts:
    """SQLite's full-text index, with stemming and an index of prefixes."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "fts.db"

    def build(self, articles: Iterable[Article]) -> None:
        base = sqlite3.connect(self.place)
        base.execute(
            "CREATE VIRTUAL TABLE passages USING fts5"
            "(path UNINDEXED, title, heading, body, tokenize='porter unicode61 remove_diacritics 2', prefix='3 4')"
        )
        rows = (
            (path, item.title, item.heading, item.text) for path, passages in articles for item in passages
        )
        base.executemany("INSERT INTO passages VALUES (?, ?, ?, ?)", rows)
        base.commit()
        base.close()

    def open(self) -> None:
        self.base = sqlite3.connect(self.place)

    def first(self, text: str) -> object:
        words = re.findall(r"[^\W_]+", text)
        if text[-1:].isalnum() and words:
            words[-1:] = [f'"{words[-1]}" *'] if len(words[-1]) > 2 else []
        if not words:
            return []
        query = " ".join(word if word.endswith("*") else f'"{word}"' for word in words)
        return self.base.execute(
            "SELECT path, heading, snippet(passages, 3, '[', ']', '…', 30) FROM passages WHERE passages MATCH ?"
            " ORDER BY bm25(passages, 0, 8, 4, 1) LIMIT ?",
            (query, HITS),
        ).fetchall()


class PlainWhoosh:
    """Whoosh as its documentation shows it."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "whoosh"

    def build(self, articles: Iterable[Article]) -> None:
        stemming = analysis.StemmingAnalyzer()
        schema = fields.Schema(
            path=fields.ID(stored=True),
            title=fields.TEXT(stored=True, analyzer=stemming),
            heading=fields.TEXT(stored=True, analyzer=stemming),
            body=fields.TEXT(stored=True, analyzer=stemming),
        )
        self.place.mkdir()
        writer = index.create_in(str(self.place), schema).writer()
        for path, passages in articles:
            for item in passages:
                writer.add_document(path=path, title=item.title, heading=item.heading, body=item.text)
        writer.commit()

    def open(self) -> None:
        opened = index.open_dir(str(self.place))
        self.searcher = opened.searcher()
        self.parser = qparser.MultifieldParser(["title", "heading", "body"], opened.schema)

    def first(self, text: str) -> object:
        typed = text + "*" if text[-1:].isalnum() else text
        found = self.searcher.search(self.parser.parse(typed), limit=HITS)
        return [hit.highlights("body") for hit in found]
