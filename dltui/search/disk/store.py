"""The segments of an index as its one writer holds them: locked, checked, committed."""

import contextlib
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dltui.errors import DamagedIndexError, IndexBusyError, IndexUnavailableError
from dltui.search.disk import engine
from dltui.search.disk.codec import PassageCodec, PassageSegment, schema
from dltui.search.disk.contents import (
    NAME,
    Contents,
    newest_generation,
    read_contents,
    remove_leftovers,
    write_contents,
)
from dltui.search.disk.pool import PostingPool
from dltui.search.disk.prepare import PreparedPassage
from dltui.search.disk.segment import Segment, open_segments
from dltui.search.disk.storage import make_folder


class _Index(NamedTuple):
    """What Whoosh's writer is to know of an index; see `engine.segment_writer`."""

    storage: Any
    generation: int
    schema: Any
    segments: list[PassageSegment]
    indexname: str = NAME

    def _read_toc(self) -> "_Index":
        return self


class SegmentStore:
    """The segments on disk and the one that is being written.

    Args:
        folder: of the index.
        is_trusted: its files were looked through lately, so they aren't now.

    Attributes:
        segments: what is committed.
        problem: what was wrong with the index that was there, in one sentence; empty where all was well.

    Raises:
        IndexUnavailableError: the folder can't be trusted or written; also from every method.
        IndexBusyError: another program is writing.
    """

    def __init__(self, folder: Path, *, is_trusted: bool = False) -> None:
        make_folder(folder)
        self._folder = folder
        self._storage = engine.FileStorage(str(folder))
        self._lock = self._locked()
        self._writer: Any = None
        self._contents = Contents(-1, ())
        self.segments: tuple[Segment, ...] = ()
        self.problem = ""
        try:
            with self._writable():
                self._recover(is_trusted=is_trusted)
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
                codec = PassageCodec()
                segments = [PassageSegment(codec, line) for line in self._contents.segments]
                index = _Index(self._storage, self._contents.generation, schema(), segments)
                options = {"codec": codec, "compound": False, "_lk": False}
                self._writer = engine.segment_writer(index, self._put_in_place, **options)
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

    def add(self, article: bytes, passage: PreparedPassage) -> None:
        """Add a passage of an article, given by its line, to the segment to come."""
        with self._writable():
            self.writer.add_passage(passage.record, article, passage.levels)

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
            self._contents = read_contents(self._folder)
            self.segments = open_segments(self._folder, self._contents.segments, self.segments)

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

    def _recover(self, *, is_trusted: bool) -> None:
        """Take up what is there: a segment that is damaged is left out, an index that can't be read begun anew."""
        try:
            self._contents = read_contents(self._folder)
        except DamagedIndexError as error:
            self.problem = error.message
            self._begin_anew()
        remove_leftovers(self._folder)
        damaged = []
        for line in self._contents.segments:
            try:
                opened = open_segments(self._folder, [line])
                if not is_trusted:
                    opened[0].files.verify()
                self.segments += opened
            except DamagedIndexError:
                damaged.append(line.name)
        if damaged:
            self.problem = "The index is damaged."
            self.commit(without=damaged)

    def _begin_anew(self) -> None:
        """Put an empty index in place of one that is of no use."""
        self._put_in_place(newest_generation(self._folder) + 1, ())
        self._contents = read_contents(self._folder)

    def _put_in_place(self, generation: int, segments: Sequence[PassageSegment]) -> None:
        write_contents(self._folder, Contents(generation, tuple(segment.line for segment in segments)))
        engine.clean_files(self._storage, NAME, generation, segments)

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
