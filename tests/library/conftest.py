"""Libraries made for one test, and a sink that remembers what it was given."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from dltui.library.catalogue.catalogue import Catalogue
from dltui.library.catalogue.catalogue_writer import CatalogueWriter
from dltui.library.indexing.indexing import IndexReport, index_articles
from dltui.library.library import Library
from dltui.model.passage import Passage

Prepared = tuple[str, str, tuple[Passage, ...]]


def prepare(path: str, passages: Sequence[Passage], fingerprint: str) -> Prepared:
    return path, fingerprint, tuple(passages)


class FakeSink:
    """An index that keeps passages in memory; what isn't committed is kept apart."""

    def __init__(self) -> None:
        self.committed: dict[str, Prepared] = {}
        self.pending: dict[str, Prepared | None] = {}
        self.puts: list[str] = []
        self.commits = 0

    @property
    def fingerprints(self) -> Mapping[str, str]:
        return {path: fingerprint for path, (_, fingerprint, _) in self.committed.items()}

    def put(self, prepared: Prepared) -> None:
        self.pending[prepared[0]] = prepared
        self.puts.append(prepared[0])

    def delete(self, path: str) -> None:
        self.pending[path] = None

    def commit(self) -> None:
        self.commits += 1
        for path, prepared in self.pending.items():
            if prepared is None:
                self.committed.pop(path, None)
            else:
                self.committed[path] = prepared
        self.pending.clear()

    def passages(self, path: str) -> tuple[Passage, ...]:
        return self.committed[path][2]


class Bench:
    """A library in a folder of its own, its catalogue and its sink."""

    def __init__(self, root: Path, cache: Path | None) -> None:
        self.root = root
        self.cache = cache
        self.sink = FakeSink()
        self.catalogue = Catalogue(cache)

    @property
    def library(self) -> Library:
        return Library.open(self.root)

    def write(self, files: Mapping[str, str | bytes]) -> None:
        for path, content in files.items():
            place = self.root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content if isinstance(content, bytes) else content.encode())

    def index(self, **options: object) -> IndexReport:
        self.sink.puts.clear()
        with CatalogueWriter(self.cache, self.catalogue) as writer:
            return index_articles(self.library, writer, self.sink, prepare, processes=0, **options)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """An empty library with a catalogue in memory."""
    root = tmp_path / "library"
    root.mkdir()
    return Bench(root, None)


@pytest.fixture
def kept_bench(tmp_path: Path) -> Bench:
    """An empty library with a catalogue in a private folder."""
    root, cache = tmp_path / "library", tmp_path / "cache"
    root.mkdir()
    cache.mkdir(mode=0o700)
    return Bench(root, cache)


@pytest.fixture
def indexed(bench: Bench) -> Callable[[Mapping[str, str | bytes]], Bench]:
    """Write files and index them."""

    def make(files: Mapping[str, str | bytes]) -> Bench:
        bench.write(files)
        bench.index()
        return bench

    return make


def stamp(value: str, label: str | None = None) -> str:
    """A timestamp as the articles write it."""
    return f'<a class="yt-timestamp" data-t="{value}">[{label or value}]</a>'


def article(body: str = "", *, title: str = "", video: str = "", channel: str = "") -> str:
    """An article as the articles are written."""
    lines = [line for line in (f"title: {title}" * bool(title), f"videoId: {video}" * bool(video)) if line]
    head = "---\n" + "\n".join(lines) + "\n---\n\n" if lines else ""
    source = f"From: [[{channel}]] <br/> \n\n" if channel else ""
    return f"{head}{source}{body}"
