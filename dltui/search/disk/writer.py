"""Writing the index: one writer at a time, in batches that can be searched as they land."""

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from dltui.model.passage import Passage
from dltui.search.disk.merging import absorb, segments_to_merge
from dltui.search.disk.postings import MOST_PASSAGES
from dltui.search.disk.prepare import PreparedArticle, prepare
from dltui.search.disk.store import SegmentStore

_MOST_SEGMENTS = 24
"""Above this a commit merges the smallest ones, which takes little."""


class IndexWriter:
    """Writes passages to the index in a folder. Leaving the `with` block commits, an exception cancels.

    A lock keeps other writers out until it is closed; the lock of a killed process is gone with it. Segments that are
    damaged, or an index of another version, are left out: look at `fingerprints` to see what the index lacks.

    Args:
        folder: created, for the user alone, where there is none.
        rebuild: forget what is there; readers see it until the first commit.
        is_trusted: what is there was looked through lately, so it isn't now.

    Raises:
        IndexUnavailableError: the folder can't be trusted or written; also from every method.
        IndexBusyError: another program is writing.
    """

    def __init__(self, folder: Path, *, rebuild: bool = False, is_trusted: bool = False) -> None:
        self._store = SegmentStore(folder, is_trusted=is_trusted)
        self._unwanted = [segment.files.name for segment in self._store.segments] if rebuild else []
        self._pending: set[str] = set()
        self._places: dict[str, list[tuple[int, int]]] = {}  # of an article: segments, and its place in each
        self._take_up()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.commit()
        finally:
            self.cancel()

    @property
    def problem(self) -> str:
        """What was wrong with the index that was there, in one sentence; empty where all was well."""
        return self._store.problem

    @property
    def fingerprints(self) -> dict[str, str]:
        """What is committed: each article's path with the fingerprint it was written with."""
        known = [segment.files.articles.column("fingerprint") for segment in self._store.segments]
        return {path: known[places[-1][0]][places[-1][1]] for path, places in self._places.items()}

    @property
    def pending(self) -> int:
        """Passages that wait for a commit."""
        return self._store.pending

    def replace(self, path: str, passages: Iterable[Passage], fingerprint: str = "") -> None:
        """Put an article's passages in place of those that were there."""
        self.put(prepare(path, passages, fingerprint))

    def put(self, article: PreparedArticle) -> None:
        """The same with an article made ready elsewhere."""
        if self.pending + len(article.passages) > MOST_PASSAGES:
            self.commit()
        self.delete(article.path)
        self._pending.add(article.path)
        for passage in article.passages[:MOST_PASSAGES]:
            self._store.add(article.line, passage)

    def delete(self, path: str) -> None:
        """Drop an article's passages; nothing happens where there are none."""
        if path in self._pending:
            self.commit()
        for segment, place in self._places.pop(path, ()):
            self._store.delete(segment, self._store.segments[segment].files.articles.range_of(place))

    def commit(self) -> None:
        """Make what was written visible to readers; writing may go on."""
        if self._store.is_idle and not self._unwanted:
            return
        self._store.commit(without=self._unwanted)
        self._unwanted = []
        while len(self._store.segments) > _MOST_SEGMENTS and self._merge():
            pass
        self._take_up()

    def tidy(self) -> bool:
        """Merge some segments where there are too many; whether there may be more to do.

        Readers see no difference. It may take seconds, so it's for a time when nobody waits.
        """
        self.commit()
        merged = self._merge()
        self._take_up()
        return merged

    def _merge(self) -> bool:
        chosen = segments_to_merge(self._store.segments)

        def copy(writer: Any) -> None:
            for segment in chosen:
                absorb(writer, segment)

        if chosen:
            self._store.commit(without=[segment.files.name for segment in chosen], absorb=copy)
        return bool(chosen)

    def cancel(self) -> None:
        """Forget what wasn't committed and let other writers in. More than once does no harm."""
        self._store.close()

    def _take_up(self) -> None:
        self._pending.clear()
        self._places = {}
        for at, segment in enumerate(self._store.segments):
            if segment.files.name in self._unwanted:
                continue
            for place, path in zip(segment.live_places, segment.live_column("path"), strict=True):
                self._places.setdefault(path, []).append((at, place))
