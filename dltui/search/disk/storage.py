"""The folder of an index: trusted before anything in it is read.

Nothing of an index is unpickled, see `contents`; all the same it decides what the reader is shown, and a reader of
pickles may be added one day. So a folder is used only when it belongs to the user and nobody else may enter it, and
that is looked at each time.
"""

import contextlib
import os
import shutil
import stat
import tempfile
from pathlib import Path

from dltui.errors import IndexUnavailableError

_TEMPORARY = "dltui-index-"


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

    What processes that were killed couldn't remove is removed now.

    Raises:
        IndexUnavailableError: there is no place for it either.
    """
    try:
        _remove_orphans(Path(tempfile.gettempdir()))
        return Path(tempfile.mkdtemp(prefix=f"{_TEMPORARY}{os.getpid()}-"))
    except OSError as error:
        raise IndexUnavailableError("There is no folder in which an index could be written.") from error


def _remove_orphans(place: Path) -> None:
    for folder in place.glob(f"{_TEMPORARY}*-*"):
        number = folder.name.removeprefix(_TEMPORARY).partition("-")[0]
        if number.isdecimal() and not _is_alive(int(number)):
            with contextlib.suppress(IndexUnavailableError):
                check_folder(folder)  # somebody else's is none of our business
                shutil.rmtree(folder, ignore_errors=True)


def _is_alive(process: int) -> bool:
    if os.name == "nt":  # there a signal would end it
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    return True
