"""The posting pool of Whoosh's writer: one array of numbers per word instead of one tuple per posting."""

from array import array
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from dltui.search.disk.postings import TOP_LEVEL, packed

FIELD_CODES = {"heading": b"h", "key": b"k", "text": b"t", "title": b"u"}
"""A term's key in the table of terms is its field's code followed by its text."""


class Gathered(NamedTuple):
    """What a pool holds.

    Attributes:
        passages: how many the segment has.
        terms: in the order of their keys, each with its postings.
    """

    passages: int
    terms: "Iterator[tuple[bytes, array[int]]]"


class PostingPool:
    """Gathers the postings of one segment in memory; takes the arguments Whoosh gives every pool."""

    def __init__(self, *_storage_and_segment: Any, **_limits: Any) -> None:
        self._lists: dict[bytes, array[int]] = {}
        self._passages = 0

    def add(self, passage: int, levels: Mapping[bytes, int]) -> None:
        """Add the terms of a passage, by their keys, with their levels."""
        self._passages = passage + 1
        lists = self._lists
        for key, level in levels.items():
            postings = lists.get(key)
            if postings is None:
                lists[key] = array("I", (packed(passage, level),))
            else:
                postings.append((TOP_LEVEL - level) << 16 | passage)  # `packed`, without the call

    def extend(self, key: bytes, postings: "array[int]", passages: int) -> None:
        """Add the postings of a term at once, as a merge does; `passages` is how many the segment has by now."""
        self._passages = passages
        known = self._lists.setdefault(key, postings)
        if known is not postings:
            known.extend(postings)

    def iter_postings(self) -> Gathered:
        """What was added."""
        return Gathered(self._passages, ((key, self._lists[key]) for key in sorted(self._lists)))

    def cleanup(self) -> None:
        """Let the memory go."""
        self._lists = {}
