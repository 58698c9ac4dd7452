"""Paths that who started the indexer writes to its standard input while it is at work, one JSON string a line."""

import json
import os
import stat
import time
from contextlib import suppress

_READ_BYTES = 65_536
#: Each time the work is broken off, and committed: what comes thick and fast is gathered for so long.
_GATHER_SECONDS = 0.4


class SavedPaths:
    """Reads what has been written so far; never waits for more.

    Args:
        file: number of an open file; nothing is read from one that is neither a pipe nor a socket.
    """

    def __init__(self, file: int) -> None:
        self._file = file
        self._is_open = False
        self._rest = b""
        self._told = 0.0
        # AttributeError, OSError: there is none, or the system can't read a pipe without waiting
        with suppress(OSError, AttributeError):
            mode = os.fstat(file).st_mode
            if stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode):
                os.set_blocking(file, False)
                self._is_open = True

    def __call__(self) -> set[str]:
        """The paths that came since the last time, if that was a while ago."""
        if time.monotonic() - self._told < _GATHER_SECONDS:
            return set()
        try:
            while self._is_open:
                data = os.read(self._file, _READ_BYTES)
                self._is_open = bool(data)
                self._rest += data
        except BlockingIOError:
            pass
        except OSError:  # whoever wrote is gone
            self._is_open = False
        *lines, self._rest = self._rest.split(b"\n")
        if paths := set(filter(None, map(_path, lines))):
            self._told = time.monotonic()
        return paths


def _path(line: bytes) -> str:
    """The path of a line; empty where that is none."""
    try:
        path = json.loads(line)
    except ValueError:
        return ""
    return path if isinstance(path, str) and "\0" not in path else ""
