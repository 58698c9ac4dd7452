"""Indexing from nothing, when nothing has changed and when one file has, beside a plain Whoosh writer; and the sizes.

    python tests/benchmarks/bench_indexing.py LIBRARY… [--without-whoosh]

Each library is indexed into a new private folder by `dltui index`. The plain writer is one
process with `add_document` and the StemmingAnalyzer, and gets the same passages from memory, so it reads and parses no
file. See `make_library.py` for a large library. Times are wall and processor seconds; where other programs use the
machine, look at the ratio and the processor times. Memory is that of the indexer with its helpers, shared pages once.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from search_engines import Article, PlainWhoosh

from dltui.library.library import Library
from dltui.library.scan import ENDINGS
from dltui.model.passage import Passage
from dltui.search.index import SearchIndex

_LINK = "bench_indexing.md"


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    wall: float
    processor: float
    megabytes: float = 0.0
    first_answers: float = 0.0


def index(library: Path, cache: Path) -> Cost:
    """Bring the index up to date."""
    command = [sys.executable, "-m", "dltui", "index", str(library), "--cache", str(cache)]
    before, began = _children(), time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    memory = _Memory(process.pid)
    while process.poll() is None and not _articles(cache):
        time.sleep(0.02)
    first = time.monotonic() - began
    process.wait()
    return Cost(time.monotonic() - began, _children() - before, memory.stop(), first)


def _articles(cache: Path) -> int:
    return SearchIndex.open(cache / "passages").articles


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Memory:
    """The most memory of a process with its children, in MB; Linux tells, elsewhere it's 0."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._most = 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def stop(self) -> float:
        self._ended.set()
        self._thread.join()
        return self._most

    def _look(self) -> None:
        while not self._ended.wait(0.5):
            self._most = max(self._most, sum(map(_megabytes, _family(self._process))))


def _family(process: int) -> Iterator[int]:
    yield process
    with suppress(OSError):
        for child in Path(f"/proc/{process}/task/{process}/children").read_text().split():
            yield from _family(int(child))


def _megabytes(process: int) -> float:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


def passages_of(cache: Path) -> Iterable[Article]:
    """The passages of an index, as they were given to it."""
    opened = SearchIndex.open(cache / "passages")
    for segment in opened._snapshot.segments:
        for row in segment.live_articles:
            records = map(segment.files.record, range(row.first, row.end))
            yield (
                row.path,
                [
                    Passage(row.path, row.title, "", "", None, (), one.heading, (), "", 1, one.text)
                    for one in records
                ],
            )


def plain(cache: Path, folder: Path) -> Cost:
    """Write the same passages with plain Whoosh."""
    articles = list(passages_of(cache))
    began, processor = time.monotonic(), time.process_time()
    PlainWhoosh(folder).build(articles)
    return Cost(time.monotonic() - began, time.process_time() - processor)


def _size(places: Iterable[Path]) -> float:
    return sum(place.stat().st_size for place in places if place.is_file()) / 1e6


def measure(library: Path, folder: Path, *, with_whoosh: bool) -> None:
    """Print one library's table."""
    cache = folder / "cache"
    cache.mkdir(mode=0o700)
    first = index(library, cache)
    text = _size(place for place in library.rglob("*") if place.suffix in ENDINGS)
    catalogue, passages = _size(cache.glob("catalogue*")), _size((cache / "passages").iterdir())
    print(f"{library}: {len(Library.open(library).scan()):,} articles, {text:.1f} MB", flush=True)
    print(
        f"  size        catalogue {catalogue / text:.2f} + index {passages / text:.2f} = "
        f"{(catalogue + passages) / text:.2f} of the text"
    )
    _row("first", first)
    print(f"  {'':12}first answers after {first.first_answers:.1f} s, memory {first.megabytes:.0f} MB")
    if with_whoosh:
        beside = plain(cache, folder)
        _row("plain Whoosh", beside)
        print(f"  {'':12}ours takes {first.wall / beside.wall:.2f} of its time", flush=True)
    _row("unchanged", index(library, cache))
    if os.access(library, os.W_OK):
        place = library / _LINK
        place.write_text("# New\n\nJust saved.\n", "utf-8")
        _row("one new", index(library, cache))
        place.unlink()


def _row(name: str, cost: Cost) -> None:
    print(f"  {name:12}{cost.wall:8.2f} s   {cost.processor:8.2f} s of processor", flush=True)


def main() -> None:
    """Measure each library."""
    parser = argparse.ArgumentParser()
    parser.add_argument("libraries", nargs="+", type=Path)
    parser.add_argument("--without-whoosh", action="store_true")
    given = parser.parse_args()
    for library in given.libraries:
        folder = Path(tempfile.mkdtemp())
        measure(library.resolve(), folder, with_whoosh=not given.without_whoosh)
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
