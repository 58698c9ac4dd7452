from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.library.linking.resolver import Resolver
from dltui.library.names import Name, NameKind, name_key
from dltui.model.block import OutlineEntry
from dltui.model.inline import Wikilink
from dltui.model.target import FoundBy, LinkState, Target


class FakeNames:
    """Articles by path, each with its title and aliases."""

    def __init__(self, articles: Mapping[str, Sequence[str]]) -> None:
        self._names: dict[str, list[Name]] = {}
        self._paths = sorted(articles)
        for path in self._paths:
            stem = path.rpartition("/")[2].rpartition(".")[0]
            self._add(stem, path, NameKind.STEM)
            for number, text in enumerate(articles[path]):
                self._add(text, path, NameKind.ALIAS if number else NameKind.TITLE)

    def _add(self, text: str, path: str, kind: NameKind) -> None:
        self._names.setdefault(name_key(text), []).append(Name(path, kind))

    def named(self, key: str) -> Sequence[Name]:
        return self._names.get(key, [])

    def has(self, path: str) -> bool:
        return path in self._paths

    def headings(self, path: str) -> Sequence[OutlineEntry]:
        return (
            OutlineEntry(2, "Early Life: 1809–1830", "early-life-18091830", 5),
            OutlineEntry(2, "Notes", "notes", 9),
        )


LIBRARY = FakeNames(
    {
        "index.md": ["Home"],
        "lex/deep_learning.md": ["Deep Learning, explained", "DL", "Tiefes Lernen"],
        "lex/Self-Driving_Cars.md": ["Robots on roads"],
        "lex/only_here.md": ["Only here"],
        "lex/sub/deep_learning.md": ["Deeper"],
        "fire/deep_learning.md": ["Deep learning in 100 seconds"],
        "fire/react.md": ["React"],
        "fire/vue.md": ["React"],
        "fire/tags.md": ["Marks"],
        "fire/ref/labels.md": ["Labels", "Tags"],
        "fire/ref/marks_one.md": ["Marks"],
        "site/posts/2013/fallacy/index.md": ["The fallacy"],
        "site/about/README.md": ["About"],
        "khan/algebra.md": ["Algebra"],
        "khan/100%_übung.md": ["Übung macht den Meister"],
    }
)


def resolve(name: str, source: str = "lex/source.md", *, label: str = "", anchor: str = "") -> Target:
    return Resolver(LIBRARY).resolve(Wikilink(name, anchor, label, embed=False, line=1), source)


@pytest.mark.parametrize(
    ("name", "source", "path", "found_by"),
    [
        ("fire/react", "lex/source.md", "fire/react.md", FoundBy.PATH),
        ("/fire/react.md", "lex/source.md", "fire/react.md", FoundBy.PATH),
        ("../fire/react.md", "lex/source.md", "fire/react.md", FoundBy.PATH),
        ("sub/deep_learning", "lex/source.md", "lex/sub/deep_learning.md", FoundBy.PATH),
        ("deep_learning", "lex/source.md", "lex/deep_learning.md", FoundBy.STEM),
        ("deep_learning.md", "lex/sub/x.md", "lex/sub/deep_learning.md", FoundBy.PATH),
        ("Deep Learning", "lex/source.md", "lex/deep_learning.md", FoundBy.NORMALISED),
        ("selfdriving_cars", "lex/source.md", "lex/Self-Driving_Cars.md", FoundBy.NORMALISED),
        ("@deep\u200f_learning\u200e", "lex/source.md", "lex/deep_learning.md", FoundBy.NORMALISED),
        ("deep learning explained", "lex/source.md", "lex/deep_learning.md", FoundBy.TITLE),
        ("TIEFES lernen", "lex/source.md", "lex/deep_learning.md", FoundBy.TITLE),
        ("algebra", "lex/source.md", "khan/algebra.md", FoundBy.ELSEWHERE),
        ("ubung macht den meister", "lex/source.md", "khan/100%_übung.md", FoundBy.ELSEWHERE),
        ("only_here", "lex/sub/x.md", "lex/only_here.md", FoundBy.ELSEWHERE),
        ("nowhere/algebra", "khan/x.md", "khan/algebra.md", FoundBy.STEM),
        ("ref/labels", "khan/x.md", "fire/ref/labels.md", FoundBy.PATH),
        ("../SUB/deep_learning", "fire/x.md", "lex/sub/deep_learning.md", FoundBy.PATH),
        ("site/about/", "khan/x.md", "site/about/README.md", FoundBy.PATH),
        ("/fallacy/", "khan/x.md", "site/posts/2013/fallacy/index.md", FoundBy.PATH),
        ("./about", "site/x.md", "site/about/README.md", FoundBy.PATH),
        ("/2013/fallacy/", "site/x.md", "site/posts/2013/fallacy/index.md", FoundBy.PATH),
        ("/nowhere/algebra/", "site/x.md", "khan/algebra.md", FoundBy.ELSEWHERE),
        ("tags", "khan/x.md", "fire/tags.md", FoundBy.ELSEWHERE),
        ("react", "index.md", "fire/react.md", FoundBy.ELSEWHERE),
    ],
)
def test_each_rule_finds_its_article(name: str, source: str, path: str, found_by: FoundBy) -> None:
    assert resolve(name, source) == Target(LinkState.RESOLVED, found_by, path)


