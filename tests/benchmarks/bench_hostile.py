"""Any text as a query: the processor time of what is hardest to answer.

    python tests/benchmarks/bench_hostile.py INDEX [--random 300]

INDEX is the folder of an index, such as `bench_search --keep` leaves. The texts are those of the tests, hard ones for a
large library (frequent words in every combination), and random ones made of pieces of the query language. Each is asked
as the search bar asks, within 14 ms, and again with all the time an answer may take.
"""

import argparse
import gc
import random
import sys
import time
from pathlib import Path

from dltui.search.index import SearchIndex

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.search.hostile_queries import CLASSICS, PIECES

_HARD = [
    '"the of and in"', '"in the" OR "of the" OR "to the"', "the*", "e*", "th~", "then~ than~ them~", "-the", "NOT (the OR of)",
    "the of and to in is a", "path:a", "has:m", "at:0..999999", "channel:a the", "-has:moment", "title:the", "links:a", "tag:a",
    "video:a", "consciousnes~2 neuralnet~2", "(the OR of) (and OR in) (to OR is)", "the OR of OR and OR in OR to OR is OR a",
    " ".join(f"word{at}" for at in range(40)), " ".join(["the"] * 200), "con* pro* com* re* in* un* de*",
]  # fmt: skip
_SHOWN = 8


def texts(count: int) -> list[str]:
    """What is asked, the same at each run."""
    chance = random.Random(1)  # noqa: S311 - the same queries at each run
    pieces = [*PIECES, "the", "of", "in", "con", "pro", "a", "machine", "learning"]
    made = ("".join(chance.choice(pieces) for _ in range(chance.randrange(1, 12))) for _ in range(count))
    return [*CLASSICS, *_HARD, *made]


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("index", type=Path)
    parser.add_argument("--random", type=int, default=300)
    given = parser.parse_args()
    index = SearchIndex.open(given.index)
    index.search("to read what every search needs")
    gc.collect()
    gc.freeze()
    for budget, name in ((0.014, "as one types"), (None, "with all the time")):
        times = []
        for text in texts(given.random):
            for typing in (True, False):
                started = time.thread_time()
                index.search(text, limit=20, budget_seconds=budget, typing=typing)
                times.append(((time.thread_time() - started) * 1000, text))
        times.sort(reverse=True)
        middle, high = times[len(times) // 2][0], times[len(times) // 20][0]
        print(f"{name}: ms of processor time, p50 {middle:.1f}, p95 {high:.1f}; the hardest:")
        for took, text in times[:_SHOWN]:
            print(f"  {took:7.1f}  {text[:70]!r}")


if __name__ == "__main__":
    main()
