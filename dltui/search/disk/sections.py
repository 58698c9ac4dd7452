"""Files of named sections, each with its length and checksum: what is damaged is noticed when it's read.

Such a file is written once and never changed. It ends in a directory (JSON) and a fixed tail that tells where the
directory begins.
"""

import contextlib
import json
import os
import struct
import zlib
from array import array
from collections.abc import Callable
from typing import Any

from dltui.errors import DamagedIndexError

_TAIL = struct.Struct("<II8s")
_MAGIC = b"dltui-1\n"

Read = Callable[[int, int], bytes]
"""`read(offset, length)`: that many bytes; fewer raise DamagedIndexError."""


class SectionWriter:
    """Writes sections one after another to a file object; `close` writes the directory."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._directory: dict[str, tuple[int, int, int]] = {}
        self._start = self._end = self._checksum = 0

    def write(self, data: bytes) -> int:
        """Append to the section that is being written; returns the offset within the file."""
        offset = self._end
        self._file.write(data)
        self._end += len(data)
        self._checksum = zlib.crc32(data, self._checksum)
        return offset

    def finish(self, name: str) -> None:
        """End the section, under this name; what is written next belongs to another."""
        self._directory[name] = (self._start, self._end - self._start, self._checksum)
        self._start, self._checksum = self._end, 0

    def close(self) -> None:
        """Write the directory and close the file."""
        directory = json.dumps(self._directory).encode()
        self._file.write(directory + _TAIL.pack(len(directory), zlib.crc32(directory), _MAGIC))
        self._file.close()

    def discard(self) -> None:
        """Close the file as it is; it may be unfinished, and the disk full."""
        with contextlib.suppress(OSError):
            self._file.close()


class SectionReader:
    """Reads a file of sections by position, without mapping it: a file cut short is an error, not a crash."""

    def __init__(self, path: str) -> None:
        self._path = path
        try:
            self._file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            self.size = os.fstat(self._file).st_size
        except OSError as error:
            raise DamagedIndexError(f"{path} can't be read.") from error
        length, checksum, magic = _TAIL.unpack(self.read(self.size - _TAIL.size, _TAIL.size))
        directory = self.read(self.size - _TAIL.size - length, length)
        if magic != _MAGIC or zlib.crc32(directory) != checksum:
            raise DamagedIndexError(f"{path} is damaged.")
        self._directory: dict[str, list[int]] = json.loads(directory)

    def __del__(self) -> None:
        file, self._file = getattr(self, "_file", -1), -1
        if file >= 0:
            os.close(file)

    def read(self, offset: int, length: int) -> bytes:
        """Bytes of the file.

        Raises:
            DamagedIndexError: there are fewer.
        """
        if offset < 0 or length < 0:
            raise DamagedIndexError(f"{self._path} is cut short.")
        try:
            data = _read_at(self._file, length, offset)
        except OSError as error:
            raise DamagedIndexError(f"{self._path} can't be read.") from error
        if len(data) != length:
            raise DamagedIndexError(f"{self._path} is cut short.")
        return data

    def extent(self, name: str) -> tuple[int, int]:
        """Where a section begins, and its length."""
        if name not in self._directory:
            raise DamagedIndexError(f"{self._path} has no {name}.")
        start, length, _ = self._directory[name]
        return start, length

    def section(self, name: str) -> bytes:
        """A whole section, checked."""
        data = self.read(*self.extent(name))
        if zlib.crc32(data) != self._directory[name][2]:
            raise DamagedIndexError(f"{self._path} is damaged.")
        return data

    def numbers(self, name: str, code: str = "I") -> "array[int]":
        """A whole section, checked, as numbers; see `numbers_from`."""
        return numbers_from(self.section(name), code)

    def inflated(self, name: str) -> bytes:
        """A whole section, checked and decompressed."""
        return zlib.decompress(self.section(name))

    def verify(self) -> None:
        """Read everything.

        Raises:
            DamagedIndexError: a checksum differs.
        """
        for name in self._directory:
            self.section(name)


def numbers_from(data: bytes, code: str = "I") -> "array[int]":
    """Little-endian numbers as an array: `I` for 32 bits, `H` for 16."""
    numbers = array(code)
    numbers.frombytes(data[: len(data) - len(data) % numbers.itemsize])
    if _BIG_ENDIAN:
        numbers.byteswap()
    return numbers


def numbers_to_bytes(numbers: "array[int]") -> bytes:
    """An array as little-endian numbers."""
    if _BIG_ENDIAN:
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


_BIG_ENDIAN = struct.pack("=H", 1) != struct.pack("<H", 1)


if hasattr(os, "pread"):
    _read_at = os.pread
else:

    def _read_at(file: int, length: int, offset: int) -> bytes:
        os.lseek(file, offset, os.SEEK_SET)
        return os.read(file, length)
