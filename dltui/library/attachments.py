"""The files of a library that are no articles: pictures, papers, recordings. Links name them by their file name."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread

from dltui.library.file_name import path_text
from dltui.library.scan import ENDINGS

_LONGEST_ENDING = 6


def may_be_attachment(name: str) -> bool:
    """Whether a link's name looks like that of a file that is no article: `paper.pdf`, but not `Dr. No`."""
    stem, _, ending = name.rpartition(".")
    is_ending = len(ending) < _LONGEST_ENDING and ending.isalnum()
    return is_ending and bool(stem) and f".{ending.lower()}" not in ENDINGS


class Attachments:
    """Finds them by name. They are listed when first asked for, and again after `forget`.

    Args:
        root: the library's folder; None for a library that is a single file, which has none.

    Attributes:
        patience: seconds that a question waits while a large or slow folder is still being listed, and finds nothing
            then; None for as long as it takes.
    """

    def __init__(self, root: Path | None) -> None:
        self.patience: float | None = None
        self._root = root
        self._listing: _Listing | None = None

    def forget(self) -> None:
        """Files may have come or gone."""
        self._listing = None

    def path_of(self, name: str) -> str:
        """The path of the file with a name, in upper or lower case; empty if there is none.

        Of several that share it, the one highest up.
        """
        if self._root is None:
            return ""
        if self._listing is None:
            self._listing = _Listing(self._root)
            self._listing.start()
        self._listing.join(self.patience)
        return self._listing.found.get(name.lower(), "")


class _Listing(Thread):
    """Lists the files below a folder."""

    def __init__(self, root: Path) -> None:
        super().__init__(name="attachments", daemon=True)
        self._root = root
        #: Paths by names in lower case; empty until all of them are known.
        self.found: Mapping[str, str] = {}

    def run(self) -> None:
        found: dict[str, str] = {}
        waiting = [("", os.fspath(self._root))]
        for prefix, folder in waiting:  # the folders of one depth before those below them
            with suppress(OSError):
                waiting += _list(prefix, folder, found)
        self.found = found


def _list(prefix: str, folder: str, found: dict[str, str]) -> list[tuple[str, str]]:
    """Add the files of one folder; returns the folders in it as (prefix, folder), sorted.

    Hidden files and folders are left out; links to folders are not followed.
    """
    below = []
    with os.scandir(folder) as items:
        for item in items:
            name = item.name
            if name.startswith(".") or name.endswith(ENDINGS):
                continue
            if item.is_dir(follow_symlinks=False):
                below.append((f"{prefix}{name}/", item.path))
            elif may_be_attachment(name):
                found.setdefault(path_text(name).lower(), path_text(prefix + name))
    return sorted(below)
