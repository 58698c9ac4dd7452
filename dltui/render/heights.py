"""How high each chunk is, as far as that is known."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate


class Heights:
    """Rows of each chunk, estimated until it has been laid out.

    Args:
        estimates: rows per chunk.
    """

    def __init__(self, estimates: Iterable[int]) -> None:
        self._rows = list(estimates)
        self._known = bytearray(len(self._rows))
        self._unknown = len(self._rows)
        self._tops: list[int] | None = None

    def __len__(self) -> int:
        return len(self._rows)

    @property
    def complete(self) -> bool:
        """Whether no height is a guess."""
        return self._unknown == 0

    @property
    def total(self) -> int:
        """Rows of all chunks."""
        return self._all_tops()[-1]

    def rows(self, chunk: int) -> int:
        """Rows of one chunk."""
        return self._rows[chunk]

    def top(self, chunk: int) -> int:
        """The row a chunk starts on."""
        return self._all_tops()[chunk]

    def chunk_at(self, row: int) -> int:
        """The chunk that a row belongs to; the last one for rows below the end."""
        tops = self._all_tops()
        return max(0, bisect_right(tops, row, hi=len(tops) - 1) - 1)

    def is_known(self, chunk: int) -> bool:
        """Whether a chunk's rows are no guess."""
        return bool(self._known[chunk])

    def settle(self, chunk: int, rows: int) -> None:
        """Say how high a chunk is."""
        if self._rows[chunk] != rows:
            self._rows[chunk] = rows
            self._tops = None
        if not self._known[chunk]:
            self._known[chunk] = 1
            self._unknown -= 1

    def unsettle(self, chunk: int) -> None:
        """Take a chunk's rows for a guess again."""
        if self._known[chunk]:
            self._known[chunk] = 0
            self._unknown += 1

    def unknown_from(self, chunk: int) -> Iterator[int]:
        """The chunks whose rows are guessed: from that one to the end, then those before it."""
        for order in (range(chunk, len(self._rows)), range(chunk - 1, -1, -1)):
            for index in order:
                if not self._known[index]:
                    yield index

    def _all_tops(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(self._rows, initial=0))
        return self._tops
