"""Whether the interface's memory grows over a long session, and how long collecting garbage holds it up.

    python tests/benchmarks/bench_memory.py LIBRARY [--articles 400] [--rest 0.6]

The program runs on LIBRARY (indexed before with `dltui index`) without a terminal. Articles from everywhere are opened
one after another, each is scrolled, then the program rests a moment, as somebody does who reads; before every fifth one
a word of its title is searched for and hits are looked at, and now and then an article is opened by its title. Told
are the resident memory, the objects that are set aside, and the longest collections of garbage since the line before,
in milliseconds of processor: a frame has 16.
"""

import argparse
import asyncio
import gc
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from dltui.cli.places import cache_base, theme_folders
from dltui.cli.reader import services_for
from dltui.library.library import Library
from dltui.library.themes import Themes
from dltui.model.location import Location
from dltui.ui.app import DltuiApp
from dltui.ui.screen.main_screen import MainScreen

_TOLD_EVERY = 50


class Pauses:
    """How long each collection of garbage takes, in milliseconds of processor."""

    def __init__(self) -> None:
        self.taken: list[float] = []
        gc.callbacks.append(self._note)

    def _note(self, phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            self._began = time.thread_time()
        else:
            self.taken.append((time.thread_time() - self._began) * 1000)

    def longest(self) -> str:
        """The three longest; begins anew."""
        taken, self.taken = sorted(self.taken, reverse=True), []
        return ", ".join(f"{one:.1f}" for one in taken[:3])


def chosen(library: Path, articles: int) -> list[str]:
    """The paths of articles from everywhere; nothing is kept of the others, as it would count as the program's."""
    entries = Library.open(library).scan()
    return [entries[number * 7919 % len(entries)].path for number in range(articles)]


async def search(pilot: Pilot[Any], screen: MainScreen, word: str) -> None:
    """Type a word letter by letter, look at some hits, leave."""
    await pilot.press("s")
    for length in range(1, len(word) + 1):
        screen.panel.bar.value = word[:length]
        await pilot.pause(0.05)
    await pilot.press("down", "down", "escape", "escape")


async def pick(pilot: Pilot[Any], word: str) -> None:
    """Open an article by some letters of its title."""
    await pilot.press("ctrl+o")
    await pilot.pause(0.6)
    await pilot.press(*word[:4])
    await pilot.pause(0.6)
    await pilot.press("enter")


async def measure(library: Path, articles: int, rest: float) -> None:
    """Open one after another."""
    names = {"path": str(library), "library": None, "article": None, "at": None, "theme": None}
    themes = Themes(theme_folders(), cache_base() / "theme.json")
    paths = chosen(library, articles)
    services = partial(services_for, argparse.Namespace(**names), themes)
    app, pauses = DltuiApp(services, themes.get("harbour-night")), Pauses()
    async with app.run_test(size=(120, 40)) as pilot:
        await asyncio.sleep(4)
        screen = app.screen
        assert isinstance(screen, MainScreen)
        _tell("before", pauses)
        for number, path in enumerate(paths):
            title = app.services.shelf.title(path)
            word = next((word for word in title.lower().split() if word.isascii() and word.isalpha()), "a")
            if number % 5 == 0:
                await search(pilot, screen, word)
            if number % 25 == 24:
                await pick(pilot, word)
            screen.open(Location(path))
            await pilot.pause(0.05)
            await pilot.press("2", "space", "space", "b")
            await asyncio.sleep(rest)
            if number % _TOLD_EVERY == _TOLD_EVERY - 1:
                _tell(f"{number + 1} articles", pauses)
        await asyncio.sleep(25)
        _tell("after a rest", pauses)


def _tell(name: str, pauses: Pauses) -> None:
    print(
        f"{name:14}{_megabytes():6.0f} MB  aside {gc.get_freeze_count():8,}   longest {pauses.longest()}",
        flush=True,
    )


def _megabytes() -> float:
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("library", type=Path)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--rest", type=float, default=0.6)
    given = parser.parse_args()
    asyncio.run(measure(given.library, given.articles, given.rest))


if __name__ == "__main__":
    sys.exit(main())
