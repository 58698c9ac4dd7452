"""Writing to the catalogue: one writer at a time, in short transactions that a kill can't tear."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from dltui.library.catalogue.catalogue import Catalogue, witness_from
from dltui.library.catalogue.catalogue_rows import delete_article, insert_stubs, mention_number, write_head
from dltui.library.catalogue.changes import Changes
from dltui.library.catalogue.head import Head
from dltui.library.catalogue.lock import WriterLock
from dltui.library.catalogue.pressing import Press, dictionary_of
from dltui.library.catalogue.store import remove_other_versions
from dltui.library.scan import FileEntry
from dltui.library.times.lengths import usual_lengths
from dltui.library.times.witness import Witness

_WITNESSES = (
    "SELECT video, packed FROM articles JOIN witnesses ON article = id WHERE channel = ? AND video <> ''"
)


@dataclass(frozen=True, slots=True)
class BodyRow:
    """What the second pass learnt of a file.

    Attributes:
        digest: of the bytes that were read.
        packed: see `packing.pack`.
        keys: that its links are written with, see `links.mention_keys`.
    """

    path: str
    digest: bytes
    packed: bytes
    keys: frozenset[str]


class CatalogueWriter:
    """The one writer of a catalogue; readers go on reading what was last committed.

    Args:
        folder: the library's cache folder; None for a catalogue in memory.
        catalogue: the one to write to; opened from the folder if None.
        is_trusted: the file was looked through lately, so it isn't now.

    Raises:
        IndexBusyError: another program is writing to it.
        IndexUnavailableError: the folder can't be written or trusted.
    """

    def __init__(
        self, folder: Path | None, catalogue: Catalogue | None = None, *, is_trusted: bool = False
    ) -> None:
        self._lock = WriterLock(folder) if folder is not None else None
        try:
            self.catalogue = catalogue or Catalogue(folder, is_writer=True)
        except BaseException:
            self.close()
            raise
        self._store = self.catalogue.store
        self._store.is_writer = True
        self._press = Press()
        if not is_trusted:
            self._store.verify()
        if folder is not None:
            remove_other_versions(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let other writers in; the catalogue stays open."""
        if self._lock:
            self._lock.close()
            self._lock = None
            if hasattr(self, "_store"):
                self._store.is_writer = False

    def register(self, entries: Iterable[FileEntry], at: Collection[str] = ("",)) -> Changes:
        """Make the list of articles agree with the files: new ones stand in it by their names at once.

        What is new or changed waits to be read; what is gone is deleted. The arguments are those of `changes`.
        """
        changes = self.catalogue.changes(entries, at)
        if not changes:
            return changes
        with self._store.transaction() as connection:
            for path in changes.gone:
                delete_article(connection, path)
            insert_stubs(connection, changes.new)
            connection.executemany(
                "UPDATE articles SET stage = 0 WHERE path = ?", [(entry.path,) for entry in changes.changed]
            )
        return changes

    def forget(self, paths: Iterable[str]) -> None:
        """Delete articles whose files are gone."""
        with self._store.transaction() as connection:
            for path in paths:
                delete_article(connection, path)

    def clear(self) -> None:
        """Delete everything, so that all files are read anew."""
        with self._store.transaction() as connection:
            connection.execute("DELETE FROM articles")
            connection.execute("DELETE FROM lengths")

    def waiting(self, stage: int) -> list[str]:
        """The paths of the articles that wait to be read (stage 0) or to be indexed (stage 1), by category."""
        query = "SELECT path FROM articles WHERE stage = ? AND stage < 2 ORDER BY category, path"
        return [path for (path,) in self._store.rows(query, (stage,))]

    def put_heads(self, heads: Sequence[Head]) -> None:
        """Write what the first pass learnt of some files."""
        if not heads:
            return
        with self._store.transaction() as connection:
            for head in heads:
                write_head(connection, head)

    def put_bodies(self, bodies: Sequence[BodyRow]) -> None:
        """Write what the second pass learnt of some files; they still wait for the index."""
        if not bodies:
            return
        with self._store.transaction() as connection:
            press = self._press_for(connection, bodies)
            for body in bodies:
                row = connection.execute("SELECT id FROM articles WHERE path = ?", (body.path,)).fetchone()
                if row is None:
                    continue
                values = (row[0], press.number, press.press(body.packed))
                connection.execute("INSERT OR REPLACE INTO bodies VALUES (?, ?, ?)", values)
                connection.execute("DELETE FROM mentions WHERE article = ?", row)
                connection.executemany(
                    "INSERT INTO mentions VALUES (?, ?)",
                    [(number, row[0]) for number in {mention_number(key) for key in body.keys}],
                )

    def _press_for(self, connection: sqlite3.Connection, bodies: Sequence[BodyRow]) -> Press:
        """The press with the library's dictionary, which is made of the first bodies that are many enough."""
        if not self._press.dictionary:
            found = connection.execute("SELECT text FROM dictionaries LIMIT 1").fetchone()
            self._press = Press(found[0] if found else dictionary_of([body.packed for body in bodies]))
        if self._press.dictionary:
            row = (self._press.number, self._press.dictionary)
            connection.execute("INSERT OR IGNORE INTO dictionaries VALUES (?, ?)", row)
        return self._press

    def mark_indexed(self, bodies: Iterable[BodyRow]) -> None:
        """Note that the index has the passages of some files; one that changed meanwhile waits to be read again."""
        with self._store.transaction() as connection:
            connection.executemany(
                "UPDATE articles SET indexed = ?1, stage = CASE WHEN digest = ?1 THEN 2 ELSE 0 END"
                " WHERE path = ?2 AND stage = 1",
                [(body.digest, body.path) for body in bodies],
            )

    def agree_with(self, fingerprints: Mapping[str, str]) -> list[str]:
        """Let every article wait for the index that it doesn't hold in the form that was noted.

        Args:
            fingerprints: path to the hexadecimal digest the index was given.

        Returns:
            The paths that the index holds and the catalogue doesn't know.
        """
        rows = self._store.rows("SELECT path, indexed, stage FROM articles")
        lost = [
            path for path, indexed, stage in rows if stage == 2 and fingerprints.get(path) != indexed.hex()
        ]
        with self._store.transaction() as connection:
            connection.executemany(
                "UPDATE articles SET stage = 1, indexed = x'' WHERE path = ?", [(path,) for path in lost]
            )
        return sorted(fingerprints.keys() - {path for path, *_ in rows})

    def refresh_lengths(self, paths: Iterable[str]) -> None:
        """Work out anew how long the videos of some articles' channels usually are."""
        wanted = set(paths)
        rows = self._store.rows("SELECT path, channel FROM articles WHERE channel <> '' AND video <> ''")
        for channel in {channel for path, channel in rows if path in wanted}:
            videos: dict[str, list[Witness]] = {}
            for video, packed in self._store.rows(_WITNESSES, (channel,)):
                videos.setdefault(video, []).append(witness_from(packed))
            with self._store.transaction() as connection:
                row = (channel, *usual_lengths(videos.values()))
                connection.execute("INSERT OR REPLACE INTO lengths VALUES (?, ?, ?)", row)
