"""Where a search found something is seen without scrolling, and nothing of the tree is lost by it."""

import pytest

from dltui.model.article import Article
from dltui.ui.tree.tree_arrangements import CategoryArrangement, ListArrangement, categories_above
from dltui.ui.tree.tree_rows import TreeRows

_COUNTS = {"": 2, "a/b/c": 50, "a/b/d": 60, "a/e": 10, "f": 300, "g/h": 5, "i": 1}


def _articles(category: str) -> list[Article]:
    above = f"{category}/" if category else ""
    return [
        Article(f"{above}{at}.md", f"{category} {at}", category) for at in range(_COUNTS.get(category, 0))
    ]


@pytest.fixture
def tree() -> TreeRows:
    return TreeRows(CategoryArrangement(list(_COUNTS.items()), _articles))


def _found(**direct: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, count in direct.items():
        for above in categories_above(name.replace("_", "/")):
            found[above] = found.get(above, 0) + count
    return found


def _shown(tree: TreeRows) -> list[str]:
    return ["  " * row.depth + row.path for row in tree.rows]


def test_groups_open_to_where_the_hits_are_and_articles_stay_out_of_the_way(tree: TreeRows) -> None:
    tree.reveal("f/250.md")
    tree.set_found(_found(a_b_c=3, f=7), room=20)
    assert _shown(tree) == ["a", "  a/b", "    a/b/c", "f", "g", "i"]


def test_the_tree_is_as_it_was_when_the_search_ends(tree: TreeRows) -> None:
    tree.reveal("f/250.md")
    before = list(tree.rows)
    tree.set_found(_found(a_b_c=3), room=20)
    tree.set_open("a/b/c", is_open=True)
    tree.set_open("a", is_open=False)
    tree.set_found(_found(f=3), room=20)
    tree.set_found(None)
    assert list(tree.rows) == before


def test_where_there_is_little_room_only_groups_with_hits_are_left(tree: TreeRows) -> None:
    tree.set_found(_found(a_b_c=3, g_h=1), room=3)
    assert _shown(tree) == ["a", "  a/b", "g"]


def test_what_has_most_hits_is_opened_first(tree: TreeRows) -> None:
    tree.set_found(_found(a_e=3, g_h=9), room=5)
    assert _shown(tree) == ["a", "f", "g", "  g/h", "i"]
    tree.set_found(_found(a_e=9, g_h=3), room=5)
    assert _shown(tree) == ["a", "  a/e", "f", "g", "i"]


def test_what_is_opened_by_hand_shows_its_articles_and_stays_open_while_one_types(tree: TreeRows) -> None:
    tree.set_found(_found(g_h=1), room=20)
    tree.set_open("g/h", is_open=True)
    assert _shown(tree)[3:6] == ["  g/h", "    g/h/0.md", "    g/h/1.md"]
    tree.set_found(_found(g_h=1, f=3), room=20)
    assert "    g/h/4.md" in _shown(tree)
    tree.set_open("g", is_open=False)
    tree.set_found(_found(g_h=1), room=20)
    assert _shown(tree) == ["a", "f", "g", "i"]


def test_the_category_that_is_searched_is_shown_without_hits_too(tree: TreeRows) -> None:
    tree.set_found({}, "a/b/d", room=20)
    assert _shown(tree) == ["a", "  a/b", "    a/b/d", "f", "g", "i"]


def test_an_article_is_stood_for_by_the_group_around_it(tree: TreeRows) -> None:
    tree.set_found(_found(a_b_c=3), room=20)
    row = tree.reveal("a/b/c/7.md")
    assert row is not None
    assert tree.rows[row].path == "a/b/c"
    row = tree.reveal("g/h/2.md")
    assert row is not None
    assert tree.rows[row].path == "g"
    assert tree.reveal("0.md") is None


def test_other_arrangements_and_a_filter_stay_what_they_are(tree: TreeRows) -> None:
    tree.set_found(_found(f=3), room=20)
    tree.set_filter("h 3")
    assert _shown(tree) == ["g", "  g/h", "    g/h/3.md"]
    tree.set_filter("")
    tree.arrange(ListArrangement(_articles("g/h")))
    assert len(tree.rows) == 5
