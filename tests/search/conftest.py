"""A small library of passages, and indexes of it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from dltui.model.passage import Passage, PassageMoment
from dltui.search.disk.writer import IndexWriter
from dltui.search.index import SearchIndex

Make = Callable[..., Passage]
MakeIndex = Callable[..., SearchIndex]


def make_passage(path: str = "a.md", text: str = "", **values: object) -> Passage:
    """A passage with what a test doesn't care about filled in."""
    heading = str(values.pop("heading", ""))
    folder, _, name = path.rpartition("/")
    known = {
        "title": name.removesuffix(".md").replace("_", " "),
        "category": folder,
        "channel": "",
        "video": None,
        "tags": (),
        "heading": heading,
        "heading_path": (heading,) if heading else (),
        "anchor": heading.lower().replace(" ", "-"),
        "line": 1,
    }
    return Passage(path=path, text=text, **{**known, **values})  # type: ignore[arg-type]


def write_passages(folder: Path, passages: Iterable[Passage]) -> None:
    """Write passages, those of one path as one article."""
    articles: dict[str, list[Passage]] = {}
    for passage in passages:
        articles.setdefault(passage.path, []).append(passage)
    with IndexWriter(folder) as writer:
        for path, own in articles.items():
            writer.replace(path, own, f"print of {path}")


@pytest.fixture
def passage() -> Make:
    return make_passage


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where an index may be written."""
    return tmp_path / "cache" / "index"


@pytest.fixture
def index_of(folder: Path) -> MakeIndex:
    """Writes passages and opens their index."""

    def make(*passages: Passage) -> SearchIndex:
        write_passages(folder, passages)
        return SearchIndex.open(folder)

    return make


@pytest.fixture
def write() -> Callable[[Path, Iterable[Passage]], None]:
    return write_passages


@pytest.fixture(scope="session")
def garden(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    """An index that is only read: a few articles with everything a query can ask for."""
    folder = tmp_path_factory.mktemp("garden") / "index"
    moment = PassageMoment
    write_passages(
        folder,
        [
            make_passage(
                "plants/roses.md",
                "Roses want sun. Prune them in March.",
                channel="greenthumb",
                video="abcdefghijk",
                tags=("flowers", "outdoor/beds"),
                moments=(moment(14, 605, "10:05"), moment(35, 1500, "25:00")),
                features=frozenset({"moment"}),
                line=5,
            ),
            make_passage(
                "plants/roses.md",
                "Black spot is a fungus. Remove fallen leaves.",
                heading="Diseases",
                channel="greenthumb",
                video="abcdefghijk",
                tags=("flowers", "outdoor/beds"),
                targets=("tools/shears.md",),
                features=frozenset({"table", "missing"}),
                line=12,
            ),
            make_passage(
                "plants/tomatoes.md",
                "Tomatoes want sun and water. They don't like frost.",
                channel="greenthumb",
            ),
            make_passage(
                "tools/shears.md",
                "Shears for pruning roses are kept sharp. Clean them after pruning.",
                channel="workshop",
                video="kjihgfedcba",
                tags=("tools",),
                features=frozenset({"code"}),
            ),
            make_passage("tools/lathe.md", "A lathe turns wood. It wants no sun.", channel="workshop"),
            make_passage(
                "notes.md",
                "The Café of Zürich serves crème brûlée; C++ and C# are spoken there, 3.14 times.",
                title="Notes",
            ),
        ],
    )
    return SearchIndex.open(folder)


@pytest.fixture
def paths_for(garden: SearchIndex) -> Callable[..., list[str]]:
    """The articles that answer a query in the garden, in order, once each."""

    def search(text: str, *, typing: bool = False, **options: object) -> list[str]:
        answer = garden.search(text, budget_seconds=None, typing=typing, **options)  # type: ignore[arg-type]
        return list(dict.fromkeys(hit.path for hit in answer.hits))

    return search


@pytest.fixture
def varied() -> Callable[[Passage, int], list[Passage]]:
    """Copies of a passage under other paths."""
    return lambda passage, count: [
        replace(passage, path=f"copy{at}.md", title=f"Copy {at}") for at in range(count)
    ]
