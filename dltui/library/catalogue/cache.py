"""Where the catalogue and the index of a library are kept, and whether that place can be trusted."""

import hashlib
import os
import re
import stat
from pathlib import Path

from dltui.errors import IndexUnavailableError

_HINT = "Remove the folder, or give another with XDG_CACHE_HOME."
_NAME = re.compile(r"[^A-Za-z0-9_-]+")


def cache_folder(root: Path, base: Path) -> Path:
    """The private folder of one library's cache, made if need be.

    Args:
        root: the library's folder (or its one file), resolved.
        base: the program's cache folder.

    Raises:
        IndexUnavailableError: it can't be made, or somebody else could write there: an index is data that is
            trusted when it's opened, so it's never opened from such a place.
    """
    digest = hashlib.sha256(os.fsencode(root)).hexdigest()[:16]
    folder = base / f"{_NAME.sub('-', root.name)[:40] or 'library'}-{digest}"
    try:
        base.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise IndexUnavailableError(
            f"can't make the cache folder {folder}: {error.strerror}", _HINT
        ) from error
    check_private(folder)
    return folder


def check_private(folder: Path) -> None:
    """Make sure that only the user can write to a folder.

    Raises:
        IndexUnavailableError: it isn't a folder, isn't the user's own, or its mode isn't 0700.
    """
    try:
        status = folder.lstat()
    except OSError as error:
        raise IndexUnavailableError(
            f"can't use the cache folder {folder}: {error.strerror}", _HINT
        ) from error
    if not stat.S_ISDIR(status.st_mode):
        raise IndexUnavailableError(f"the cache folder {folder} is not a folder", _HINT)
    if not hasattr(os, "getuid"):  # Windows keeps a user's cache private by itself
        return
    if status.st_uid != os.getuid():
        raise IndexUnavailableError(f"the cache folder {folder} belongs to somebody else", _HINT)
    if stat.S_IMODE(status.st_mode) != 0o700:
        mode = stat.S_IMODE(status.st_mode)
        raise IndexUnavailableError(f"the cache folder {folder} has mode {mode:04o}, not 0700", _HINT)
