"""The segments of an index as its one writer holds them: locked, checked, committed."""

import contextlib
import os
import shutil
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

from dltui.errors import DamagedIndexError, IndexBusyError, IndexUnavailableError
from dltui.search.disk import engine
from dltui.search.disk.codec import PassageCodec, schema
from dltui.search.disk.pool import PostingPool
from dltui.search.disk.segment import Segment, open_segments
from dltui.search.disk.storage import (
    NAME,
    NOTHING,
    CheckedStorage,
    contents_stamp,
    make_folder,
    read_contents,
)


class SegmentStore:
    """The segments on disk and the one that is being written.

    Attributes:
        segments: what is committed.

    Raises:
        IndexUnavailableError: the folder can't be trusted or written; also from every method.
        IndexBusyError: another program is writing.
    """

    def __init__(self, folder: Path) -> None:
        make_folder(folder)
        self._folder = folder
        self._storage = CheckedStorage(str(folder))
        self._lock = self._locked()
        self._writer: Any = None
        self.segments: tuple[Segment, ...] = ()
        try:
            with self._writable():
                self._recover()
        except BaseException:
            self.close()
            raise

    @property
    def writer(self) -> Any:
        """Whoosh's writer for the segment to come."""
        if self._lock is None:
            raise IndexUnavailableError("The writer of this index is closed.")
        if self._writer is None:
            with self._writable():
                index = engine.FileIndex(self._storage, indexname=NAME)
                self._writer = engine.segment_writer(index, codec=PassageCodec(), compound=False, _lk=False)
                self._writer.pool = PostingPool()
        return self._writer

    @property
    def is_idle(self) -> bool:
        """Whether nothing was added or deleted since the last commit."""
        return self._writer is None

    @property
    def pending(self) -> int:
        """Passages of the segment to come."""
        return int(self._writer.doc_count()) if self._writer else 0

    def add(self, **values: Any) -> None:
        """Add a passage to the segment to come."""
        with self._writable():
            self.writer.add_document(**values)

    def delete(self, segment: int, passages: range) -> None:
        """Mark passages of a committed segment as deleted from the next commit on."""
        for passage in passages:
            self.writer.segments[segment].delete_document(passage)

    def commit(
        self, *, without: Collection[str] = (), absorb: Callable[[Any], None] = lambda _writer: None
    ) -> None:
        """Write the segment to come and the new table of contents.

        Args:
            without: names of segments that are left out from now on.
            absorb: copies what is wanted of those into the writer.
        """

        def policy(writer: Any, segments: list[Any]) -> list[Any]:
            absorb(writer)
            return [segment for segment in segments if segment.segment_id() not in without]

        writer = self.writer
        with self._writable():
            try:
                writer.commit(mergetype=policy)
            except BaseException:
                self.abandon()
                raise
            self._writer = None
            self.segments = open_segments(self._folder, read_contents(self._folder).segments, self.segments)

    def abandon(self) -> None:
        """Forget the segment to come and the deletions since the last commit."""
        writer, self._writer = self._writer, None
        if writer is None or writer.is_closed:
            return
        writer.perdocwriter.discard()
        writer.fieldwriter.discard()
        with contextlib.suppress(OSError):
            writer.cancel()
            for name in writer.newsegment.list_files(self._storage):
                self._storage.delete_file(name)

    def close(self) -> None:
        """Let other writers in; what wasn't committed is forgotten. More than once does no harm."""
        self.abandon()
        lock, self._lock = self._lock, None
        if lock is not None:
            _held.discard(lock)
            lock.release()

    def _locked(self) -> Any:
        lock = self._storage.lock("writer.lock")
        with self._writable():
            if not lock.acquire():
                raise IndexBusyError("Another program is writing this index.")
        _held.add(lock)
        return lock

    def _recover(self) -> None:
        """Take up what is there: a segment that is damaged is left out, an index that can't be read begun anew."""
        for left in self._folder.glob("*.tmp"):  # of a writer that was killed
            shutil.rmtree(left, ignore_errors=True)
        try:
            found = [] if contents_stamp(self._folder) == NOTHING else read_contents(self._folder).segments
        except DamagedIndexError:
            found = []
        if not found:
            engine.TOC.create(self._storage, schema(), NAME)
        damaged = []
        for segment in found:
            try:
                opened = open_segments(self._folder, [segment])
                opened[0].files.verify()
                self.segments += opened
            except DamagedIndexError:
                damaged.append(segment.segment_id())
        if damaged:
            self.commit(without=damaged)

    @contextlib.contextmanager
    def _writable(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = error.strerror or str(error)
            raise IndexUnavailableError(f"The index in {self._folder} can't be written: {reason}.") from error


_held: set[Any] = set()


def _let_go() -> None:
    """A forked helper isn't the writer: it would keep the lock when its parent is killed."""
    for lock in _held:
        os.close(lock.fd)
        lock.fd = None
    _held.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)
