"""The index beside plain Whoosh and SQLite FTS5, on a corpus given as argument: building, size, and every keystroke.

    python tests/benchmarks/bench_search.py CORPUS [--copies 5] [--queries 200] [--plain-keys 40] [--keep FOLDER]

The corpus is indexed `copies` times under other names and titles. Two hundred queries, made from its headings, titles
and words with a fixed seed, are typed letter by letter. Ours is asked as the search bar asks: 20 hits with snippets
within 14 ms; and once more without a limit on time for every tenth keystroke and every whole query. FTS5 gets the same
keystrokes with the same rule (a last word of fewer than three letters isn't looked for) and makes 20 snippets. Plain
Whoosh (one process, `add_document`, stemming, a prefix query for the last word) gets a sample, since one of its
keystrokes may take seconds. Times are wall time; where other programs use the machine, look at the processor times.
"""

import argparse
import gc
import random
import re
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from search_engines import HITS, Article, Fts, Ours, PlainWhoosh, Tantivy

from dltui.library.article.passages import passages_of
from dltui.library.library import Library
from dltui.model.target import LinkState, Target

_NAMES = ("", " revisited", " explained", " in depth", " a second look", " for beginners", " once more")


def load_articles(corpus: Path) -> list[Article]:
    """Every article of the corpus as passages."""
    library = Library.open(corpus)
    missing = Target(LinkState.MISSING)
    entries = library.scan()
    return [(entry.path, list(passages_of(library.load(entry.path), lambda _: missing))) for entry in entries]


def copied(articles: Sequence[Article], copies: int) -> Iterator[Article]:
    """The articles, and copies of them with other stems and titles."""
    for path, passages in articles:
        for name in _NAMES[:copies]:
            stem, dot, ending = path.rpartition(".")
            other = f"{stem}{name.replace(' ', '_')}{dot}{ending}"
            yield other, [replace(passage, path=other, title=passage.title + name) for passage in passages]


def make_queries(articles: Sequence[Article], count: int) -> list[str]:
    """Queries as a reader of these articles might type them: parts of headings and titles, and rarer words."""
    chance = random.Random(7)  # noqa: S311 - the same queries at each run
    passages = [passage for _, passages in articles for passage in passages if passage.text]
    queries: list[str] = []
    while len(queries) < count:
        passage = chance.choice(passages)
        source = chance.choice(("heading", "heading", "title", "title", "text", "text"))
        words = re.findall(r"[^\W_]+", getattr(passage, source).lower())
        if source == "text":
            words = [word for word in words if len(word) > 4]
            words = chance.sample(words, min(len(words), chance.randrange(1, 4)))
        if words:
            queries.append(" ".join(words[: chance.randrange(1, 5)]))
    return queries


@dataclass
class Times:
    """Milliseconds of many calls."""

    name: str
    wall: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")

    def measure(self, call: Callable[[str], object], text: str) -> object:
        """Call it once."""
        wall, processor = time.perf_counter(), time.thread_time()
        result = call(text)
        self.processor.append((time.thread_time() - processor) * 1000)
        self.wall.append((time.perf_counter() - wall) * 1000)
        self.slowest = max(self.slowest, (self.wall[-1], text))
        return result

    def row(self) -> str:
        """A line of the table."""
        cells = [
            f"{_part(times, share):9.1f}"
            for times in (self.wall, self.processor)
            for share in (0.5, 0.95, 1.0)
        ]
        return f"{self.name:34}{len(self.wall):7}{''.join(cells)}   {self.slowest[1][:40]!r}"


