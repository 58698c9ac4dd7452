"""Tens of thousands of short texts kept as one: each alone would take half as much again as it says."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from typing import overload

#: Texts that are taken out together where all are walked through.
_AT_ONCE = 1000
_ENCODING, _ERRORS = "utf-8", "surrogatepass"


class PackedTexts(Sequence[str]):
    """Texts by their place; to walk through all is quick, to take one costs a third of a microsecond.

    Args:
        texts: any; those without line breaks are found and walked through faster.
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._data = bytearray(b"\n")
        self._starts = array("Q", [1])  # of each text, and of the one that would come next
        self._has_breaks = False
        self.extend(texts)

    def extend(self, texts: Iterable[str]) -> None:
        """Add texts at the end."""
        added = [text.encode(_ENCODING, _ERRORS) for text in texts]
        if not added:
            return
        joined = b"\n".join(added)
        ends = accumulate((len(text) + 1 for text in added), initial=len(self._data))
        self._starts.extend(islice(ends, 1, None))
        self._data += joined
        self._data += b"\n"
        self._has_breaks = self._has_breaks or joined.count(b"\n") >= len(added)

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> list[str]: ...

    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            start, stop, step = place.indices(len(self))
            return self._between(start, stop) if step == 1 else [self[at] for at in range(start, stop, step)]
        at = place if place >= 0 else place + len(self)
        if not 0 <= at < len(self):
            raise IndexError(place)
        return self._data[self._starts[at] : self._starts[at + 1] - 1].decode(_ENCODING, _ERRORS)

    def __iter__(self) -> Iterator[str]:
        for start in range(0, len(self), _AT_ONCE):
            yield from self._between(start, start + _AT_ONCE)

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and self._find(text, 0) >= 0

    def index(self, text: str, start: int = 0, stop: int | None = None) -> int:
        """The first place of a text; see Sequence."""
        at = self._find(text, start)
        if at < 0 or (stop is not None and at >= stop):
            raise ValueError(text)
        return at

    def _find(self, text: str, start: int) -> int:
        """The first place of a text from some place on; -1 for none."""
        wanted = b"\n%b\n" % text.encode(_ENCODING, _ERRORS)
        found = self._data.find(wanted, self._starts[min(start, len(self))] - 1)
        while found >= 0:
            at = bisect_left(self._starts, found + 1)
            # a line of a text with several isn't the text
            if self._starts[at] == found + 1 and self._starts[at + 1] == found + len(wanted):
                return at
            found = self._data.find(wanted, found + 1)
        return -1

    def _between(self, start: int, stop: int) -> list[str]:
        """The texts from one place up to another, or up to the end."""
        stop = min(stop, len(self))
        if start >= stop:
            return []
        if self._has_breaks:
            return [self[at] for at in range(start, stop)]
        data = self._data[self._starts[start] : self._starts[stop] - 1]
        return data.decode(_ENCODING, _ERRORS).split("\n")
