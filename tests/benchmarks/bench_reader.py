"""What a key costs in the reader, in CPU time and bytes, beside Textual's own Markdown widget on the same pages.

    python tests/benchmarks/bench_reader.py LIBRARY SMALL LARGE

SMALL and LARGE are paths of articles within the library. Every program runs on a pseudo-terminal of 120 by 40. The CPU
time is that of all its threads (Linux only: /proc/PID/task/*/schedstat), from the key to the last byte before a tenth
of a second of silence; first paint is the CPU time until the first bytes came.
"""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time
from pathlib import Path

_WIDGET = """
import sys
from textual.app import App
from textual.widgets import Markdown
from textual.containers import VerticalScroll
class Page(App):
    BINDINGS = [("1", "show(1)"), ("2", "show(2)")]
    def compose(self):
        with VerticalScroll():
            yield Markdown("# Start")
    async def action_show(self, number):
        await self.query_one(Markdown).update(open(sys.argv[number]).read())
Page().run()
"""
_SILENCE_SECONDS = 0.1
_LIMIT_SECONDS = 90.0


class Program:
    """A program on a terminal, its CPU time and its bytes."""

    def __init__(self, command: list[str]) -> None:
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor"})
            self._size(1, 120, 40)
            os.execvp(command[0], command)
        self.listen(2.0)

    @staticmethod
    def _size(terminal: int, width: int, height: int) -> None:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def resize(self, width: int, height: int) -> tuple[float, float, int]:
        """Another size; returns what it cost."""
        before = self.cpu_ms
        self._size(self.terminal, width, height)
        return self.listen(_SILENCE_SECONDS, before)

    def press(self, keys: str) -> tuple[float, float, int]:
        """Press keys; returns CPU ms to the first bytes, to the last, and how many bytes came."""
        before = self.cpu_ms
        os.write(self.terminal, keys.encode())
        return self.listen(_SILENCE_SECONDS, before)

    @property
    def cpu_ms(self) -> float:
        tasks = Path(f"/proc/{self.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e6

    @property
    def memory_mb(self) -> float:
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    def listen(self, silence: float, before: float = 0.0) -> tuple[float, float, int]:
        first = last = 0.0
        count, deadline = 0, time.monotonic() + _LIMIT_SECONDS
        while time.monotonic() < deadline:
            if not select.select([self.terminal], [], [], silence if count else 5.0)[0]:
                break
            count += len(os.read(self.terminal, 1 << 16))
            last = self.cpu_ms - before
            first = first or last
        return first, last, count

    def close(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def median(runs: list[tuple[float, float, int]]) -> tuple[float, float, float]:
    """Column by column."""
    return tuple(statistics.median(column) for column in zip(*runs, strict=True))  # type: ignore[return-value]


def tell(what: str, figures: tuple[float, float, float]) -> None:
    """One line."""
    first, last, count = figures
    print(f"  {what:<28}first {first:8.1f} ms   all {last:8.1f} ms   {count:9,.0f} bytes")


def main() -> None:
    """Measure both."""
    library, small, large = sys.argv[1:4]
    ours = [sys.executable, "-m", "dltui", library, "--article"]
    for name, path, other in (("small", small, large), ("large", large, small)):
        program = Program([*ours, other])
        print(f"dltui, {name}: {path}")
        program.press("\x0f")  # quick open
        for letter in Path(path).stem.replace("_", " "):
            program.press(letter)
        tell("open", program.press("\r"))
        program.listen(1.5)
        for what, key in (("scroll a line", "j"), ("page down", " "), ("page up", "b")):
            tell(what, median([program.press(key) for _ in range(15)]))
        tell("to the end", program.press("G"))
        tell("resize", median([program.resize(100 + 20 * (turn % 2), 40) for turn in range(6)]))
        print(f"  memory {program.memory_mb:.0f} MB")
        program.close()
    widget = Program([sys.executable, "-c", _WIDGET, str(Path(library) / small), str(Path(library) / large)])
    print("Textual's Markdown widget")
    print(f"  memory, empty {widget.memory_mb:.0f} MB")
    tell("open small", widget.press("1"))
    tell("open large", widget.press("2"))
    print(f"  memory {widget.memory_mb:.0f} MB")
    widget.close()


if __name__ == "__main__":
    main()
