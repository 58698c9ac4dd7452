"""The table of contents of an index: which segments it has, and which of their passages are deleted.

A small text file of our own in place of Whoosh's, which is a pickle: whoever could write that could run code here, and
it names classes by the place they stand in, so an index wouldn't outlive the program's next tidying. The first line
tells the version of the format and a checksum; nothing else is looked at before both are right.
"""

import contextlib
import json
import re
import shutil
import zlib
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from dltui.errors import DamagedIndexError, OtherVersionError

NAME = "passages"
"""Of the index within its folder."""

_FORMAT = 3
"""Of everything in the folder, the segments too: a program with another one begins anew."""

_FILE = re.compile(rf"_{NAME}_([0-9]+)\.toc")
_OF_ANOTHER_VERSION = re.compile(rf"_?{NAME}[0-9]+_[0-9a-z]+\..*")  # the number stood in the name once
_FIRST_LINE = re.compile(rb"dltui index ([0-9]+) ([0-9a-f]{8})")

_OTHER = "The index was made by another version of dltui."
_DAMAGED = "The index is damaged."

Stamp = tuple[int, int, int]
NOTHING: Stamp = (-1, 0, 0)
"""The stamp of a folder without an index."""


class SegmentLine(NamedTuple):
    """A segment in the table of contents: its name, its passages with the deleted ones, and which those are."""

    name: str
    passages: int
    deleted: frozenset[int]


class Contents(NamedTuple):
    """A table of contents; each commit writes one, of the next generation."""

    generation: int
    segments: tuple[SegmentLine, ...]


def contents_name(generation: int) -> str:
    """The name of the file, which Whoosh knows too: it deletes those of earlier generations."""
    return f"_{NAME}_{generation}.toc"


def newest_generation(folder: Path) -> int:
    """The generation of the newest table of contents; -1 where there is none."""
    found = (_FILE.fullmatch(path.name) for path in folder.iterdir())
    return max((int(match[1]) for match in found if match), default=-1)


def contents_stamp(folder: Path) -> Stamp:
    """What changes when the newest table of contents does; NOTHING where there is none."""
    try:
        newest = newest_generation(folder)
        status = (folder / contents_name(newest)).stat()
    except OSError:
        return NOTHING
    return newest, status.st_ino, status.st_mtime_ns


def read_contents(folder: Path) -> Contents:
    """The newest table of contents; an empty one where there is no index yet.

    Raises:
        OtherVersionError: another version of the program wrote the index.
        DamagedIndexError: it can't be made sense of.
        OSError: it can't be read, or a writer has just replaced it.
    """
    generation = newest_generation(folder)
    if generation < 0:
        if any(files_of_other_versions(folder)):
            raise OtherVersionError(_OTHER)
        return Contents(generation, ())
    first, _, body = (folder / contents_name(generation)).read_bytes().partition(b"\n")
    found = _FIRST_LINE.fullmatch(first)
    if found is None:
        raise DamagedIndexError(_DAMAGED)
    if int(found[1]) != _FORMAT:
        raise OtherVersionError(_OTHER)
    if int(found[2], 16) != zlib.crc32(body):
        raise DamagedIndexError(_DAMAGED)
    try:
        return Contents(generation, tuple(_segment(*line) for line in json.loads(body)))
    except (ValueError, TypeError) as error:  # somebody else wrote it
        raise DamagedIndexError(_DAMAGED) from error


def _segment(name: str, passages: int, runs: list[list[int]]) -> SegmentLine:
    return SegmentLine(name, passages, frozenset(chain.from_iterable(range(*run) for run in runs)))


def write_contents(folder: Path, contents: Contents) -> None:
    """Put a table of contents in place, whole or not at all.

    Raises:
        OSError: it can't be written.
    """
    lines = [(line.name, line.passages, _runs(line.deleted)) for line in contents.segments]
    body = json.dumps(lines, separators=(",", ":")).encode()
    place = folder / contents_name(contents.generation)
    fresh = place.with_suffix(".tmp")
    fresh.write_bytes(b"dltui index %d %08x\n%b" % (_FORMAT, zlib.crc32(body), body))
    fresh.replace(place)


def _runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers as ranges: articles are deleted whole."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][1] == number:
            runs[-1] = (runs[-1][0], number + 1)
        else:
            runs.append((number, number + 1))
    return runs


def files_of_other_versions(folder: Path) -> Iterable[Path]:
    """What other versions of the program left in the folder."""
    return (path for path in folder.iterdir() if _OF_ANOTHER_VERSION.fullmatch(path.name))


def remove_leftovers(folder: Path) -> None:
    """Delete what a killed writer or another version left behind."""
    for path in [*folder.glob("*.tmp"), *files_of_other_versions(folder)]:
        with contextlib.suppress(OSError):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
