"""A file's bytes become text: encodings, sizes, and what had to be guessed."""

import codecs
import os
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from dltui.errors import NotFoundError
from dltui.model.diagnostic import Diagnostic, Severity

MOST_BYTES = 4 * 1024 * 1024
"""What is read of one file; the largest article seen has 986 kB."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
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
        message = f"only the first {len(data):,} bytes are shown: the file is too large for an article"
        problems.append(Diagnostic(Severity.ERROR, "file-too-large", message))
    text, encoding = _decoded(data)
    if encoding != "utf-8":
        message = f"the file isn't UTF-8; it was read as {encoding}"
        problems.append(Diagnostic(Severity.WARNING, "not-utf8", message))
    if "\0" in text:
        message = "the file holds NUL characters"
        problems.append(Diagnostic(Severity.WARNING, "control-characters", message))
    return Source(text, data, tuple(problems))


def _decoded(data: bytes) -> tuple[str, str]:
    """The text, and the name of the encoding it was read with."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guessed(data)


def _guessed(data: bytes) -> tuple[str, str]:
    """Bytes that aren't UTF-8: a damaged UTF-8 if most of its long characters are whole, else Windows-1252."""
    text = data.decode("utf-8", "replace")
    damaged = text.count("�")
    whole = sum(not char.isascii() for char in text[:_SAMPLE]) - text[:_SAMPLE].count("�")
    if whole > damaged or (whole and damaged * 1000 < len(data)):
        return text, "damaged UTF-8"
    return data.decode("cp1252", "replace"), "Windows-1252"
