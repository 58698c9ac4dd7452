"""Whatever is asked, the index finds exactly the passages that a plain look at each of them finds."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.model.passage import Passage
from dltui.search.disk.writer import IndexWriter
from dltui.search.index import SearchIndex
from dltui.search.language.query import And, Filter, Node, Not, Or, Phrase, Word

WORDS = ["ah", "bee", "cog", "dune", "elk", "fjord"]
WEIGHTS = [40, 20, 10, 5, 2, 1]


def _passages() -> list[Passage]:
    chance = random.Random(5)  # noqa: S311 - the dice of a test
    return [
        _make(
            f"{chance.choice('xyz')}/{at}.md",
            " ".join(chance.choices(WORDS, WEIGHTS, k=chance.randrange(12))),
            title=chance.choice(WORDS),
            heading=chance.choice(["", *WORDS]),
            channel=chance.choice(["north", "south"]),
            features=frozenset(chance.sample(["table", "code"], chance.randrange(3))),
        )
        for at in range(80)
    ]


class Library:
    """An index of several segments in which much was replaced, and what it holds."""

    def __init__(self, index: SearchIndex, passages: list[Passage]) -> None:
        self.index, self.passages = index, passages


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> Library:
    folder = tmp_path_factory.mktemp("oracle") / "index"
    passages = _passages()
    with IndexWriter(folder) as writer:
        for at, passage in enumerate(passages):
            writer.replace(
                passage.path, [_make(passage.path, "ah bee cog dune elk fjord")] if at % 3 else [passage]
            )
            if at % 20 == 19:
                writer.commit()
        for passage in passages[:60]:
            writer.replace(passage.path, [passage])
        for passage in passages[60:70]:
            writer.delete(passage.path)
        for passage in passages[70:]:
            writer.replace(passage.path, [passage])
    return Library(SearchIndex.open(folder), passages[:60] + passages[70:])


def _make(path: str, text: str, **values: object) -> Passage:
    heading = str(values.pop("heading", ""))
    known = {"title": "", "channel": "", "features": frozenset(), **values}
    return Passage(
        path=path, category=path[0], video=None, tags=(), heading=heading, anchor="", line=1, text=text,
        heading_path=(heading,) if heading else (), **known,
    )  # type: ignore[arg-type]  # fmt: skip


def _words(passage: Passage, field: str) -> list[str]:
    texts = {
        "text": (passage.title, passage.heading, passage.channel, passage.text),
        "title": (passage.title,),
        "heading": (passage.heading,),
    }
    return " ".join(texts[field]).split()


def _holds(node: Node, passage: Passage) -> bool:
    match node:
        case Word(text, field, prefix):
            return any(word.startswith(text) if prefix else word == text for word in _words(passage, field))
        case Phrase(words):
            needle = f" {' '.join(words)} "
            return any(needle in f" {text} " for text in (passage.title, passage.heading, passage.text))
        case Filter(name, value):
            return (
                value
                in {"channel": passage.channel, "category": passage.category, "has": passage.features}[name]
            )
        case Not(child):
            return not _holds(child, passage)
        case And(children):
            return all(_holds(child, passage) for child in children)
        case Or(children):
            return any(_holds(child, passage) for child in children)
    raise AssertionError(node)


def _written(node: Node) -> str:
    match node:
        case Word(text, field, prefix):
            return ("" if field == "text" else f"{field}:") + text + "*" * prefix
        case Phrase(words):
            return f'"{" ".join(words)}"'
        case Filter(name, value):
            return f"{name}:{value}"
        case Not(child):
            return f"NOT {_written(child)}"
        case And(children):
            return f"({' '.join(map(_written, children))})"
        case Or(children):
            return f"({' OR '.join(map(_written, children))})"
    raise AssertionError(node)


WORD = st.builds(Word, st.sampled_from(WORDS), st.sampled_from(["text", "text", "title", "heading"]))
PREFIX = st.sampled_from(WORDS).map(lambda word: Word(word[:3], prefix=True))
PHRASE = st.lists(st.sampled_from(WORDS[:4]), min_size=2, max_size=3).map(lambda words: Phrase(tuple(words)))
FILTER = st.sampled_from(
    [Filter("channel", "north"), Filter("category", "x"), Filter("category", "y"), Filter("has", "table")]
)
LEAF = WORD | WORD | PREFIX | PHRASE | FILTER
NODE = st.recursive(
    LEAF,
    lambda node: (
        st.builds(Not, node)
        | st.lists(node, min_size=2, max_size=3).map(lambda nodes: And(tuple(nodes)))
        | st.lists(node, min_size=2, max_size=3).map(lambda nodes: Or(tuple(nodes)))
    ),
    max_leaves=6,
)


@given(node=NODE)
@settings(max_examples=150, deadline=None)
def test_the_index_finds_what_a_plain_look_finds(library: Library, node: Node) -> None:
    expected = {passage.path for passage in library.passages if _holds(node, passage)}
    answer = library.index.search(_written(node), typing=False, budget_seconds=None, limit=200)
    if expected:
        assert {hit.path for hit in answer.hits} == expected
        assert answer.total == answer.articles == sum(count for _, count in answer.facets) == len(expected)
        assert answer.exact or "*" in _written(node)
    else:
        assert not answer.total or "no passage has" in answer.understood
