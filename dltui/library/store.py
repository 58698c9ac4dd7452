"""The catalogue's file: its tables, how it is opened, and what happens when it is damaged."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock

from dltui.errors import DamagedIndexError, IndexUnavailableError

VERSION = 1
"""Part of the file's name: a program with other tables keeps a file of its own."""

_BUSY_SECONDS = 10.0
_TABLES = """
CREATE TABLE IF NOT EXISTS articles (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    category TEXT NOT NULL,
    title TEXT NOT NULL,
    channel TEXT NOT NULL DEFAULT '',
    video TEXT NOT NULL DEFAULT '',
    aliases TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',
    moments INTEGER NOT NULL DEFAULT 0,
    words INTEGER NOT NULL DEFAULT 0,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    digest BLOB NOT NULL DEFAULT x'',
    stage INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS articles_by_category ON articles (category);
CREATE INDEX IF NOT EXISTS articles_by_video ON articles (video) WHERE video <> '';
CREATE INDEX IF NOT EXISTS articles_by_stage ON articles (stage, path) WHERE stage < 2;
CREATE TABLE IF NOT EXISTS stamps (article INTEGER PRIMARY KEY, duration INTEGER, packed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS bodies (article INTEGER PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS names (
    key TEXT NOT NULL, kind INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, kind, article)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS names_by_article ON names (article);
CREATE TABLE IF NOT EXISTS mentions (
    key TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mentions_by_article ON mentions (article);
CREATE TABLE IF NOT EXISTS videos (
    article INTEGER NOT NULL, position INTEGER NOT NULL, video TEXT NOT NULL, title TEXT NOT NULL,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS videos_by_id ON videos (video);
CREATE TABLE IF NOT EXISTS evidence (video TEXT PRIMARY KEY, packed TEXT NOT NULL) WITHOUT ROWID;
"""


class Store:
    """One connection to a catalogue's file, usable from several threads.

    Args:
        folder: a private cache folder; None for a catalogue in memory.

    Raises:
        IndexUnavailableError: the file can't be opened or made.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._lock = RLock()
        try:
            self._connection = _open(folder)
        except sqlite3.OperationalError as error:
            raise IndexUnavailableError(f"can't open the catalogue in {folder}: {error}") from error
        except sqlite3.DatabaseError:
            remove(folder)
            self._connection = _open(folder)

    def rows(self, query: str, parameters: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        """All rows of a query.

        Raises:
            DamagedIndexError: the file contradicts itself.
        """
        with self._lock, _translated():
            return self._connection.execute(query, parameters).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A write that happens as a whole or not at all."""
        with self._lock, _translated():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise IndexUnavailableError(f"the catalogue can't be used: {error}") from error
    except sqlite3.DatabaseError as error:
        raise DamagedIndexError(f"the catalogue is damaged: {error}") from error


def catalogue_file(folder: Path) -> Path:
    """Where the catalogue of a cache folder stands."""
    return folder / f"catalogue-{VERSION}.sqlite"


def remove(folder: Path | None) -> None:
    """Delete a catalogue: it's a cache, and is made anew at the next run of the indexer."""
    if folder is None:
        return
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            Path(f"{catalogue_file(folder)}{ending}").unlink()


def _open(folder: Path | None) -> sqlite3.Connection:
    name = ":memory:" if folder is None else str(catalogue_file(folder))
    connection = sqlite3.connect(name, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(_TABLES)
    except sqlite3.Error:
        connection.close()
        raise
    return connection
