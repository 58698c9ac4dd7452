"""How much CPU parsing takes, against markdown-it-py alone on the same texts, in the same run.

    python tests/benchmarks/bench_parsing.py [FILE.md|FOLDER ...] [--sample N]

Without arguments it makes its own texts. markdown-it-py parses with its GFM-like preset where linkify-it-py is
installed, and with CommonMark, tables and strikethrough otherwise; with its plugins for footnotes, math and tasks in
both cases. It neither draws nor builds a tree of its own, so the ratio tells what the dialect costs altogether.
"""

import argparse
import statistics
import time
import tracemalloc
from collections.abc import Callable, Iterable
from pathlib import Path

from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from dltui.markdown.document import parse_document
from dltui.markdown.stamps import scan_stamps

ANCHOR = '<a class="yt-timestamp" data-t="00:{0:02}:{0:02}">[00:{0:02}:{0:02}]</a>'
ARTICLE = "---\ntitle: An article\n---\n\nFrom: [[channel]] <br/>\n\n" + "".join(
    f"## Part {part}\n\n"
    + "".join(
        f"Some **words** of a [[target_{part} | link]] and more of them {ANCHOR.format(n)}. "
        for n in range(6)
    )
    + "\n\n- *item* one\n- item `two`\n\n> [!info] Title\n> body of it\n\n"
    for part in range(6)
)
PAGE = "".join(
    f"### [Title {number}](https://example.org/{number})\n"
    + f"- [[name_{number} | A label to read]]\n" * 5
    + "\n"
    for number in range(1200)
)
PADDED = "| a | b | c |\n|---|---|---|\n" + ("| x" + " " * 185_000 + "| [[a | b]] | c |\n") * 5
RUNAWAY = "Text " + " ".join([ANCHOR.format(2)] * 2083) + "."
INCREASING = "Text " + " ".join(ANCHOR.format(number % 60) for number in range(2083)) + "."


def reference_parser() -> MarkdownIt:
    """markdown-it-py with what it has of the dialect."""
    try:
        parser = MarkdownIt("gfm-like")
        parser.parse("https://example.org")
    except ModuleNotFoundError:
        parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return parser.use(footnote_plugin).use(dollarmath_plugin).use(tasklists_plugin)


def cpu_ms(action: Callable[[], object], *, rounds: int = 5) -> float:
    """The median CPU time of an action, in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000


def peak_mb(action: Callable[[], object]) -> float:
    """The most memory that an action holds at once."""
    tracemalloc.start()
    action()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def parse_all(texts: Iterable[str]) -> None:
    for text in texts:
        parse_document(text).blocks  # noqa: B018 -- parsed at first use


def first_screen(text: str) -> None:
    """Splitting, and the first two chunks."""
    for chunk in parse_document(text).chunks[:2]:
        chunk.blocks  # noqa: B018 -- parsed at first use


def compare(name: str, texts: list[str]) -> None:
    """One line of figures for some texts."""
    parser = reference_parser()
    plain = MarkdownIt("commonmark")
    size = sum(map(len, texts)) / 1000
    theirs = cpu_ms(lambda: [parser.parse(text) for text in texts])
    least = cpu_ms(lambda: [plain.parse(text) for text in texts])
    ours = cpu_ms(lambda: parse_all(texts))
    first = cpu_ms(lambda: [first_screen(text) for text in texts])
    stamps = cpu_ms(lambda: [scan_stamps(text) for text in texts])
    print(
        f"{name:24} {size:8.0f} kB  ours {ours:8.1f} ms  markdown-it {theirs:8.1f} ms (ratio {ours / theirs:.2f}; "
        f"bare CommonMark {ours / least:.2f})  first screen {first:7.1f} ms  stamps alone {stamps:6.1f} ms  "
        f"peak {peak_mb(lambda: parse_all(texts)):5.1f} MB"
    )


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The Markdown files at or below the paths."""
    return [file for path in paths for file in (sorted(path.rglob("*.md")) if path.is_dir() else [path])]


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("paths", nargs="*", type=Path)
    options.add_argument(
        "--sample", type=int, default=300, help="at most so many files, evenly spread (0: all)"
    )
    given = options.parse_args()
    for name, text in (
        ("an article", ARTICLE),
        ("a page of links", PAGE),
        ("padded cells", PADDED),
        ("a runaway repetition", RUNAWAY),
        ("2,083 different stamps", INCREASING),
    ):
        compare(name, [text])
    files = files_of(given.paths)
    if given.sample and len(files) > given.sample:
        files = files[:: len(files) // given.sample + 1]
    if files:
        compare(f"{len(files)} files", [file.read_text(encoding="utf-8", errors="replace") for file in files])


if __name__ == "__main__":
    main()
