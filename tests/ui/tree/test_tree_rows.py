"""The rows of the tree, without a terminal."""

import pytest

from dltui.model.article import Article
from dltui.ui.tree.tree_arrangements import CategoryArrangement
from dltui.ui.tree.tree_line import TreeMarks, tree_line
from dltui.ui.tree.tree_rows import TreeRow, TreeRows

_ARTICLES = {
    "": [Article("index.md", "Start here")],
    "b": [Article("b/x.md", "Dropout", "b"), Article("b/y.md", "Émile and the nets", "b")],
    "a/c": [Article("a/c/z.md", "Attention", "a/c")],
}


@pytest.fixture
def tree():
    counts = [(path, len(articles)) for path, articles in _ARTICLES.items()]
    return TreeRows(CategoryArrangement(counts, lambda category: _ARTICLES.get(category, [])))


def _shown(tree):
    return [("  " * row.depth) + row.label + (f" {row.count}" if row.is_group else "") for row in tree.rows]


def test_categories_come_first_and_count_what_is_below_them(tree):
    assert _shown(tree) == ["a 1", "b 2", "Start here"]


def test_opening_shows_what_stands_under_a_category(tree):
    tree.set_open("b", is_open=True)
    assert _shown(tree) == ["a 1", "b 2", "  Dropout", "  Émile and the nets", "Start here"]
    tree.set_open("b", is_open=False)
    assert _shown(tree) == ["a 1", "b 2", "Start here"]


def test_an_article_is_revealed_with_all_that_stands_above_it(tree):
    row = tree.reveal("a/c/z.md")
    assert tree.rows[row].path == "a/c/z.md"
    assert tree.parent_of(row) == tree.index_of("a/c")
    assert tree.parent_of(tree.index_of("a")) == tree.index_of("a")


def test_a_filter_keeps_matching_titles_and_their_categories(tree):
    tree.set_filter("EMILE net")
    assert _shown(tree) == ["b 1", "  Émile and the nets"]
    tree.set_filter("")
    assert len(tree.rows) == 3


def test_an_article_that_is_not_there_is_not_revealed(tree):
    assert tree.reveal("b/none.md") is None


@pytest.mark.parametrize("count", [None, 7])
def test_forty_levels_down_there_is_room_for_a_name(count: int | None) -> None:
    row = TreeRow("a/b.md", "A name", 40, count)
    assert "A name" in "".join(span.text for span in tree_line(row, 31, TreeMarks()).spans)
