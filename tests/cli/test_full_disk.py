"""A disk that is really full: the cache on a file system of a few pages, where one may be mounted."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.indexing_runs import DONE, UNWRITABLE, files, known, known_afresh, opened, start, write

_COUNT = 40
_ENOUGH_KB = 64_000

Grow = Callable[[int], None]


def _mount(folder: Path, kilobytes: int, *more: str) -> bool:
    options = ",".join([*more, f"size={kilobytes}k", "mode=0700"])
    command = ["mount", "-t", "tmpfs", "-o", options, "none", str(folder)]
    try:
        return not subprocess.run(command, capture_output=True, check=False).returncode
    except OSError:
        return False


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[tuple[Path, Path, Grow]]:
    """A small library, a cache on a disk without room, and what gives that more."""
    if sys.platform != "linux":
        pytest.skip("a tmpfs is Linux's")
    root, cache = tmp_path / "library", tmp_path / "cache"
    cache.mkdir(mode=0o700)
    if not _mount(cache, 4):
        pytest.skip("nothing may be mounted here")
    write(root, files(_COUNT))
    yield root, cache, lambda kilobytes: _mount(cache, kilobytes, "remount") or pytest.fail("it didn't grow")
    subprocess.run(["umount", "-l", str(cache)], check=True)


def _run(root: Path, cache: Path) -> int | None:
    process = start(root, cache)
    process.join()
    return process.exitcode


def test_a_first_index_without_room_goes_on_once_there_is_some(disk: tuple[Path, Path, Grow]) -> None:
    root, cache, grow = disk
    codes = []
    for kilobytes in (4, 40, 100, 160, 220, 300):
        grow(kilobytes)
        codes.append(_run(root, cache))
    assert set(codes) <= {DONE, UNWRITABLE}
    assert codes[0] == UNWRITABLE
    grow(_ENOUGH_KB)
    assert _run(root, cache) == DONE
    assert known(root, cache) == known_afresh(root, cache)
    assert not list(cache.rglob("*.tmp"))


def test_the_interface_makes_its_index_elsewhere(disk: tuple[Path, Path, Grow]) -> None:
    root, cache, grow = disk
    library = opened(root, cache)
    assert library.see_to_cache()
    assert library.cache not in {None, cache}
    assert library.notices == [
        f"The cache folder {cache} has no room left; the index is made for this run alone."
    ]
    grow(_ENOUGH_KB)
    assert _run(root, cache) == DONE
    room = sum(place.stat().st_blocks for place in cache.rglob("*")) * 512 // 1024
    grow(room + 8)
    again = opened(root, cache)
    assert again.see_to_cache()  # it is up to date, so it is used
    assert (again.cache, again.notices) == (cache, [])


def test_an_index_that_cant_grow_still_answers(disk: tuple[Path, Path, Grow]) -> None:
    root, cache, grow = disk
    grow(_ENOUGH_KB)
    assert _run(root, cache) == DONE
    before = known(root, cache)
    used = sum(place.stat().st_blocks for place in cache.rglob("*")) * 512 // 1024
    grow(used + 8)
    write(root, {path: f"{text}\nLonger. " * 30 for path, text in files(_COUNT, 2).items()})
    assert _run(root, cache) == UNWRITABLE
    articles, *_, indexed, found = known(root, cache)
    assert (len(articles), indexed, found[0][0]) == (_COUNT, _COUNT, before[-1][0][0])
    grow(_ENOUGH_KB)
    assert _run(root, cache) == DONE
    assert known(root, cache) == known_afresh(root, cache)
