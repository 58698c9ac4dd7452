"""The first start on a library: what works when, and whether indexing beside it is felt.

    python tests/benchmarks/bench_first_start.py LIBRARY… [--seconds 60]

The program runs without a terminal, with a new cache, its indexer beside it. Words of titles are typed into the search
bar letter by letter and the hits walked through, until the index is done or the time is up. Told are the seconds until
the tree, the article and the first hits are there; how long the interface's thread was busy at a stretch, in
milliseconds of processor (a frame has 16; where other programs use the machine, wall time says little); its memory.
"""

import argparse
import asyncio
import gc
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from dltui.cli.places import theme_folders
from dltui.cli.reader import services_for
from dltui.library.library import Library
from dltui.library.themes import Themes
from dltui.ui.app import DltuiApp
from dltui.ui.screen.main_screen import MainScreen

_FRAME_MS = 16


class BusyTimes:
    """Milliseconds of processor that each step of the event loop takes."""

    def __init__(self) -> None:
        self.taken: list[float] = []
        run = asyncio.events.Handle._run

        def measured(handle: asyncio.events.Handle) -> None:
            began = time.thread_time()
            run(handle)
            self.taken.append((time.thread_time() - began) * 1000)

        asyncio.events.Handle._run = measured  # type: ignore[method-assign]

    def row(self, name: str) -> str:
        """A line of the table; begins anew."""
        taken, self.taken = sorted(self.taken), []
        late = sum(one > _FRAME_MS for one in taken)
        p999 = taken[int(len(taken) * 0.999)]
        return f"  {name:28}{len(taken):8,} steps   p99.9 {p999:5.1f}   worst {taken[-1]:5.1f}   over a frame {late}"


def words_of(library: Path) -> list[str]:
    """Words to search for: of the names of some articles."""
    chance = random.Random(5)  # noqa: S311 - the same words at each run
    paths = [entry.path for entry in Library.open(library).scan()]
    found = (re.findall(r"[a-z]{5,}", path.rpartition("/")[2]) for path in chance.sample(paths, 200))
    return [words[0] for words in found if words]


async def until(pilot: Pilot[Any], is_so: Callable[[], object], began: float) -> float:
    """Seconds from the beginning until something is so."""
    while not is_so():
        await pilot.pause(0.01)
    return time.monotonic() - began


async def measure(library: Path, seconds: float) -> None:
    """Start, and search while the indexer is at work."""
    given = argparse.Namespace(path=str(library), library=None, article=None, at=None)
    themes = Themes(theme_folders(), None)
    words, busy, began = words_of(library), BusyTimes(), time.monotonic()
    gc.disable()  # as `open_reader` does
    app = DltuiApp(lambda: services_for(given, themes), themes.get("harbour-night"))
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, MainScreen), began)
        screen = app.screen
        assert isinstance(screen, MainScreen)
        tree = await until(pilot, lambda: screen.tree_pane.is_mounted and screen.journey.path, began)
        print(f"{library}\n  tree and article after {tree:.1f} s", flush=True)
        print(busy.row("starting"))
        await pilot.press("s")
        bar = screen.panel.bar
        first = 0.0
        while time.monotonic() - began < seconds:
            word = words[int(time.monotonic() * 10) % len(words)]
            for length in range(1, len(word) + 1):
                bar.value = word[:length]
                await pilot.pause(0.06)
                if not first and screen.panel.hits.row_count:
                    first = time.monotonic() - began
                    print(f"  first hits after {first:.1f} s", flush=True)
            await pilot.press("down", "down")
            if not screen._indexing:
                break
        state = "done" if not screen._indexing else f"at {screen.index_status}"
        print(busy.row("searching and indexing"))
        print(f"  index {state} after {time.monotonic() - began:.0f} s; {_memory()}", flush=True)


def _memory() -> str:
    with suppress(OSError):
        fields = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
        now, most = (int(fields[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
        return f"memory of the interface {now:.0f} MB, {most:.0f} at most"
    return ""


def main() -> None:
    """Measure each library in a process of its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("libraries", nargs="+", type=Path)
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    for library in given.libraries:
        with tempfile.TemporaryDirectory() as home:
            for name in ("CACHE", "STATE", "CONFIG"):
                os.environ[f"XDG_{name}_HOME"] = str(Path(home, name))
            asyncio.run(measure(library.resolve(), given.seconds))


if __name__ == "__main__":
    sys.exit(main())
