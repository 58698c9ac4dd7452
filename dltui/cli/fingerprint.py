"""Whether an index still fits its library: a digest of the files it was made of, kept beside it."""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from dltui import __version__
from dltui.library.scan import FileEntry

_NAME = "fingerprint"


def fingerprint(entries: Iterable[FileEntry]) -> str:
    """A digest of the paths, sizes and times of a library's files, and of the program's version."""
    digest = hashlib.blake2b(__version__.encode(), digest_size=16)
    for entry in entries:
        digest.update(f"{entry.path}\0{entry.size}\0{entry.mtime_ns}\n".encode())
    return digest.hexdigest()


def keep_fingerprint(cache: Path, text: str) -> None:
    """Note what the index was made of; where that can't be written, the files are looked at again next time."""
    fresh = cache / f"{_NAME}.new"
    with suppress(OSError):
        fresh.write_text(text, "ascii")
        fresh.replace(cache / _NAME)


def kept_fingerprint(cache: Path) -> str:
    """What was noted; empty while an index has never been finished."""
    try:
        return (cache / _NAME).read_text("ascii")
    except (OSError, ValueError):
        return ""