def _part(times: Sequence[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] if times else float("nan")


def build(engine: Ours | Fts | PlainWhoosh | Tantivy, articles: Iterable[Article], folder: Path) -> float:
    """Build one index; prints seconds and size."""
    gc.collect()
    before, started = _size(folder), time.perf_counter()
    engine.build(articles)
    seconds = time.perf_counter() - started
    grown = (_size(folder) - before) / 1e6
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{type(engine).__name__:14} {seconds:8.1f} s {grown:9.1f} MB   (memory so far {memory:.0f} MB)",
        flush=True,
    )
    return seconds


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def type_queries(
    ours: Ours, fts: Fts, plain: PlainWhoosh | None, queries: Sequence[str], plain_keys: int
) -> None:
    """Type each query letter by letter into all of them."""
    first, complete, other = Times("ours, first answer"), Times("ours, complete answer"), Times("FTS5")
    slow = Times("plain Whoosh, prefix query (sample)")
    exact = keys = 0
    chance = random.Random(3)  # noqa: S311 - the same sample at each run
    typed = [query[:length] for query in queries for length in range(1, len(query) + 1)]
    for text in typed:
        answer = first.measure(ours.first, text)
        keys += 1
        exact += answer.exact  # type: ignore[attr-defined]
        if text in queries or not chance.randrange(10):
            complete.measure(ours.complete, text)
        other.measure(fts.first, text)
    if plain:
        for text in chance.sample([text for text in typed if len(text) > 2], min(plain_keys, len(typed))):
            slow.measure(plain.first, text)
    print(
        f"\n{'milliseconds':34}{'keys':>7}{'p50':>9}{'p95':>9}{'worst':>9}{'cpu p50':>9}{'p95':>9}{'worst':>9}"
    )
    for times in (first, complete, other, *([slow] if plain else [])):
        print(times.row())
    print(f"{exact / keys:.0%} of the first answers were complete")


def compare(ours: Ours, fts: Fts, queries: Sequence[str]) -> None:
    """How far the two agree on the articles of whole queries."""
    shared = []
    for query in queries:
        mine = {
            hit.path for hit in ours.index.search(query, limit=HITS, budget_seconds=None, typing=False).hits
        }
        theirs = {row[0] for row in fts.first(query + " ")}  # type: ignore[attr-defined]
        if mine and theirs:
            shared.append(len(mine & theirs) / min(len(mine), len(theirs)))
    print(
        f"of the articles in the top {HITS} of {len(shared)} queries, FTS5 has {statistics.mean(shared):.0%} too"
    )


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--copies", type=int, default=1, choices=range(1, len(_NAMES) + 1))
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument(
        "--plain-keys", type=int, default=0, help="keystrokes for plain Whoosh; 0 builds no such index"
    )
    parser.add_argument("--keep", type=Path, help="a folder whose indexes are used again")
    return parser.parse_args()


def describe(articles: Sequence[Article], given: argparse.Namespace) -> None:
    """Print how much there is."""
    passages = [item for _, own in articles for item in own]
    text = sum(len(item.text.encode()) for item in passages) * given.copies / 1e6
    files = _size(given.corpus) * given.copies / 1e6
    counts = f"{len(articles) * given.copies:,} articles, {len(passages) * given.copies:,} passages"
    print(f"{counts}, {text:.1f} MB of text in {files:.1f} MB of files", flush=True)


def main() -> None:
    """Run it."""
    given = arguments()
    folder = given.keep or Path(tempfile.mkdtemp())
    folder.mkdir(exist_ok=True)
    articles = load_articles(given.corpus)
    describe(articles, given)
    ours, fts = Ours(folder), Fts(folder)
    plain = PlainWhoosh(folder) if given.plain_keys else None
    for engine in (ours, fts, plain):
        if engine:
            if not engine.place.exists():
                build(engine, copied(articles, given.copies), folder)
            engine.open()
    if ours.preparing:
        print(f"ours: {ours.preparing:.1f} s of that is preparing, which runs in parallel with parsing")
    queries = make_queries(articles, given.queries)
    del articles
    # As in the program: what is there at the start isn't looked at by whole collections of garbage any more.
    gc.collect()
    gc.freeze()
    type_queries(ours, fts, plain, queries, given.plain_keys)
    compare(ours, fts, queries[:60])
    if not given.keep:
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
