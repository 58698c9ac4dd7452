"""The indexer's helpers: other processes that read and parse files, so that all cores work."""

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from dltui.errors import NotFoundError
from dltui.library.article.loaded import LoadedArticle
from dltui.library.catalogue.catalogue import Catalogue
from dltui.library.catalogue.head import Head, load_head
from dltui.library.indexing.body import Body, Prepare, load_body
from dltui.library.library import Library
from dltui.library.source import decode
from dltui.library.times.evidence import NOTHING_KNOWN

Result = Head | Body | str
"""What became of a file; its path alone where it couldn't be read."""

FEWEST_FOR_HELP = 48
"""Files that are to be read before other processes help."""

_CHUNK = 12
_CHUNKS_AHEAD = 3


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads files for one of the passes."""

    library: Library
    catalogue: Catalogue
    prepare: Prepare

    def read(self, path: str, *, whole: bool) -> Result:
        """The body of an article, or its head alone."""
        try:
            if whole:
                return load_body(self.library, self.catalogue, self.prepare, path)
            return load_head(self.library, path)
        except NotFoundError:
            return path


class Workers:
    """Reads many files, in this process if they are few.

    Args:
        reader: of this process.
        folder: the library's cache folder, where helpers open the catalogue; None for no helpers.
        count: how many helpers; None for one a core.
    """

    def __init__(self, reader: Reader, folder: Path | None, count: int | None = None) -> None:
        self._reader = reader
        self._folder = folder
        self._count = (count if count is not None else cores()) if folder is not None else 0
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def begin(self) -> None:
        """Start the helpers ahead of their work: they make themselves ready meanwhile."""
        if self._count and self._pool is None:
            self._pool = self._started_pool()
            with suppress(BrokenProcessPool):  # found out about at work
                self._pool.submit(_read_chunk, (), False)

    def read(self, paths: Sequence[str], *, whole: bool) -> Iterator[Result]:
        """What becomes of each file, in the order of the paths."""
        done = 0
        if self._count and len(paths) >= FEWEST_FOR_HELP:
            with suppress(BrokenProcessPool):  # a helper was killed: this process does the rest
                for result in self._read_in_pool(paths, whole=whole):
                    yield result
                    done += 1
                return
            self._count = 0
            self._pool = None
        for path in paths[done:]:
            yield self._reader.read(path, whole=whole)

    def _read_in_pool(self, paths: Sequence[str], *, whole: bool) -> Iterator[Result]:
        pool = self._pool = self._pool or self._started_pool()
        running: deque[Future[list[Result]]] = deque()
        try:
            for start in range(0, len(paths), _CHUNK):
                running.append(pool.submit(_read_chunk, paths[start : start + _CHUNK], whole))
                if len(running) > self._count * _CHUNKS_AHEAD:
                    yield from running.popleft().result()
            while running:
                yield from running.popleft().result()
        finally:
            for future in running:  # nobody wants the rest
                future.cancel()

    def _started_pool(self) -> ProcessPoolExecutor:
        is_quick = (
            sys.platform == "linux" and threading.active_count() == 1
        )  # a fork copies no running thread
        context = multiprocessing.get_context("fork" if is_quick else "spawn")
        start = partial(_start_helper, self._reader.library, self._folder, self._reader.prepare)
        return ProcessPoolExecutor(self._count, context, start)


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def collect_garbage_rarely() -> None:
    """What is parsed goes by itself, as nothing in it leads back to itself; looking for it costs a twentieth."""
    gc.set_threshold(100_000, 50, 100)


_SMALL = b"---\ntags: [a]\n---\n\n# a\n"
_helper: list[Reader] = []


def _start_helper(library: Library, folder: Path | None, prepare: Prepare) -> None:
    """Make a process a helper: it leaves interrupts to its parent, and ends when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_garbage_rarely()
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    _helper[:] = [Reader(library, Catalogue(folder), prepare)]
    _ = LoadedArticle.of(
        "", decode(_SMALL), NOTHING_KNOWN
    ).runs  # imports what parses, before it is waited for


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(0)


def _read_chunk(paths: Sequence[str], whole: bool) -> list[Result]:
    return [_helper[0].read(path, whole=whole) for path in paths]
