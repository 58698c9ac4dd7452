"""What a reader looks for stands at the top, or close to it."""

import re
from pathlib import Path

import pytest

from dltui.model.passage import Passage
from dltui.search.disk.writer import IndexWriter
from dltui.search.index import SearchIndex

WANTED = [
    ("feeding a starter", "Sourdough starter"),
    ("bread without packet yeast", "Sourdough starter"),
    ("starter smells of acetone", "Sourdough starter"),
    ("beer", "Brewing beer at home"),
    ("why did my brew get infected", "Brewing beer at home"),
    ("bottles burst", "Brewing beer at home"),
    ("tides", "How tides work"),
    ("moon and sun in line", "How tides work"),
    ("opening", "Reading a chess opening"),
    ("sicilian", "Reading a chess opening"),
    ("castled king", "Reading a chess opening"),
    ("endgame", "Chess endgames"),
    ("rook behind passed pawn", "Chess endgames"),
    ("garbage collector", "Garbage collection"),
    ("collector pauses", "Garbage collection"),
    ("reference counting cycles", "Garbage collection"),
    ("memory", "Human memory"),
    ("working memory", "Human memory"),
    ("flash cards", "Spaced repetition"),
    ("neural network", "Neural networks"),
    ("backprop*", "Neural networks"),
    ("overfitting", "Neural networks"),
    ("chain rule gradient", "Neural networks"),
    ("random forest", "Decision trees"),
    ("pruning", "Pruning apple trees"),
    ("prune in winter", "Pruning apple trees"),
    ("pruning branches held-out data", "Decision trees"),
    ("compost worms", "Compost"),
    ("telephone operators", "The history of the telephone"),
    ("mobile phone cells", "The history of the telephone"),
    ("cell division", "How a cell divides"),
    ("lithium battery cells", "Electric batteries"),
    ("coffee and sleep", "Sleep and learning"),
    ("coffee bitterness", "Making good coffee"),
    ("rule of 72", "Compound interest"),
    ("open a bank account", "Opening a bank account"),
    ("primes", "Public key cryptography"),
    ("C++ destructor", "The C programming language"),
    ("malloc free", "The C programming language"),
    ("merge histories", "Version control with Git"),
    ("black hole", "Black holes"),
    ("telescope mirror", "Telescopes"),
    ("telescopes on several continents", "Black holes"),
    ("password manager", "Passwords"),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> SearchIndex:
    folder = tmp_path_factory.mktemp("prose") / "index"
    text = Path(__file__).with_name("prose.md").read_text("utf-8")
    with IndexWriter(folder) as writer:
        for title, body in re.findall(r"^# (.+)\n((?:(?!# ).*\n)+)", text, re.MULTILINE):
            path = f"{title}.md"
            parts = re.split(r"^## (.+)\n", body, flags=re.MULTILINE)
            writer.replace(
                path,
                [_passage(path, title, *part) for part in zip(["", *parts[1::2]], parts[::2], strict=True)],
            )
    return SearchIndex.open(folder)


def _passage(path: str, title: str, heading: str, text: str) -> Passage:
    return Passage(
        path, title, "", "", None, (), heading, (heading,) if heading else (), heading, 1, text.strip()
    )


def _rank(library: SearchIndex, query: str, title: str, *, typing: bool) -> int:
    """1 where the article comes first, 0 where it isn't found at all."""
    hits = library.search(query, typing=typing, budget_seconds=None).hits
    titles = list(dict.fromkeys(hit.title for hit in hits))
    return titles.index(title) + 1 if title in titles else 0


@pytest.mark.parametrize("typing", [False, True])
def test_the_mean_reciprocal_rank_is_high(library: SearchIndex, typing: bool) -> None:
    ranks = {query: _rank(library, query, title, typing=typing) for query, title in WANTED}
    mean = sum(1 / rank for rank in ranks.values() if rank) / len(ranks)
    assert mean >= 0.9, {query: rank for query, rank in ranks.items() if rank != 1}


@pytest.mark.parametrize(
    ("query", "title", "heading"),
    [
        ("opposition kings", "Chess endgames", "Opposition"),
        ("naps", "Sleep and learning", "Naps"),
        ("hawking radiation", "Black holes", "Hawking radiation"),
        ("lithium", "Electric batteries", "Lithium"),
        ("forgetting", "Human memory", "Forgetting"),
        ("neural networks", "Neural networks", ""),
    ],
)
def test_the_passage_comes_first(library: SearchIndex, query: str, title: str, heading: str) -> None:
    best = library.search(query, typing=False, budget_seconds=None).hits[0]
    assert (best.title, best.heading) == (title, heading)


@pytest.mark.parametrize("title", ["Compost", "Black holes", "Human memory", "How tides work", "Telescopes"])
def test_a_title_comes_first_as_soon_as_it_can_be_told(library: SearchIndex, title: str) -> None:
    for length in range(5, len(title) + 1):
        assert _rank(library, title[:length], title, typing=True) == 1


def test_an_exact_form_outranks_its_family(library: SearchIndex) -> None:
    assert _rank(library, "telescopes", "Telescopes", typing=False) == 1
    hits = library.search("pruned", typing=False, budget_seconds=None).hits
    assert "pruned" in hits[0].snippet
