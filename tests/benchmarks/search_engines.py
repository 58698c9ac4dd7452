"""What is set side by side: the program's index, SQLite's, tantivy, and Whoosh as its documentation shows it.

`build` makes an index in a folder, `open` opens it. `first` answers a query whose last word is still being typed, with
snippets; `found` answers a whole one and gives path and heading of each hit, best first, with its snippet made.
"""

import importlib.util
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
Place = tuple[str, str]


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

    def found(self, text: str) -> list[Place]:
        answer = self.index.search(text, limit=HITS, budget_seconds=None, typing=False)
        return [(hit.path, hit.heading) for hit in answer.hits]


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
        return self._select(query)

    def found(self, text: str) -> list[Place]:
        words = re.findall(r"[^\W_]+", text)
        return [(row[0], row[1]) for row in self._select(" ".join(f'"{word}"' for word in words))]

    def _select(self, query: str) -> list[tuple[str, str, str]]:
        return self.base.execute(
            "SELECT path, heading, snippet(passages, 3, '[', ']', '…', 30) FROM passages WHERE passages MATCH ?"
            " ORDER BY bm25(passages, 0, 8, 4, 1) LIMIT ?",
            (query, HITS),
        ).fetchall()


class Tantivy:
    """Tantivy, a search engine in Rust that the program doesn't depend on; `pip install tantivy` for this comparison."""

    def __init__(self, folder: Path) -> None:
        self.place = folder / "tantivy"

    @staticmethod
    def is_installed() -> bool:
        """Whether there is anything to compare with."""
        return importlib.util.find_spec("tantivy") is not None

    def build(self, articles: Iterable[Article]) -> None:
        import tantivy

        schema = tantivy.SchemaBuilder().add_text_field("path", stored=True, tokenizer_name="raw")
        for name in ("title", "heading", "body"):
            schema = schema.add_text_field(name, stored=True, tokenizer_name="en_stem")
        self.place.mkdir()
        writer = tantivy.Index(schema.build(), path=str(self.place)).writer(num_threads=1)
        for path, passages in articles:
            for item in passages:
                document = {"path": path, "title": item.title, "heading": item.heading, "body": item.text}
                writer.add_document(tantivy.Document(**document))
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        import tantivy

        self.engine, self.index = tantivy, tantivy.Index.open(str(self.place))
        self.searcher = self.index.searcher()

    def found(self, text: str) -> list[Place]:
        query = self.index.parse_query(
            " ".join(re.findall(r"[^\W_]+", text)),
            ["title", "heading", "body"],
            field_boosts={"title": 8.0, "heading": 4.0},
            conjunction_by_default=True,
        )
        snippets = self.engine.SnippetGenerator.create(self.searcher, query, self.index.schema, "body")
        places = []
        for _, address in self.searcher.search(query, HITS).hits:
            document = self.searcher.doc(address)
            snippets.snippet_from_doc(document).to_html()
            places.append((document["path"][0], (document["heading"] or [""])[0]))
        return places


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
        boosts = {"title": 8.0, "heading": 4.0, "body": 1.0}
        self.parser = qparser.MultifieldParser(
            ["title", "heading", "body"], opened.schema, fieldboosts=boosts
        )

    def first(self, text: str) -> object:
        typed = text + "*" if text[-1:].isalnum() else text
        found = self.searcher.search(self.parser.parse(typed), limit=HITS)
        return [hit.highlights("body") for hit in found]

    def found(self, text: str) -> list[Place]:
        hits = self.searcher.search(self.parser.parse(" ".join(re.findall(r"[^\W_]+", text))), limit=HITS)
        for hit in hits:
            hit.highlights("body")
        return [(hit["path"], hit["heading"]) for hit in hits]
