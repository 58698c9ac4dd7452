"""How much CPU the reader's layout takes, against rich.markdown on the same pages.

    python tests/benchmarks/bench_layout.py [FILE.md ...]

Without files it makes a short article and a long page of links of its own. Every figure is the median CPU time of
several runs in this process; ratios are within this run, so a busy machine doesn't spoil them.
"""

import argparse
import io
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markdown import Markdown

from dltui.markdown.document import parse_document
from dltui.model.inline import Wikilink
from dltui.model.target import LinkState, Target
from dltui.model.timestamp import Stamp, Timestamp
from dltui.render.layout import Layout

WIDTH, ROWS = 120, 40
ARTICLE = "".join(
    f"## Part {number}\n\n"
    + "Some **words** of a [[target | link]] and more of them. " * 20
    + "\n\n- item\n- item\n\n"
    for number in range(6)
)
LINKS = "".join(
    f"### [Title {number}](https://example.org/{number})\n"
    + f"- [[name_{number} | A label that is read]]\n" * 5
    + "\n"
    for number in range(1200)
)


def resolve(_link: Wikilink) -> Target:
    return Target(LinkState.RESOLVED, path="x.md")


def read(stamp: Stamp) -> Timestamp:
    return Timestamp(stamp, 0)


def opened(text: str) -> Layout:
    """The first screen of a page, from its text."""
    layout = Layout(parse_document(text), WIDTH, resolve=resolve, read=read)
    shown(layout, 0)
    return layout


def shown(layout: Layout, row: int) -> None:
    row = layout.ensure(row, ROWS)
    for offset in range(ROWS):
        layout.line(row + offset)


def finished(layout: Layout) -> Layout:
    while not layout.advance(1.0):
        pass
    return layout


def resized(layout: Layout) -> None:
    middle = layout.ensure(layout.height // 2, ROWS)
    place = layout.place_at(middle)
    layout.resize(WIDTH - 1 if layout.width == WIDTH else WIDTH)
    shown(layout, layout.row_of(place))


def found(layout: Layout, word: str) -> None:
    match = layout.find(word).next(layout.place_at(0), -1)
    if match is not None:
        shown(layout, layout.reveal(match.place))


def rich_markdown(text: str) -> None:
    Console(file=io.StringIO(), width=WIDTH).print(Markdown(text))


def milliseconds(action: Callable[[Any], object], make: Callable[[], object], times: int = 5) -> float:
    """The median CPU time of an action on something made anew each time."""
    taken = []
    for _ in range(times):
        made = make()
        start = time.process_time()
        action(made)
        taken.append(time.process_time() - start)
    return statistics.median(taken) * 1000


def report(name: str, text: str) -> None:
    whole = finished(opened(text))
    height = whole.height
    other = milliseconds(rich_markdown, lambda: text, 1)
    rows = {
        "first screen": milliseconds(opened, lambda: text),
        "jump to the end": milliseconds(lambda page: shown(page, page.height), lambda: opened(text)),
        "find the last 'a'": milliseconds(lambda page: found(page, "a"), lambda: opened(text)),
        "the rest": milliseconds(finished, lambda: opened(text), 3),
        "scroll": milliseconds(lambda page: shown(page, height // 2), lambda: whole),
        "resize in the middle": milliseconds(resized, lambda: whole),
    }
    print(f"{name}: {len(text) / 1000:.0f} kB, {height} rows; rich.markdown {other:.0f} ms")
    for label, taken in rows.items():
        print(f"  {label:22}{taken:9.2f} ms   1/{other / max(taken, 0.01):.0f} of rich.markdown")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    files = parser.parse_args().files
    opened(ARTICLE)
    pages = [(file.name, file.read_text(errors="replace")) for file in files]
    for name, text in pages or [("an article", ARTICLE), ("a page of links", LINKS)]:
        report(name, text)


if __name__ == "__main__":
    main()
