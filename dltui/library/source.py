"""A file's bytes become text: encodings, sizes, and what had to be guessed."""

import codecs
import os
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from dltui.errors import NotFoundError
from dltui.library.codes import Code, diagnose
from dltui.model.diagnostic import Diagnostic

MOST_BYTES = 4 * 1024 * 1024
"""What is read of one file; the largest article seen has 986 kB."""

_MARKS = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF32_LE, "UTF-32-LE"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "UTF-32-BE"),
    (codecs.BOM_UTF16_LE, "UTF-16-LE"),
    (codecs.BOM_UTF16_BE, "UTF-16-BE"),
)
_SAMPLE = 4096


@dataclass(frozen=True, slots=True)
class Source:
    """A file as text.

    Attributes:
        data: the bytes that were read, for a fingerprint.
        problems: what had to be guessed or left out; their paths are empty.
    """

    text: str
    data: bytes
    problems: tuple[Diagnostic, ...] = ()


def load_source(place: Path, shown_path: str) -> Source:
    """Read a file.

    Args:
        place: where it is.
        shown_path: how an error names it.

    Raises:
        NotFoundError: it's gone, isn't a regular file, or can't be read.
    """
    try:
        if not S_ISREG(os.stat(place).st_mode):  # noqa: PTH116 - a pipe would wait for ever if it were opened
            raise NotFoundError(f"not a file: {shown_path}")
        with place.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name can't be one of a file"
        raise NotFoundError(f"can't read {shown_path}: {reason}") from error
    return decode(data)


def decode(data: bytes) -> Source:
    """Any bytes as text; nothing raises, and what was guessed is a problem of the Source."""
    problems = []
    if len(data) > MOST_BYTES:
        data = data[: data.rfind(b"\n", 0, MOST_BYTES) + 1 or MOST_BYTES]
        problems.append(diagnose(Code.FILE_TOO_LARGE, f"{len(data):,} bytes"))
    text, encoding = _decoded(data)
    if encoding != "UTF-8":
        problems.append(diagnose(Code.NOT_UTF8, f"it was read as {encoding}"))
    return Source(text, data, tuple(problems))


def _decoded(data: bytes) -> tuple[str, str]:
    """The text, and the name of the encoding it was read with."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    if encoding := _marked_by_zeros(data[:_SAMPLE]):
        return data.decode(encoding, "replace"), encoding
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _guessed(data)


def _marked_by_zeros(sample: bytes) -> str:
    """The kind of UTF-16 that text without a mark is in, told by where its zeros are; empty if it's none."""
    pairs = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if pairs and odd > 0.4 * pairs and even < 0.05 * pairs:
        return "UTF-16-LE"
    return "UTF-16-BE" if pairs and even > 0.4 * pairs and odd < 0.05 * pairs else ""


def _guessed(data: bytes) -> tuple[str, str]:
    """Bytes that aren't UTF-8: a damaged UTF-8 if most of its long characters are whole, else Windows-1252."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("�")
    whole = sum(not char.isascii() for char in text[:_SAMPLE]) - text[:_SAMPLE].count("�")
    if whole > damaged or (whole and damaged * 1000 < len(data)):
        return text, "damaged UTF-8"
    return data.decode("cp1252", "replace"), "Windows-1252"
