"""What a reader keeps of a library is there at the next start, for that library alone."""

import json

import pytest

from dltui.model.asked import Asked
from dltui.model.location import Location
from dltui.state.keepsakes import Keepsakes
from dltui.state.store import StateStore


@pytest.fixture
def file(tmp_path):
    return tmp_path / "state.sqlite3"


@pytest.fixture
def kept(file):
    return Keepsakes(StateStore(file), "/library")


@pytest.fixture
def again(file):
    """The same library in another program."""
    return Keepsakes(StateStore(file), "/library")


def test_a_star_comes_and_goes(kept, again):
    assert kept.toggle_star("a.md")
    assert kept.toggle_star("b.md")
    assert again.stars() == ("b.md", "a.md")
    assert not again.toggle_star("a.md")
    assert kept.stars() == ("b.md",)


def test_recent_articles_stand_once_the_latest_first(kept, again):
    for path in ("a.md", "b.md", "a.md"):
        kept.visited(path)
    assert again.recent() == ("a.md", "b.md")


def test_what_was_read_long_ago_is_not_recent():
    kept = Keepsakes(StateStore(None), "l")
    for number in range(150):
        kept.visited(f"{number}.md")
    assert len(kept.recent()) == 100
    assert kept.recent()[0] == "149.md"


def test_marks_come_back_by_letter(kept, again):
    kept.keep_mark("b", Location("b.md", line=3))
    kept.keep_mark("a", Location("a.md", line=12, offset=3))
    kept.keep_mark("b", Location("c.md"))
    assert list(again.marks().items()) == [
        ("a", Location("a.md", line=12, offset=3)),
        ("b", Location("c.md")),
    ]


def test_searches_stand_once_the_latest_first(kept, again):
    for asked in (Asked("x"), Asked("y", "nets"), Asked("x")):
        kept.searched(asked)
    assert again.searches() == (Asked("x"), Asked("y", "nets"))


def test_a_search_is_saved_and_forgotten(kept, again):
    assert kept.toggle_saved(Asked("x", "nets"))
    assert kept.toggle_saved(Asked("x"))
    assert again.saved_searches() == (Asked("x", "nets"), Asked("x"))
    assert not again.toggle_saved(Asked("x", "nets"))
    assert kept.saved_searches() == (Asked("x"),)


def test_libraries_do_not_mix(file, kept):
    kept.toggle_star("a.md")
    assert Keepsakes(StateStore(file), "/other").stars() == ()


@pytest.mark.parametrize(
    "written",
    [
        "",
        "nonsense",
        "null",
        "3",
        '"a.md"',
        '{"a": 1}',
        "[1, null, [2], {}]",
        '[["x", 3], ["y"]]',
        "[" * 100_000,
    ],
)
def test_what_has_another_shape_is_forgotten(file, written):
    store = StateStore(file)
    kept = Keepsakes(store, "l")
    for name in ("stars", "recent", "marks", "searches", "saved"):
        store.keep(f"{name}:l", written)
    assert (kept.stars(), kept.recent(), kept.marks(), kept.searches(), kept.saved_searches()) == (
        (),
        (),
        {},
        (),
        (),
    )
    assert kept.toggle_star("a.md")
    kept.keep_mark("a", Location("a.md"))
    assert json.loads(store.value("stars:l")) == ["a.md"]
    assert kept.marks() == {"a": Location("a.md")}


def test_without_a_file_it_lasts_for_this_run():
    kept = Keepsakes(StateStore(None), "l")
    assert kept.toggle_star("a.md")
    assert kept.stars() == ("a.md",)
