"""Hears from the system when an article's file changes, where the system tells such things: on Linux, by inotify."""

import ctypes
import os
import struct
import sys
from contextlib import suppress
from pathlib import Path

from dltui.library.file_name import path_text
from dltui.library.scan import is_article_name

_CLOSE_WRITE, _MOVED_FROM, _MOVED_TO, _CREATE, _DELETE = 0x8, 0x40, 0x80, 0x100, 0x200
_OVERFLOW, _ONLY_DIRECTORY, _DONT_FOLLOW, _IS_DIRECTORY = 0x4000, 0x1000000, 0x2000000, 0x40000000
_WANTED = _CLOSE_WRITE | _MOVED_FROM | _MOVED_TO | _CREATE | _DELETE | _ONLY_DIRECTORY | _DONT_FOLLOW
_EVENT = struct.Struct("iIII")
_READ_BYTES = 65_536


class Watch:
    """Watches a folder and all those below it, but hidden ones, until `close`.

    Args:
        root: the folder.
        deep: whether those below are watched too.

    Raises:
        OSError: the system can't tell, or not about so many folders.
    """

    def __init__(self, root: Path, *, deep: bool = True) -> None:
        if sys.platform != "linux":
            raise OSError("there is no inotify here")
        self._system = ctypes.CDLL(None, use_errno=True)
        self._root = os.fspath(root)
        self._folders: dict[int, str] = {}
        self._deep = deep
        self._file = self._system.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self._file < 0:
            raise OSError(ctypes.get_errno(), "inotify can't be used")
        try:
            self._add(self._root)
        except OSError:
            self.close()
            raise

    def fileno(self) -> int:
        """What becomes readable when something has changed."""
        return int(self._file)

    def close(self) -> None:
        """Watch no longer."""
        if self._file >= 0:
            os.close(self._file)
        self._file = -1

    def changed(self) -> set[str]:
        """What may have come, changed or gone since this was last asked; doesn't wait.

        Returns:
            Paths within the library, of articles and of folders with whatever is below them; the empty one stands for
            anything at all.
        """
        changed: set[str] = set()
        with suppress(BlockingIOError):
            while data := os.read(self._file, _READ_BYTES):
                at = 0
                while at < len(data):
                    number, mask, _, length = _EVENT.unpack_from(data, at)
                    at += _EVENT.size
                    name = os.fsdecode(data[at : at + length].rstrip(b"\0"))
                    if self._matters(number, mask, name):
                        changed.add("" if mask & _OVERFLOW else self._path(number, name))
                    at += length
        return changed

    def _path(self, number: int, name: str) -> str:
        folder = self._folders.get(number)
        if folder is None:
            return ""
        inside = os.path.relpath(os.path.join(folder, name), self._root)  # noqa: PTH118 -- as bytes in, so out
        return path_text(inside.replace(os.sep, "/"))

    def _matters(self, number: int, mask: int, name: str) -> bool:
        if mask & _OVERFLOW:
            return True
        if not mask & _IS_DIRECTORY:
            return not mask & _CREATE and is_article_name(name)  # what was created is closed or moved later
        if mask & (_CREATE | _MOVED_TO) and number in self._folders and self._deep:
            with suppress(OSError):  # gone again already
                self._add(os.path.join(self._folders[number], name))  # noqa: PTH118 -- as bytes in, so out
        return not name.startswith(".")

    def _add(self, folder: str) -> None:
        """Watch a folder and those below it; what stands in one that has just come is reported with it."""
        waiting = [folder]
        while waiting:
            place = waiting.pop()
            number = self._system.inotify_add_watch(self._file, os.fsencode(place), _WANTED)
            if number < 0:
                raise OSError(ctypes.get_errno(), "the folder can't be watched", place)
            self._folders[number] = place
            if self._deep:
                waiting += _folders_in(place)


def _folders_in(place: str) -> list[str]:
    with suppress(OSError), os.scandir(place) as found:
        return [
            item.path
            for item in found
            if not item.name.startswith(".") and item.is_dir(follow_symlinks=False)
        ]
    return []
