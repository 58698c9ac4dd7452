"""The posting pool Whoosh's writer fills: one array of numbers per word instead of one tuple per posting."""

from array import array
from collections.abc import Iterator
from typing import Any

from dltui.search.postings import packed

FIELD_CODES = {"heading": b"h", "key": b"k", "text": b"t", "title": b"u"}
"""A term's key in the table of terms is its field's code followed by its text."""


class PostingPool:
    """Gathers the postings of one segment in memory; takes the arguments Whoosh gives every pool."""

    def __init__(self, *_storage_and_segment: Any, **_limits: Any) -> None:
        self._lists: dict[bytes, array[int]] = {}

    def add(self, item: tuple[str, bytes, int, float, bytes]) -> None:
        """Add a posting: field, text, passage, level, and a value that isn't used."""
        field, text, passage, level, _ = item
        key = FIELD_CODES[field] + text
        posting = packed(passage, int(level))
        postings = self._lists.get(key)
        if postings is None:
            self._lists[key] = array("I", (posting,))
        else:
            postings.append(posting)

    def extend(self, key: bytes, postings: "array[int]") -> None:
        """Add the postings of a term at once, as a merge does."""
        known = self._lists.setdefault(key, postings)
        if known is not postings:
            known.extend(postings)

    def iter_postings(self) -> Iterator[tuple[bytes, "array[int]"]]:
        """The terms in the order of their keys, each with its postings."""
        for key in sorted(self._lists):
            yield key, self._lists[key]

    def cleanup(self) -> None:
        """Let the memory go."""
        self._lists = {}
