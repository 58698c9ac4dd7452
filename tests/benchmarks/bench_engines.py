"""Whole queries in several search engines over the same passages: how fast, how alike, and who finds what is sought.

    python tests/benchmarks/bench_engines.py CORPUS [--copies 1] [--queries 60] [--plain] [--keep FOLDER]

Each engine answers the same queries with its 20 best passages and their snippets. For each pair of engines the table
tells how many of the articles in one's answer are in the other's too. For a known passage then, a query is made of two
words of its heading and the two rarest of its text; the mean reciprocal rank of its article tells who finds it first.
Of a corpus that is copied, any of the copies counts. `--plain` takes Whoosh in, as its documentation shows it, whose
index takes minutes; tantivy is taken in where it is installed.
"""

import argparse
import random
import re
import statistics
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bench_search import Times, build, copied, describe, load_articles, make_queries
from search_engines import Article, Fts, Ours, PlainWhoosh, Tantivy

Engine = Ours | Fts | Tantivy | PlainWhoosh


def make_sought(articles: Sequence[Article], count: int) -> list[tuple[str, str]]:
    """Queries, each with the path of the article that it is about."""
    chance = random.Random(11)  # noqa: S311 - the same queries at each run
    passages = [passage for _, own in articles for passage in own if passage.text and passage.heading]
    words_of = {id(passage): set(_words(passage.text)) for passage in passages}
    known = Counter(word for words in words_of.values() for word in words)
    sought: list[tuple[str, str]] = []
    while len(sought) < count:
        passage = chance.choice(passages)
        heading = _words(passage.heading)
        rare = sorted(
            (word for word in words_of[id(passage)] if known[word] > 2), key=lambda word: (known[word], word)
        )
        if len(heading) > 1 and len(rare) > 1:
            sought.append((" ".join([*chance.sample(heading, 2), *rare[:2]]), passage.path))
    return sought


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]{4,}", text.lower())


def reciprocal_rank(paths: Sequence[str], sought: str) -> float:
    """1 for the first article, 1/2 for the second; a copy of the article is as good."""
    stem = sought.rpartition(".")[0]
    ranked = dict.fromkeys(paths)
    return next((1 / rank for rank, path in enumerate(ranked, 1) if path.startswith(stem)), 0.0)


def compare(engines: Sequence[Engine], queries: Sequence[str]) -> None:
    """Print how fast each is, and which part of the articles of each another has too."""
    found: dict[str, list[set[str]]] = {}
    print(
        f"\n{'milliseconds':34}{'calls':>7}{'p50':>9}{'p95':>9}{'worst':>9}{'cpu p50':>9}{'p95':>9}{'worst':>9}"
    )
    for engine in engines:
        times = Times(type(engine).__name__)
        for query in queries:
            engine.found(query)
        answers = [times.measure(engine.found, query) for query in queries]
        found[times.name] = [{path for path, _ in answer} for answer in answers]  # type: ignore[attr-defined]
        print(times.row())
    print(f"\n{'articles of … that … has too':34}" + "".join(f"{name:>13}" for name in found))
    for name, mine in found.items():
        cells = "".join(f"{_shared(mine, theirs):13.0%}" for theirs in found.values())
        print(f"{name:34}{cells}")


def _shared(mine: Sequence[set[str]], theirs: Sequence[set[str]]) -> float:
    """Where both found something."""
    shares = [len(own & other) / len(own) for own, other in zip(mine, theirs, strict=True) if own and other]
    return statistics.mean(shares) if shares else 0.0


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--queries", type=int, default=60)
    parser.add_argument("--sought", type=int, default=200)
    parser.add_argument("--plain", action="store_true", help="take plain Whoosh in")
    parser.add_argument("--keep", type=Path, help="a folder whose indexes are used again")
    given = parser.parse_args()
    folder = given.keep or Path(tempfile.mkdtemp())
    folder.mkdir(exist_ok=True)
    articles = load_articles(given.corpus)
    describe(articles, given)
    engines: list[Engine] = [Ours(folder), Fts(folder)]
    if Tantivy.is_installed():
        engines.append(Tantivy(folder))
    else:
        print("tantivy isn't installed, so it is left out; `pip install tantivy` takes it in.")
    if given.plain:
        engines.append(PlainWhoosh(folder))
    for engine in engines:
        if not engine.place.exists():
            build(engine, copied(articles, given.copies), folder)
        engine.open()
    compare(engines, make_queries(articles, given.queries))
    sought = make_sought(articles, given.sought)
    print(f"\nmean reciprocal rank of the article of a known passage, {len(sought)} queries")
    for engine in engines:
        ranks = [reciprocal_rank([path for path, _ in engine.found(query)], path) for query, path in sought]
        print(f"  {type(engine).__name__:14}{statistics.mean(ranks):6.3f}")


if __name__ == "__main__":
    sys.exit(main())
