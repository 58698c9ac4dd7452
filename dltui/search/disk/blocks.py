"""Lines in compressed blocks, each read alone: a line is too short to shrink, a file too long to be read for one.

The first blocks of a file, some 32 kB of text, are the dictionary that all later ones are compressed with: articles of
one library say much in the same words, and no dictionary has to be made, kept or shipped.
"""

import zlib
from array import array
from bisect import bisect_left, bisect_right

from dltui.errors import DamagedIndexError
from dltui.search.disk.sections import SectionReader, SectionWriter, numbers_to_bytes

_BLOCK_BYTES = 4096
_DICTIONARY_BYTES = 32_768
_LEVEL = 6
_DAMAGED = "A passage in the index is damaged."


class BlockWriter:
    """Writes lines, none of which holds a newline, to the sections `records` and `offsets`."""

    def __init__(self, sections: SectionWriter) -> None:
        self._sections = sections
        self._lines: list[bytes] = []
        self._bytes = 0
        self._offsets = array("I")  # for each line, where its block begins
        self._end = 0
        self._dictionary = b""

    def __len__(self) -> int:
        return len(self._offsets)

    def add(self, line: bytes) -> None:
        """Add a line."""
        self._offsets.append(self._end)
        self._lines.append(line)
        self._bytes += len(line)
        if self._bytes >= _BLOCK_BYTES:
            self._flush()

    def close(self) -> None:
        """Write what is left, and where the blocks are."""
        if self._lines:
            self._flush()
        self._sections.finish("records")
        self._offsets.append(self._end)
        self._sections.write(numbers_to_bytes(self._offsets))
        self._sections.finish("offsets")

    def _flush(self) -> None:
        block = b"\n".join(self._lines)
        if len(self._dictionary) < _DICTIONARY_BYTES:
            data = zlib.compress(block, _LEVEL)
            self._dictionary += block
            self._press = zlib.compressobj(_LEVEL, zdict=self._dictionary)
        else:
            press = self._press.copy()  # to prime a new one costs more than to compress the block
            data = press.compress(block) + press.flush()
        self._sections.write(data)
        self._end += len(data)
        self._lines = []
        self._bytes = 0


class BlockReader:
    """Reads the lines of a file.

    Args:
        sections: of the file.
        lines: how many it is to have.

    Raises:
        DamagedIndexError: a block can't be read, see zlib's checksums; also from every method.
    """

    def __init__(self, sections: SectionReader, lines: int) -> None:
        self._sections = sections
        self._start, _ = sections.extent("records")
        self._offsets = sections.numbers("offsets")
        if len(self._offsets) != lines + 1:
            raise DamagedIndexError(_DAMAGED)
        self._dictionary = b""
        self._dictionary_end = 0  # blocks from there on need it
        self._last = (-1, b"")

    def line(self, number: int) -> bytes:
        """One line."""
        start = self._offsets[number]
        place = number - bisect_left(self._offsets, start)
        lines = self._block(start).split(b"\n", place + 1)
        if len(lines) <= place:
            raise DamagedIndexError(_DAMAGED)
        return lines[place]

    def _block(self, start: int) -> bytes:
        """The block that begins there."""
        last, block = self._last  # another thread may replace it meanwhile
        if last != start:
            block = self._inflated(start)
            self._last = (start, block)
        return block

    def _inflated(self, start: int) -> bytes:
        self._read_dictionary()
        if start < self._dictionary_end:
            return inflated(self._read(start))
        return inflated(self._read(start), self._dictionary)

    def _read_dictionary(self) -> None:
        dictionary, end = b"", 0
        if self._dictionary:
            return
        while len(dictionary) < _DICTIONARY_BYTES and end < self._offsets[-1]:
            dictionary += inflated(self._read(end))
            end = self._next(end)
        self._dictionary_end, self._dictionary = end, dictionary

    def _read(self, start: int) -> bytes:
        return self._sections.read(self._start + start, self._next(start) - start)

    def _next(self, start: int) -> int:
        return self._offsets[bisect_right(self._offsets, start)]


def inflated(data: bytes, dictionary: bytes = b"") -> bytes:
    """Compressed bytes as they were; zlib's checksum tells damage.

    Raises:
        DamagedIndexError: they can't be.
    """
    try:
        if not dictionary:
            return zlib.decompress(data)
        press = zlib.decompressobj(zdict=dictionary)
        text = press.decompress(data)
    except zlib.error as error:
        raise DamagedIndexError(_DAMAGED) from error
    if not press.eof:
        raise DamagedIndexError(_DAMAGED)
    return text
