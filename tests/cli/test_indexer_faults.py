"""Whatever befalls the indexer, nothing is lost, and what is found afterwards is what a new index finds."""

import os
import random
import shutil
import sys
import time
from pathlib import Path

import pytest

from tests.cli.indexing_runs import BUSY, DONE, UNWRITABLE, files, known, known_afresh, opened, start, write

_COUNT = 40


@pytest.fixture
def place(tmp_path: Path) -> tuple[Path, Path]:
    """A small library, and a private folder for its cache."""
    root, cache = tmp_path / "library", tmp_path / "cache"
    write(root, files(_COUNT))
    cache.mkdir(mode=0o700)
    return root, cache


def _run(root: Path, cache: Path, *, most_bytes: int = 0) -> int | None:
    process = start(root, cache, most_bytes=most_bytes)
    process.join()
    return process.exitcode


def test_it_is_killed_at_twenty_instants(place: tuple[Path, Path]) -> None:
    root, cache = place
    chance = random.Random(4)  # noqa: S311 -- the dice of a test
    began = time.monotonic()
    assert _run(root, cache) == DONE
    whole_seconds = time.monotonic() - began
    for version in range(1, 21):
        changed = files(_COUNT, version)
        for path in chance.sample(sorted(changed), 12):
            write(root, {path: changed[path] + "More. " * version})
        process = start(root, cache)
        time.sleep(chance.uniform(0, whole_seconds))
        process.kill()
        process.join()
        articles, _, _, indexed, found = known(root, cache)
        assert len(articles) == _COUNT  # each is known, in its old form or its new one
        assert indexed == found[0][0] == _COUNT
    assert _run(root, cache) == DONE
    assert known(root, cache) == known_afresh(root, cache)
    assert not list(cache.rglob("*.tmp"))


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_the_disk_is_full_at_any_write(place: tuple[Path, Path]) -> None:
    root, cache = place
    chance = random.Random(6)  # noqa: S311 -- the dice of a test
    codes = [_run(root, cache, most_bytes=chance.randrange(1, 300_000)) for _ in range(6)]
    assert _run(root, cache) == DONE
    write(root, {path: f"{text}\nLonger. " for path, text in files(_COUNT, 2).items()})
    codes += [_run(root, cache, most_bytes=chance.randrange(1, 30_000)) for _ in range(6)]
    assert set(codes) <= {DONE, UNWRITABLE}
    assert UNWRITABLE in codes
    assert known(root, cache)[3] == _COUNT
    assert _run(root, cache) == DONE
    assert known(root, cache) == known_afresh(root, cache)


def test_several_start_at_once(place: tuple[Path, Path]) -> None:
    root, cache = place
    processes = [start(root, cache) for _ in range(4)]
    for process in processes:
        process.join()
    codes = {process.exitcode for process in processes}
    assert DONE in codes
    assert codes <= {DONE, BUSY}
    assert known(root, cache) == known_afresh(root, cache)


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _garble(data: bytes) -> bytes:
    return random.Random(1).randbytes(len(data))  # noqa: S311 -- the dice of a test


@pytest.mark.parametrize("damage", [_cut, _garble, lambda _: b""], ids=["cut", "garbled", "empty"])
def test_each_file_of_the_cache_is_damaged_in_turn(place: tuple[Path, Path], damage) -> None:
    root, cache = place
    assert _run(root, cache) == DONE
    before = known(root, cache)
    whole = cache.with_name("whole")
    shutil.copytree(cache, whole)
    names = [file.relative_to(whole) for file in whole.rglob("*") if file.is_file()]
    assert len(names) > 5
    for name in names:
        shutil.rmtree(cache)
        shutil.copytree(whole, cache)
        (cache / name).write_bytes(damage((cache / name).read_bytes()))
        assert _run(root, cache) == DONE, name
        assert known(root, cache) == before, name


def test_the_clock_jumps(place: tuple[Path, Path]) -> None:
    root, cache = place
    assert _run(root, cache) == DONE
    future = time.time_ns() + 10**18
    for file in cache.rglob("*"):
        os.utime(file, ns=(future, future))
    changed = files(_COUNT, 5)
    for at, path in enumerate(sorted(changed)[:9]):
        write(root, {path: changed[path]})  # as long as before
        moment = (0, 1, future)[at % 3]
        os.utime(root / path, ns=(moment, moment))
    assert _run(root, cache) == DONE
    assert known(root, cache) == known_afresh(root, cache)
    assert not opened(root, cache).shelf.catalogue.changes(opened(root, cache).library.scan())
