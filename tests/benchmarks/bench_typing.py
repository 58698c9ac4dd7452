"""What typing a query costs in the program itself: from the key to the answer, and how long the interface stood still.

    python tests/benchmarks/bench_typing.py LIBRARY [--queries 40] [--pause 80]

The program runs on LIBRARY (indexed before with `dltui index`) without a terminal, 120 by 40, and queries made from the
library's titles are typed letter by letter, `pause` milliseconds apart. Every two milliseconds a task on the
interface's loop looks at the clock: the gap between two looks is how long no key could have been answered. The same is
measured while nothing is typed, which is what the machine itself costs. The processor time of the longest step of the
loop tells the program's own share, whatever else the machine does.
"""

import argparse
import asyncio
import random
import re
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from textual import events

from dltui.cli.places import cache_base, theme_folders
from dltui.cli.reader import services_for
from dltui.library.themes import Themes
from dltui.ui.app import DltuiApp
from dltui.ui.screen.main_screen import MainScreen

_LOOK_SECONDS = 0.002
_PATIENCE_SECONDS = 5.0


class Watch:
    """Gaps between looks at the clock, and the processor time of each step of the loop, in milliseconds."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self.steps: list[float] = []

    async def look(self) -> None:
        """Look at the clock until cancelled."""
        before = time.perf_counter()
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            now = time.perf_counter()
            self.gaps.append((now - before) * 1000)
            before = now

    def measure_steps(self) -> None:
        """From now on every step of every loop is measured."""
        run = asyncio.Handle._run

        def measured(handle: asyncio.Handle) -> None:
            started = time.thread_time()
            run(handle)
            self.steps.append((time.thread_time() - started) * 1000)

        asyncio.Handle._run = measured  # type: ignore[method-assign]

    def forget(self) -> None:
        """Begin again."""
        self.gaps.clear()
        self.steps.clear()


def make_queries(titles: Sequence[str], count: int) -> list[str]:
    """Parts of titles, the same at each run."""
    chance = random.Random(7)  # noqa: S311 - the same queries at each run
    words = [found for title in titles if len(found := re.findall(r"\w+", title.lower())) > 1]
    return [" ".join(chance.choice(words)[: chance.randrange(1, 4)]) for _ in range(count)]


async def type_query(app: DltuiApp, query: str, pause: float, waits: list[float]) -> None:
    """Type a query into the empty bar; `waits` takes the milliseconds from each key to its answer."""
    screen = app.screen
    assert isinstance(screen, MainScreen)
    panel = screen.panel
    panel.clear()
    await asyncio.sleep(pause)
    for at, letter in enumerate(query, 1):
        started = time.perf_counter()
        app.post_message(events.Key("space" if letter == " " else letter, letter))
        while panel.answered_to.text != query[:at] and time.perf_counter() - started < _PATIENCE_SECONDS:  # noqa: ASYNC110 -- it measures
            await asyncio.sleep(0.0005)
        waits.append((time.perf_counter() - started) * 1000)
        await asyncio.sleep(max(0.0, pause - (time.perf_counter() - started)))


async def measure(library: Path, count: int, pause: float) -> None:
    """Run the program and print what was measured."""
    names = {"path": str(library), "library": None, "article": None, "at": None, "theme": None}
    themes = Themes(theme_folders(), cache_base() / "theme.json")
    services = partial(services_for, argparse.Namespace(**names), themes)
    app = DltuiApp(services, themes.get("harbour-night"))
    watch, waits = Watch(), list[float]()
    watch.measure_steps()
    async with app.run_test(size=(120, 40)) as pilot:
        await asyncio.sleep(4)
        await pilot.press("s")
        looking = asyncio.create_task(watch.look())
        watch.forget()
        await asyncio.sleep(10)
        print(f"{'milliseconds':32}{'count':>8}{'p50':>9}{'p95':>9}{'p99':>9}{'worst':>9}")
        _print("gap, nothing typed", watch.gaps)
        titles = [article.title for article in app.services.shelf.catalogue.articles()]
        queries = make_queries(titles, count)
        await asyncio.sleep(1)
        watch.forget()
        for query in queries:
            await type_query(app, query, pause, waits)
        _print("gap, typing", watch.gaps)
        _print("step of the loop, processor", watch.steps)
        _print("key to answer", waits)
        print(
            f"{sum(watch.steps) / len(waits):.1f} ms of processor time of the interface's thread for each key"
        )
        looking.cancel()


def _print(name: str, times: Sequence[float]) -> None:
    ordered = sorted(times)
    cells = [ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.5, 0.95, 0.99, 1.0)]
    print(f"{name:32}{len(ordered):8}{''.join(f'{cell:9.1f}' for cell in cells)}", flush=True)


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("library", type=Path)
    parser.add_argument("--queries", type=int, default=40)
    parser.add_argument("--pause", type=int, default=80, help="milliseconds from one key to the next")
    given = parser.parse_args()
    asyncio.run(measure(given.library, given.queries, given.pause / 1000))


if __name__ == "__main__":
    main()