def test_the_same_top_folder_comes_first() -> None:
    assert resolve("deep_learning", "lex/other/x.md").state is LinkState.AMBIGUOUS
    assert resolve("deep_learning", "fire/sub/x.md").path == "fire/deep_learning.md"


def test_several_equals_are_never_picked_from() -> None:
    found = resolve("deep_learning", "khan/x.md")
    assert found.state is LinkState.AMBIGUOUS
    assert found.candidates == ("fire/deep_learning.md", "lex/deep_learning.md", "lex/sub/deep_learning.md")
    assert resolve("marks", "index.md").state is LinkState.AMBIGUOUS
    assert resolve("React", "fire/x.md").found_by is FoundBy.NORMALISED


def test_a_label_helps_within_the_top_folder_only() -> None:
    assert resolve("gone", "lex/x.md", label="Only here") == Target(
        LinkState.RESOLVED, FoundBy.LABEL, "lex/only_here.md"
    )
    assert resolve("gone", "lex/x.md", label="Algebra").state is LinkState.MISSING
    assert resolve("gone", "fire/x.md", label="Deep learning").path == "fire/deep_learning.md"
    assert resolve("gone", "lex/other/x.md", label="deep learning").state is LinkState.MISSING
    assert resolve("gone", "x.md", label="Algebra").state is LinkState.MISSING
    assert resolve("gone", "x.md", label="home").path == "index.md"


def test_the_label_of_an_embed_is_a_size() -> None:
    size = Wikilink("chart.png", "", "100", embed=True, line=1)
    names = FakeNames({"lex/100%.md": ["100%"]})
    assert Resolver(names).resolve(size, "lex/x.md").state is LinkState.MISSING


@pytest.mark.parametrize("name", ["gone", "../../etc/passwd", "/etc/passwd", "..", ".", "/", "%%%", "fire/"])
def test_what_isnt_there_is_missing(name: str) -> None:
    assert resolve(name) == Target(LinkState.MISSING)


@pytest.mark.parametrize("url", ["https://example.org/a", "http://x", "mailto:a@b"])
def test_a_url_is_no_name(url: str) -> None:
    assert resolve(url) == Target(LinkState.URL, url=url)


@pytest.mark.parametrize(
    ("written", "anchor"),
    [
        ("Early Life: 1809–1830", "early-life-18091830"),
        ("early life 1809 1830", "early-life-18091830"),
        ("Life#Notes", "notes"),
        ("notes", "notes"),
        ("No such heading", "No such heading"),
        ("^block1", "^block1"),
    ],
)
def test_anchors(written: str, anchor: str) -> None:
    assert resolve("deep_learning", anchor=written).anchor == anchor
    assert resolve("", anchor=written) == Target(LinkState.ANCHOR, path="lex/source.md", anchor=anchor)


@settings(max_examples=40)
@given(
    st.text(max_size=40), st.text(max_size=40), st.text(max_size=20), st.sampled_from(["lex/x.md", "y.md"])
)
def test_any_link_leads_to_an_article_of_the_library_or_nowhere(
    name: str, label: str, anchor: str, source: str
) -> None:
    found = resolve(name, source, label=label, anchor=anchor)
    if found.state is LinkState.RESOLVED:
        assert LIBRARY.has(found.path)
        assert found.found_by is not None
    elif found.state is LinkState.ANCHOR:
        assert found.path == source
    else:
        assert found.path == ""
        assert all(map(LIBRARY.has, found.candidates))
        assert (len(found.candidates) > 1) is (found.state is LinkState.AMBIGUOUS)
