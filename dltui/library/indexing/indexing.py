"""Brings the catalogue and the index up to date with the files, in batches: a killed run goes on where it was.

Two passes: the first reads each changed file's head and timestamps, because how a timestamp is read depends on all
articles of its video; the second parses the bodies. Some files from everywhere go through both before all others, and
then some more, so that the first answers come soon. What turns out to be stale meanwhile (a sibling's times, a link to
a new article) is done again.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from dltui.errors import DamagedIndexError, NotFoundError
from dltui.library.catalogue.catalogue_writer import BodyRow, CatalogueWriter
from dltui.library.catalogue.changes import Changes
from dltui.library.catalogue.head import Head
from dltui.library.indexing.body import Body, Prepare
from dltui.library.indexing.workers import FEWEST_FOR_HELP, Reader, Workers
from dltui.library.library import Library
from dltui.library.scan import FileEntry

_HEADS_AT_ONCE = 200
_BODIES_AT_ONCE = 50
#: What goes through both passes before the others, round by round, where so many times as much waits.
_FIRST_HEADS, _MANY = (48, 400, 1600), 12
_COMMIT_AFTER = (24, 50, 50, 400, 1000, 2000)
_FEWEST_FOR_LENGTHS = 20
_MOST_ROUNDS = 5


class Sink(Protocol):
    """Who takes the passages: the index."""

    @property
    def fingerprints(self) -> Mapping[str, str]:
        """What is committed: each article's path with the fingerprint it was put with."""

    def put(self, prepared: Any) -> None:
        """Put an article's passages in place of those that were there."""

    def delete(self, path: str) -> None:
        """Drop an article's passages."""

    def commit(self) -> None:
        """Make what was put visible, and safe from a kill."""


@dataclass(frozen=True, slots=True)
class IndexProgress:
    """How far the indexer is: articles whose passages are with the index, of all that wait."""

    done: int
    total: int


@dataclass(slots=True)
class IndexReport:
    """What a run did.

    Attributes:
        indexed: articles whose passages were put, again or for the first time.
        unreadable: paths of files that couldn't be read.
    """

    changes: Changes = field(default_factory=Changes)
    indexed: int = 0
    unreadable: list[str] = field(default_factory=list)


def index_articles(
    library: Library,
    writer: CatalogueWriter,
    sink: Sink,
    prepare: Prepare,
    *,
    progress: Callable[[IndexProgress], None] = lambda _: None,
    entries: Sequence[FileEntry] | None = None,
    at: Collection[str] = ("",),
    processes: int | None = None,
) -> IndexReport:
    """Bring the catalogue and the index up to date with the files.

    Whatever was committed before a kill isn't done again. A catalogue that turns out to be damaged is made anew.

    Args:
        library: the files.
        writer: of the catalogue.
        sink: of the passages.
        prepare: makes an article's passages ready for the sink; must be picklable.
        progress: called after each batch.
        entries: the library's files, if they were just listed.
        at: the paths that are looked at, with what is below them; the empty one stands for all. What else has changed
            is left for another run.
        processes: how many helpers to parse with; None for one a core, 0 for none.

    Raises:
        IndexUnavailableError: the catalogue or the index can't be written.
    """
    folder = writer.catalogue.store.folder
    reader = Reader(library, writer.catalogue, prepare)
    files = library.scan_at(at) if entries is None else entries
    with Workers(reader, folder, processes) as workers:
        try:
            return _Indexer(library, writer, sink, workers, progress).run(files, at)
        except DamagedIndexError:  # an empty catalogue stands in its place now
            return _Indexer(library, writer, sink, workers, progress).run(files, at)


@dataclass(slots=True)
class _Indexer:
    """One run."""

    library: Library
    writer: CatalogueWriter
    sink: Sink
    workers: Workers
    progress: Callable[[IndexProgress], None]
    report: IndexReport = field(default_factory=IndexReport)
    uncommitted: list[BodyRow] = field(default_factory=list)
    commits: int = 0
    is_dirty: bool = False

    def run(self, files: Sequence[FileEntry], at: Collection[str]) -> IndexReport:
        if len(files) - self.writer.catalogue.progress()[1] >= FEWEST_FOR_HELP:
            self.workers.begin()
        self.report.changes = self.writer.register(files, at)
        unknown = self.writer.agree_with(self.sink.fingerprints) if "" in at else ()
        for path in {*self.report.changes.gone, *unknown}:
            self._delete(path)
        for number, some in enumerate(_FIRST_HEADS):
            waiting = self._waiting(0)
            if len(waiting) > _MANY * some:
                # The very first come from everywhere; of more of them too many would be read again with their siblings.
                self._read_heads(waiting[:some] if number else waiting[:: len(waiting) // some])
                self._read_bodies(self._waiting(1))
        for _ in range(_MOST_ROUNDS):
            self._read_heads(self._waiting(0))
            self._read_bodies(self._waiting(1))
            if not self._waiting(0) and not self._waiting(1):
                break
        self._commit()
        return self.report

    def _waiting(self, stage: int) -> list[str]:
        left_out = set(self.report.unreadable)
        return [path for path in self.writer.waiting(stage) if path not in left_out]

    def _read_heads(self, paths: Sequence[str]) -> None:
        heads: list[Head] = []
        for result in self.workers.read(paths, whole=False):
            if isinstance(result, Head):
                heads.append(result)
            elif isinstance(result, str):
                self._leave_out(result)
            if len(heads) >= _HEADS_AT_ONCE:
                self.writer.put_heads(heads)
                heads = []
        self.writer.put_heads(heads)
        if len(paths) >= _FEWEST_FOR_LENGTHS:
            self.writer.refresh_lengths(paths)

    def _read_bodies(self, paths: Sequence[str]) -> None:
        rows: list[BodyRow] = []
        for result in self.workers.read(paths, whole=True):
            if isinstance(result, Body):
                self.sink.put(result.prepared)
                rows.append(result.row)
            elif isinstance(result, str):
                self._leave_out(result)
            if len(rows) >= min(_BODIES_AT_ONCE, self._commit_after):
                self._put(rows)
                rows = []
        if rows:
            self._put(rows)
        self._commit()

    def _put(self, rows: Sequence[BodyRow]) -> None:
        self.is_dirty = True
        self.writer.put_bodies(rows)
        self.uncommitted += rows
        self.report.indexed += len(rows)
        if len(self.uncommitted) >= self._commit_after:
            self._commit()
        self.progress(IndexProgress(self.report.indexed, self.report.indexed + self._left()))

    @property
    def _commit_after(self) -> int:
        """After how many bodies the next commit comes: the first ones soon, the later ones seldom."""
        return _COMMIT_AFTER[min(self.commits, len(_COMMIT_AFTER) - 1)]

    def _left(self) -> int:
        """How many articles still wait, without those that only a commit is missing for."""
        done, total = self.writer.catalogue.progress()
        return max(0, total - done - len(self.uncommitted) - len(self.report.unreadable))

    def _commit(self) -> None:
        """Commit the index first: what the catalogue calls done must be in it."""
        if not self.is_dirty:
            return
        self.is_dirty = False
        self.sink.commit()
        self.writer.mark_indexed(self.uncommitted)
        self.uncommitted = []
        self.commits += 1

    def _delete(self, path: str) -> None:
        self.sink.delete(path)
        self.is_dirty = True

    def _leave_out(self, path: str) -> None:
        """A file that can't be read: forgotten if it's gone, else tried again at the next run."""
        try:
            self.library.entry(path)
        except NotFoundError:
            self.writer.forget([path])
            self._delete(path)
        else:
            self.report.unreadable.append(path)
