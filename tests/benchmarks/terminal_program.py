"""A program on a pseudo-terminal: what a key costs it, in CPU time of all its threads (Linux only) and in bytes."""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import termios
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

_SILENCE_SECONDS = 0.1
_LIMIT_SECONDS = 90.0


class Cost(NamedTuple):
    """CPU ms until the first bytes came, until the last ones before the silence, and how many came."""

    first: float
    last: float
    bytes: float

    @staticmethod
    def median(runs: Iterable["Cost"]) -> "Cost":
        """Column by column."""
        return Cost(*(statistics.median(column) for column in zip(*runs, strict=True)))


class Program:
    """A program on a terminal of 120 by 40."""

    def __init__(self, command: list[str]) -> None:
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor"})
            self._size(1, 120, 40)
            os.execvp(command[0], command)
        self.settle(2.0)

    @staticmethod
    def _size(terminal: int, width: int, height: int) -> None:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def resize(self, width: int, height: int) -> Cost:
        """Another size; returns what it cost."""
        before = self._cpu_ms
        self._size(self._terminal, width, height)
        return self._listen(_SILENCE_SECONDS, before)

    def press(self, keys: str, silence: float = _SILENCE_SECONDS) -> Cost:
        """Press keys at once; returns what they cost until so many seconds of silence."""
        before = self._cpu_ms
        os.write(self._terminal, keys.encode())
        return self._listen(silence, before)

    def type(self, text: str) -> None:
        """Press keys one after another."""
        for key in text:
            self.press(key)

    def settle(self, seconds: float = 1.5) -> None:
        """Wait until nothing has come for so long."""
        self._listen(seconds, 0.0)

    @property
    def memory_mb(self) -> float:
        """Resident memory."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    @property
    def _cpu_ms(self) -> float:
        tasks = Path(f"/proc/{self.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6

    def _listen(self, silence: float, before: float) -> Cost:
        first = last = 0.0
        count, deadline = 0, time.monotonic() + _LIMIT_SECONDS
        while time.monotonic() < deadline:
            if not select.select([self._terminal], [], [], silence if count else max(silence, 1.0))[0]:
                break
            count += len(os.read(self._terminal, 1 << 16))
            last = self._cpu_ms - before
            first = first or last
        return Cost(first, last, count)

    def close(self) -> None:
        """End it at once."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)
