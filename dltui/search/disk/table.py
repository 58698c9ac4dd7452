"""A sorted table from keys to values in compressed blocks, looked up without loading it.

A line is `key TAB value NEWLINE`; a block is some 2 kB of lines. The first key of each block stays in memory.
"""

import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterator

from dltui.search.disk.blocks import inflated
from dltui.search.disk.sections import SectionReader, SectionWriter, numbers_to_bytes

_BLOCK_BYTES = 2048
_CACHED_BLOCKS = 64


class TableWriter:
    """Writes lines in the order of their keys; the sections are named after the table."""

    def __init__(self, sections: SectionWriter, name: str) -> None:
        self._sections = sections
        self._name = name
        self._lines: list[bytes] = []
        self._bytes = self._end = 0
        self._firsts: list[bytes] = []
        self._ends = array("I", [0])

    def add(self, key: bytes, value: bytes) -> None:
        """Add a line; keys come in order and hold neither tab nor newline."""
        if not self._lines:
            self._firsts.append(key)
        line = b"%b\t%b\n" % (key, value)
        self._lines.append(line)
        self._bytes += len(line)
        if self._bytes >= _BLOCK_BYTES:
            self._flush()

    def close(self) -> None:
        """Write what is left, and the list of blocks."""
        if self._lines:
            self._flush()
        self._sections.finish(self._name)
        self._sections.write(b"\n".join(self._firsts))
        self._sections.finish(f"{self._name}.firsts")
        self._sections.write(numbers_to_bytes(self._ends))
        self._sections.finish(f"{self._name}.blocks")

    def _flush(self) -> None:
        block = zlib.compress(b"".join(self._lines))
        self._sections.write(block)
        self._end += len(block)
        self._ends.append(self._end)
        self._lines.clear()
        self._bytes = 0


class Table:
    """A table on disk."""

    def __init__(self, sections: SectionReader, name: str) -> None:
        self._sections = sections
        self._start, _ = sections.extent(name)
        firsts = sections.section(f"{name}.firsts")
        self._firsts = firsts.split(b"\n") if firsts else []
        self._ends = sections.numbers(f"{name}.blocks")
        self._blocks: dict[int, bytes] = {}

    def get(self, key: bytes) -> bytes | None:
        """The value of a key; None where it has none."""
        at = bisect_right(self._firsts, key) - 1
        if at < 0:
            return None
        block = self._block(at)
        found = block.find(b"\n%b\t" % key)
        if found < 0:
            return None
        start = found + len(key) + 2
        return block[start : block.index(b"\n", start)]

    def starting_with(self, prefix: bytes) -> Iterator[tuple[bytes, bytes]]:
        """The lines whose key begins so, in order."""
        for at in range(max(0, bisect_right(self._firsts, prefix) - 1), len(self._firsts)):
            if self._firsts[at][: len(prefix)] > prefix:
                return
            for line in self._block(at).split(b"\n"):
                if line and line.startswith(prefix):
                    key, _, value = line.partition(b"\t")
                    yield key, value

    def _block(self, at: int) -> bytes:
        """A block, each line of it after a newline."""
        block = self._blocks.get(at)
        if block is None:
            start, end = self._ends[at], self._ends[at + 1]
            block = b"\n" + inflated(self._sections.read(self._start + start, end - start))
            if len(self._blocks) >= _CACHED_BLOCKS:
                self._blocks.clear()
            self._blocks[at] = block
        return block
