"""One writer at a time: a lock that the system gives back when its holder dies, however it dies."""

import os
from pathlib import Path
from types import TracebackType
from typing import Self

from dltui.errors import IndexBusyError, IndexUnavailableError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]  # the module is absent there


class WriterLock:
    """The right to write to one cache folder, held until `close`.

    Raises:
        IndexBusyError: another program holds it.
        IndexUnavailableError: the folder can't be written.
    """

    def __init__(self, folder: Path, name: str = "writer.lock") -> None:
        place = folder / name
        try:
            self._file = os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        except OSError as error:
            raise IndexUnavailableError(f"can't write to {folder}: {error.strerror}") from error
        try:
            if fcntl is not None:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._file)
            raise IndexBusyError("another dltui is indexing this library") from error
        _held.add(self._file)

    def close(self) -> None:
        """Give the right back."""
        _held.discard(self._file)
        os.close(self._file)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


_held: set[int] = set()


def _let_go() -> None:
    """A forked helper isn't the writer: it would keep the lock when its parent is killed."""
    for file in _held:
        os.close(file)
    _held.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)
