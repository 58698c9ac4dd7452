"""Bytes of the catalogue made small by a dictionary: what other articles of the library say in the same words."""

import zlib
from collections.abc import Iterable, Sequence

_DICTIONARY_BYTES = 32_768
"""As far back as the compression looks."""


class DamagedBytesError(Exception):
    """Bytes that weren't pressed so, or by another dictionary."""


class Press:
    """Makes bytes small.

    Args:
        dictionary: any text; empty for none.

    Attributes:
        number: of the dictionary: its checksum, 0 for none.
    """

    def __init__(self, dictionary: bytes = b"") -> None:
        self.dictionary = dictionary
        self.number = zlib.crc32(dictionary)
        self._fresh = zlib.compressobj(zdict=dictionary) if dictionary else zlib.compressobj()

    def press(self, data: bytes) -> bytes:
        """Bytes made small."""
        press = self._fresh.copy()  # making one that knows the dictionary takes longer than using it
        return press.compress(data) + press.flush()

    def unpress(self, data: bytes) -> bytes:
        """The reverse of `press`.

        Raises:
            DamagedBytesError: it isn't, by zlib's checksum.
        """
        try:
            press = zlib.decompressobj(zdict=self.dictionary) if self.dictionary else zlib.decompressobj()
            found = press.decompress(data)
        except zlib.error as error:
            raise DamagedBytesError(str(error)) from error
        if not press.eof:
            raise DamagedBytesError("cut short")
        return found


def dictionary_of(samples: Sequence[bytes]) -> bytes:
    """A dictionary made of samples; empty where they are too few to be worth one."""
    if sum(map(len, samples)) < 2 * _DICTIONARY_BYTES:
        return b""
    chosen: list[bytes] = []
    for sample in _spread(samples):
        chosen.append(sample)
        if sum(map(len, chosen)) >= _DICTIONARY_BYTES:
            break
    return b"".join(chosen)[:_DICTIONARY_BYTES]


def _spread(samples: Sequence[bytes]) -> Iterable[bytes]:
    """The samples in such an order that the first few come from everywhere."""
    step = 7
    return (samples[at] for start in range(step) for at in range(start, len(samples), step))
