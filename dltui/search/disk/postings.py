"""Posting lists: which passages of a segment hold a word, by how much it weighs in them.

In memory a posting is one number, `(TOP_LEVEL - level) << 16 | passage`, so that sorting puts the heaviest first and
passages of one level in order. On disk a list is its levels, heaviest first, each with its passages as 16-bit
numbers, and a checksum: it is read in one go, ranked as it stands, and nothing in it is unpickled.

A word that stands in many of a segment's passages has a map beside its list, a byte for each passage: to see which of
a few passages hold `the`, nobody should have to read the list of all that do.
"""

import struct
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable

from dltui.errors import DamagedIndexError
from dltui.search.disk.sections import numbers_from, numbers_to_bytes

TOP_LEVEL = 15
"""Levels go from 0 (findable, weighs nothing) to this."""

MOST_PASSAGES = 60_000
"""Passages a segment may hold: their numbers fit 16 bits."""

_CHECKSUM = struct.Struct("<I")
_GROUP = struct.Struct("<BH")

Level = tuple[int, "array[int]"]


def packed(passage: int, level: int) -> int:
    """A posting as one number."""
    return (TOP_LEVEL - level) << 16 | passage


def unpacked(posting: int) -> tuple[int, int]:
    """A posting's passage and level."""
    return posting & 0xFFFF, TOP_LEVEL - (posting >> 16)


def encode_postings(postings: Iterable[int]) -> bytes:
    """A posting list for the disk."""
    ordered = sorted(postings)
    groups: list[bytes] = []
    at = 0
    while at < len(ordered):
        place = ordered[at] >> 16
        end = bisect_left(ordered, (place + 1) << 16, at)
        groups.append(_GROUP.pack(TOP_LEVEL - place, end - at - 1))
        at = end
    passages = array("H", [posting & 0xFFFF for posting in ordered])
    body = bytes((len(groups),)) + b"".join(groups) + numbers_to_bytes(passages)
    return _CHECKSUM.pack(zlib.crc32(body)) + body


def decode_postings(data: bytes) -> tuple[Level, ...]:
    """A posting list as (level, passages in order), the heaviest level first.

    Raises:
        DamagedIndexError: the checksum differs.
    """
    body = data[_CHECKSUM.size :]
    if not body or data[: _CHECKSUM.size] != _CHECKSUM.pack(zlib.crc32(body)):
        raise DamagedIndexError("The index's list of passages is damaged.")
    start = 1 + body[0] * _GROUP.size
    passages = numbers_from(body[start:], "H")
    levels: list[Level] = []
    at = 0
    for level, length in _GROUP.iter_unpack(body[1:start]):
        levels.append((level, passages[at : at + length + 1]))
        at += length + 1
    return tuple(levels)


_DENSE = 0.25


def is_dense(count: int, passages: int) -> bool:
    """Whether a word of so many of a segment's passages has a map."""
    return count >= _DENSE * passages


def encode_map(postings: Iterable[int], passages: int) -> bytes:
    """A word's levels by passage, for the disk."""
    levels = bytearray(passages)
    for posting in postings:
        passage, level = unpacked(posting)
        levels[passage] = level + 1
    return _CHECKSUM.pack(zlib.crc32(levels)) + levels


def decode_map(data: bytes) -> bytes:
    """For each passage of the segment 0, or one more than the word's level in it.

    Raises:
        DamagedIndexError: the checksum differs.
    """
    levels = data[_CHECKSUM.size :]
    if data[: _CHECKSUM.size] != _CHECKSUM.pack(zlib.crc32(levels)):
        raise DamagedIndexError("The index's list of passages is damaged.")
    return levels
