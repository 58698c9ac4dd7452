"""How long until the tree and the article stand on the screen, beside a bare Textual app of three lines.

    python tests/benchmarks/bench_start.py [LIBRARY…]

Both run on a pseudo-terminal, in turn, seven times each; the medians and their ratio are printed. A library is opened
once before, so that its index and the picture of its first screen are there, as they are at every start but the first.
"""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

_BARE = "from textual.app import App\nclass Bare(App): pass\nBare().run()"
_RUNS = 7
_SILENCE_SECONDS = 0.25
_TOP = Path(__file__).resolve().parents[2]


def start(command: list[str], linger_seconds: float = 0.0) -> tuple[float, float, int]:
    """Milliseconds to the first byte and to the last before a quarter second of silence, and the bytes until then."""
    began = time.monotonic()
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor"})
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        os.execvp(command[0], command)
    first = last = 0.0
    count = 0
    while select.select([terminal], [], [], _SILENCE_SECONDS if first else 20)[0]:
        data = os.read(terminal, 1 << 16)
        last = time.monotonic()
        first = first or last
        count += len(data)
    time.sleep(linger_seconds)
    os.kill(pid, signal.SIGTERM)
    while True:
        try:
            if not os.read(terminal, 1 << 16):
                break
        except OSError:
            break
    os.waitpid(pid, 0)
    os.close(terminal)
    return (first - began) * 1000, (last - began) * 1000, count


def main() -> None:
    """Measure each library beside the bare app."""
    bare = [sys.executable, "-c", _BARE]
    for library in sys.argv[1:] or [str(_TOP / "content")]:
        subprocess.run(
            [sys.executable, "-m", "dltui", "index", library], check=True, stdout=subprocess.DEVNULL
        )
        ours = [sys.executable, "-m", "dltui", library]
        start(ours, linger_seconds=3.0)
        figures: dict[str, list[tuple[float, float, int]]] = {"bare": [], "dltui": []}
        for _ in range(_RUNS):
            figures["bare"].append(start(bare))
            figures["dltui"].append(start(ours, linger_seconds=1.5))
        medians = {
            name: [statistics.median(column) for column in zip(*runs, strict=True)]
            for name, runs in figures.items()
        }
        print(library)
        for name, (first, last, count) in medians.items():
            print(f"  {name:<8}first byte {first:6.0f} ms   last byte {last:6.0f} ms   {count:8,.0f} bytes")
        print(f"  ratio   {medians['dltui'][1] / medians['bare'][1]:.2f} (last byte)")


if __name__ == "__main__":
    main()
