"""Writing to the catalogue: one writer at a time, in short transactions."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from dltui.library.catalogue import Catalogue, name_key
from dltui.library.changes import Changes
from dltui.library.file_name import category_of, readable_stem, stem_of
from dltui.library.lock import WriterLock
from dltui.library.scan import FileEntry
from dltui.model.article import Article
from dltui.model.clean import clean_line

STEM, TITLE, ALIAS = range(3)


class CatalogueWriter:
    """The one writer of a catalogue; readers go on reading what was last committed.

    Args:
        folder: the library's cache folder; None for a catalogue in memory.
        catalogue: the one to write to; opened from the folder if None.

    Raises:
        IndexBusyError: another program is writing to it.
        IndexUnavailableError: the folder can't be written or trusted.
    """

    def __init__(self, folder: Path | None, catalogue: Catalogue | None = None) -> None:
        self._lock = WriterLock(folder) if folder is not None else None
        self.catalogue = catalogue or Catalogue(folder)

    def __enter__(self) -> "CatalogueWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._lock:
            self._lock.close()

    def register(self, entries: Iterable[FileEntry]) -> Changes:
        """Make the list of articles agree with the files: new ones stand in it by their names at once.

        What is new or changed waits to be read; what is gone is deleted.
        """
        changes = self.catalogue.changes(entries)
        if changes:
            with self.catalogue.store.transaction() as connection:
                for path in changes.gone:
                    _forget(connection, path)
                for entry in changes.new:
                    _register(connection, entry)
                connection.executemany(
                    "UPDATE articles SET stage = 0, size = ?, mtime_ns = ? WHERE path = ?",
                    [(entry.size, entry.mtime_ns, entry.path) for entry in changes.changed],
                )
        return changes


def stub_of(path: str) -> Article:
    """What can be said of an article before its file is read."""
    title = clean_line(readable_stem(stem_of(path))) or path
    return Article(path, title, category_of(path))


def _register(connection: sqlite3.Connection, entry: FileEntry) -> None:
    stub = stub_of(entry.path)
    row = (stub.path, stub.category, stub.title, entry.size, entry.mtime_ns)
    query = "INSERT INTO articles (path, category, title, size, mtime_ns) VALUES (?, ?, ?, ?, ?)"
    number = connection.execute(query, row).lastrowid
    connection.execute("INSERT INTO names VALUES (?, ?, ?)", (name_key(stub.stem), STEM, number))


def _forget(connection: sqlite3.Connection, path: str) -> None:
    """Delete all that is known of an article."""
    row = connection.execute("SELECT id FROM articles WHERE path = ?", (path,)).fetchone()
    if row is None:
        return
    for table in ("stamps", "bodies", "names", "mentions", "videos"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", row)
    connection.execute("DELETE FROM articles WHERE id = ?", row)
