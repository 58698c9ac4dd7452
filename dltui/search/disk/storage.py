"""The folder of an index: trusted before anything in it is unpickled, its table of contents checked.

An index is a pickle to Whoosh: whoever can write the folder could run code here. So a folder is used only when it
belongs to the user and nobody else may enter it, and that is looked at each time.
"""

import os
import pickle
import re
import stat
import struct
import tempfile
import zlib
from pathlib import Path
from typing import Any

from dltui.errors import DamagedIndexError, IndexUnavailableError
from dltui.search.disk import engine

NAME = "passages1"
"""Of the index within its folder; the number is the format's version."""

NOTHING = (-1, 0, 0)
"""The stamp of a folder without an index."""

_TAIL = struct.Struct("<I4s")
_MAGIC = b"toc\n"
_UNREADABLE = (
    pickle.UnpicklingError, struct.error, EOFError, ValueError, TypeError, AttributeError, ImportError,
    LookupError, AssertionError, MemoryError, engine.WhooshIndexError,
)  # fmt: skip


def check_folder(folder: Path) -> None:
    """See that a folder belongs to the user and that nobody else may enter it.

    Raises:
        IndexUnavailableError: it doesn't, or someone may; or it isn't a folder.
    """
    try:
        status = os.lstat(folder)
    except OSError as error:
        raise IndexUnavailableError(f"The index folder {folder} can't be read.") from error
    if not stat.S_ISDIR(status.st_mode):
        raise IndexUnavailableError(f"{folder} is no folder.")
    if hasattr(os, "geteuid") and (status.st_uid != os.geteuid() or status.st_mode & 0o077):
        raise IndexUnavailableError(
            f"The index in {folder} isn't opened: others could have written it.",
            f"It must belong to you alone: chmod 700 {folder}, or delete it.",
        )


def make_folder(folder: Path) -> None:
    """Create the folder for an index where there is none, for the user alone, and check it.

    Raises:
        IndexUnavailableError: it can't be created, or an existing one can't be trusted.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise IndexUnavailableError(
            f"The index folder {folder} can't be created: {error.strerror}."
        ) from error
    check_folder(folder)


def temporary_folder() -> Path:
    """A new folder for an index, for the user alone, where the cache can't be written. Whoever asks removes it.

    Raises:
        IndexUnavailableError: there is no place for it either.
    """
    try:
        return Path(tempfile.mkdtemp(prefix="dltui-index-"))
    except OSError as error:
        raise IndexUnavailableError("There is no folder in which an index could be written.") from error


class CheckedStorage(engine.FileStorage):  # type: ignore[misc]  # Whoosh is untyped
    """Whoosh's storage with a checksum at the end of each table of contents."""

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Put a finished table of contents in place."""
        if newname.endswith(".toc"):
            path = Path(self.folder, oldname)
            with path.open("ab") as file:
                file.write(_TAIL.pack(zlib.crc32(path.read_bytes()), _MAGIC))
        super().rename_file(oldname, newname, safe=safe)

    def open_file(self, name: str, **options: Any) -> Any:
        """Open a file; a table of contents is checked first.

        Raises:
            DamagedIndexError: its checksum differs.
        """
        if not name.endswith(".toc"):
            return super().open_file(name, **options)
        data = Path(self.folder, name).read_bytes()
        body, tail = data[: -_TAIL.size], data[-_TAIL.size :]
        if tail != _TAIL.pack(zlib.crc32(body), _MAGIC):
            raise DamagedIndexError("The index's table of contents is damaged.")
        return engine.BufferFile(body, name=name)


def contents_stamp(folder: Path) -> tuple[int, int, int]:
    """What changes when the newest table of contents does; NOTHING where there is none."""
    pattern = re.compile(rf"_{NAME}_([0-9]+)\.toc")
    try:
        found = (pattern.fullmatch(path.name) for path in folder.iterdir())
        newest = max((int(match[1]) for match in found if match), default=-1)
        status = (folder / f"_{NAME}_{newest}.toc").stat()
    except OSError:
        return NOTHING
    return newest, status.st_ino, status.st_mtime_ns


def read_contents(folder: Path) -> Any:
    """The newest table of contents: its `segments`, `generation` and `schema`.

    Raises:
        DamagedIndexError: it can't be made sense of.
        FileNotFoundError: a writer has just replaced it.
    """
    storage = CheckedStorage(str(folder))
    try:
        return engine.TOC.read(storage, NAME)
    except _UNREADABLE as error:
        raise DamagedIndexError("The index was written by another version, or is damaged.") from error
