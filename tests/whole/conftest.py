"""A program on a terminal of its own: the bytes it writes, the screen they make, the state it leaves behind."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import pyte
import pytest

_TOP = Path(__file__).resolve().parents[2]
#: pyte takes the kitty keyboard protocol's sequences for cursor movements.
_KITTY = re.compile(rb"\x1b\[[><=?]\d*(?:;\d+)*u")


class PtyProgram:
    """Runs a command on a pty; `sent` is every byte it wrote."""

    def __init__(self, command, *, columns=100, rows=30, environment=None, cwd=None):
        self.sent = bytearray()
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.exit_code = None
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            if cwd:
                os.chdir(cwd)
            # Readline, which pytest imports, puts LINES and COLUMNS where only C sees them: hand over what Python sees.
            seen = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}}
            ours = {"TERM": "xterm-256color", "PYTHONPATH": str(_TOP), **(environment or {})}
            os.execvpe(command[0], command, seen | ours)
        self.resize(columns, rows)
        self.modes = termios.tcgetattr(self.fd)

    def resize(self, columns, rows):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def press(self, *keys):
        for key in keys:
            os.write(self.fd, key.encode() if isinstance(key, str) else key)
            self.read(0.05)

    def read(self, seconds):
        """Read for at least that long, or until the program has ended."""
        deadline = time.monotonic() + seconds
        while self.exit_code is None and (left := deadline - time.monotonic()) > 0:
            if select.select([self.fd], [], [], left)[0]:
                try:
                    data = os.read(self.fd, 1 << 16)
                except OSError:
                    data = b""
                if not data:
                    self._reap()
                    return
                self.sent += data
                self._stream.feed(_KITTY.sub(b"", data))

    def rest(self, quiet=0.25):
        """Read until nothing has come for so many seconds."""
        before = -1
        while before != len(self.sent):
            before = len(self.sent)
            self.read(quiet)

    def wait_for(self, text, seconds=20.0):
        """Read until the screen shows a text."""
        self.wait_until(lambda: text in self.text, repr(text), seconds)

    def wait_until(self, is_so, what="it", seconds=20.0):
        """Read until something is so."""
        deadline = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > deadline or self.exit_code is not None:
                raise AssertionError(f"{what} never came up:\n{self.text}")
            self.read(0.02)

    def wait_for_end(self, seconds=10.0):
        deadline = time.monotonic() + seconds
        while self.exit_code is None and time.monotonic() < deadline:
            self.read(0.05)
        assert self.exit_code is not None, f"it didn't end:\n{self.text}"
        return self.exit_code

    @property
    def text(self):
        return "\n".join(self.screen.display)

    def _reap(self):
        _, status = os.waitpid(self.pid, 0)
        self.exit_code = os.waitstatus_to_exitcode(status)

    def close(self):
        if self.exit_code is None:
            os.kill(self.pid, signal.SIGKILL)
            self._reap()
        os.close(self.fd)


@pytest.fixture
def on_terminal():
    """Start `dltui` (or another command) on a pty; closed when the test ends."""
    programs = []

    def start(*arguments, command=(sys.executable, "-m", "dltui"), **options):
        program = PtyProgram([*command, *map(str, arguments)], **options)
        programs.append(program)
        return program

    yield start
    for program in programs:
        program.close()
