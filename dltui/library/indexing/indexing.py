"""Brings the catalogue and the index up to date with the files, in batches: a killed run goes on where it was.

Two passes: the first reads each changed file's head and timestamps, because how a timestamp is read depends on all
articles of its video; the second parses the bodies. Some files from everywhere go through both before all others, and
then some more, so that the first answers come soon. What turns out to be stale meanwhile (a sibling's times, a link to
a new article) is done again.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from dltui.errors import DamagedIndexError, NotFoundError
from dltui.library.catalogue.catalogue_writer import BodyRow, CatalogueWriter
from dltui.library.catalogue.changes import Changes
from dltui.library.catalogue.head import Head
from dltui.library.indexing.body import Body, Prepare
from dltui.library.indexing.sink import Sink
from dltui.library.indexing.workers import FEWEST_FOR_HELP, Reader, Workers
from dltui.library.library import Library
from dltui.library.scan import FileEntry

_HEADS_AT_ONCE = 200
_BODIES_AT_ONCE = 50
#: What goes through both passes before the others, round by round, where so many times as much waits.
_FIRST_HEADS, _MANY = (48, 400, 1600), 12
_COMMIT_AFTER = (24, 50, 50, 400, 1000, 2000)
_FEWEST_FOR_LENGTHS = 20
#: Files that don't wait for their turn when they were saved meanwhile; fewer than a batch.
_MOST_AT_ONCE = 20
_MOST_ROUNDS = 5


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
    saved: Callable[[], Collection[str]] = tuple,
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
        saved: asked between batches for the paths of files and folders that have changed since it was last asked; these
            are read at once, and found as soon, if they are few.
        processes: how many helpers to parse with; None for one a core, 0 for none.

    Raises:
        IndexUnavailableError: the catalogue or the index can't be written.
    """
    folder = writer.catalogue.store.folder
    reader = Reader(library, writer.catalogue, prepare)
    files = library.scan_at(at) if entries is None else entries
    with Workers(reader, folder, processes) as workers:
        try:
            return _Indexer(library, writer, sink, workers, progress, saved).run(files, at)
        except DamagedIndexError:  # an empty catalogue stands in its place now
            return _Indexer(library, writer, sink, workers, progress, saved).run(files, at)


@dataclass(slots=True)
class _Indexer:
    """One run."""

    library: Library
    writer: CatalogueWriter
    sink: Sink
    workers: Workers
    progress: Callable[[IndexProgress], None]
    saved: Callable[[], Collection[str]]
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

    def _still_waiting(self, stage: int, paths: Collection[str]) -> list[str]:
        wanted = frozenset(paths)
        return [path for path in self._waiting(stage) if path in wanted]

    def _read_heads(self, paths: Sequence[str]) -> None:
        left = paths
        while not self._are_heads_read(left):
            left = self._still_waiting(0, paths)
        if len(paths) >= _FEWEST_FOR_LENGTHS:
            self.writer.refresh_lengths(paths)

    def _are_heads_read(self, paths: Sequence[str]) -> bool:
        """Read them, up to when something was saved; whether that is all of them."""
        heads: list[Head] = []
        for result in self.workers.read(paths, whole=False):
            if isinstance(result, Head):
                heads.append(result)
            elif isinstance(result, str):
                self._leave_out(result)
            if len(heads) >= _HEADS_AT_ONCE:
                self.writer.put_heads(heads)
                heads = []
                if self._has_seen_to_saved():
                    return False
        self.writer.put_heads(heads)
        return True

    def _read_bodies(self, paths: Sequence[str]) -> None:
        left = paths
        while not self._are_bodies_read(left):
            left = self._still_waiting(1, paths)

    def _are_bodies_read(self, paths: Sequence[str]) -> bool:
        """Read them, up to when something was saved; whether that is all of them."""
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
                if self._has_seen_to_saved():
                    return False
        if rows:
            self._put(rows)
        self._commit()
        return True

    def _has_seen_to_saved(self) -> bool:
        """Read at once what was saved meanwhile, if it's little; whether there was something.

        What helpers have read ahead by then may be older, or lead to what is no longer there.
        """
        at = self.saved()
        if not at:
            return False
        self._commit()  # only what the catalogue calls done is noticed to be stale
        files = self.library.scan_at(at)
        changes = self.writer.register(files, at)
        self.report.changes = self.report.changes.with_(changes)
        for path in changes.gone:
            self._delete(path)
        few = [entry.path for entry in files[: _MOST_AT_ONCE + 1]]
        if len(few) <= _MOST_AT_ONCE:
            self._read_heads(self._still_waiting(0, few))
            self._read_bodies(self._still_waiting(1, few))
        self._commit()
        self._tell()
        return True

    def _put(self, rows: Sequence[BodyRow]) -> None:
        self.is_dirty = True
        self.writer.put_bodies(rows)
        self.uncommitted += rows
        self.report.indexed += len(rows)
        if len(self.uncommitted) >= self._commit_after:
            self._commit()
        self._tell()

    def _tell(self) -> None:
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
