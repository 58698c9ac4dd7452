"""The catalogue's file: how it is opened, read and written, and what happens when it is damaged."""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from threading import RLock
from typing import Any

from dltui.errors import DamagedIndexError, IndexUnavailableError
from dltui.library.catalogue.lock import WriterLock
from dltui.library.catalogue.tables import PAGE_BYTES, TABLES, VERSION

_BUSY_SECONDS = 10.0
_OPENING_TRIES = 40
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_LOG_PAGES = (
    250  # some 4 MB; the log of a file that is open all day would else keep the size of its busiest hour
)
_PARTS = ("", "-wal", "-shm", "-journal")


class Store:
    """One connection to a catalogue's file, usable from several threads.

    A file that is damaged is put aside as soon as that is noticed: it's a cache, and reading goes on with an empty
    one until the indexer has filled it again.

    Args:
        folder: a private cache folder; None for a catalogue in memory.
        is_writer: whether the right to write is held already, see `lock`.

    Raises:
        IndexUnavailableError: the file can't be opened or made.
    """

    def __init__(self, folder: Path | None, *, is_writer: bool = False) -> None:
        self.folder = folder
        self.problem = ""
        """What went wrong with the file, in one sentence; empty while all is well."""
        self.is_writer = is_writer
        self._lock = RLock()
        try:
            self._connection = _open(folder)
        except DamagedIndexError as error:
            self._connection = self._renewed(error)

    def rows(self, query: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query; none from a file that turns out to be damaged.

        Raises:
            IndexUnavailableError: the file can't be read.
        """
        with self._lock:
            try:
                with translated():
                    return self._connection.execute(query, parameters).fetchall()
            except DamagedIndexError as error:
                self.renew(error)
                return []

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A write that happens as a whole or not at all.

        Raises:
            DamagedIndexError: the file was damaged; an empty one stands in its place.
            IndexUnavailableError: it can't be written.
        """
        with self._lock:
            try:
                with translated(), _begun(self._connection):
                    yield self._connection
            except DamagedIndexError as error:
                self.renew(error)
                raise

    def verify(self) -> None:
        """Look for damage in the whole file, and put an empty one in its place if there is any; 50 ms for 25 MB."""
        answer = self.rows("PRAGMA quick_check(1)")
        if answer and answer[0][0] != "ok":
            self.renew(DamagedIndexError("The catalogue is damaged."))

    def renew(self, error: DamagedIndexError) -> None:
        """Put an empty file in place of a damaged one."""
        with self._lock:
            self._connection.close()
            self._connection = self._renewed(error)

    def _renewed(self, error: DamagedIndexError) -> sqlite3.Connection:
        self.problem = error.message
        if self.folder is not None:
            with (
                suppress(IndexUnavailableError),
                nullcontext() if self.is_writer else WriterLock(self.folder),
            ):
                remove(self.folder)
                return _open(self.folder)
        return _open(None)  # somebody else is writing, or it can't be written: go on without

    def __del__(self) -> None:
        # Python 3.13 complains about a connection that is left to the garbage collector.
        with suppress(AttributeError):
            self._connection.close()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()


@contextmanager
def _begun(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def translated() -> Iterator[None]:
    """SQLite's errors as the program's.

    Raises:
        DamagedIndexError: the file contradicts itself.
        IndexUnavailableError: it can't be read or written now.
    """
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        if code == sqlite3.SQLITE_ERROR:
            raise  # a mistake in a query is nobody's damage
        if code & 0xFF in _DAMAGE or code == sqlite3.SQLITE_IOERR_SHORT_READ:
            raise DamagedIndexError("The catalogue is damaged.") from error
        raise IndexUnavailableError(f"the catalogue can't be used: {error}") from error


def catalogue_file(folder: Path) -> Path:
    """Where the catalogue of a cache folder stands."""
    return folder / f"catalogue-{VERSION}.sqlite"


def remove(folder: Path) -> None:
    """Delete a catalogue's file."""
    for part in _PARTS:
        with suppress(OSError):
            Path(f"{catalogue_file(folder)}{part}").unlink()


def remove_other_versions(folder: Path) -> None:
    """Delete the catalogues that other versions of the program left behind."""
    names = {f"{catalogue_file(folder).name}{part}" for part in _PARTS}
    with suppress(OSError):
        for place in folder.glob("catalogue-*.sqlite*"):
            if place.name not in names:
                place.unlink()


def _open(folder: Path | None) -> sqlite3.Connection:
    """Open the file, or make it.

    Raises:
        DamagedIndexError: it's no catalogue.
        IndexUnavailableError: it can't be opened.
    """
    name = ":memory:" if folder is None else str(catalogue_file(folder))
    reason = "it is in use"
    with translated():
        for _ in range(_OPENING_TRIES):
            try:
                return _connect(name)
            except sqlite3.OperationalError as error:
                reason = str(error)
                if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:
                    raise DamagedIndexError("The catalogue has other tables.") from error
                if error.sqlite_errorcode & 0xFF not in _BUSY:
                    break
                time.sleep(0.05)  # two programs may be making it at the same instant
        with suppress(sqlite3.OperationalError):  # there is none yet that could be read
            return _connect(f"{Path(name).as_uri()}?mode=ro&immutable=1", writable=False)
    raise IndexUnavailableError(f"The catalogue can't be written: {reason}.")


def _connect(name: str, *, writable: bool = True) -> sqlite3.Connection:
    connection = sqlite3.connect(
        name, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False, uri=not writable
    )
    try:
        if writable:
            connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
            connection.execute(f"PRAGMA journal_size_limit = {_LOG_PAGES * PAGE_BYTES}")
            connection.executescript(TABLES)
        else:
            connection.execute("SELECT COUNT(*) FROM articles")
    except sqlite3.Error:
        connection.close()
        raise
    return connection
