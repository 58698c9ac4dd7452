"""The rows of the tree, of which those of articles are made when they are looked at."""

import pytest

from dltui.model.article import Article
from dltui.ui.tree.tree_row import Listing, TreeRow, TreeRowList


@pytest.fixture
def rows() -> TreeRowList:
    listing = Listing.of(
        Article(f"a/{name}.md", title, "a") for name, title in [("x", "Éclair"), ("y", "Bark")]
    )
    rows = TreeRowList()
    for row in (TreeRow("a", "A", 0, 2, is_open=True), TreeRow("a/b", "B", 1, 3)):
        rows.add(row)
    rows.add_articles(listing, 1)
    rows.add_articles(listing.holding(["nothing"]), 2)
    rows.add(TreeRow("c", "C", 0, 0))
    return rows


def test_rows_are_what_was_added_in_order(rows: TreeRowList) -> None:
    assert [(row.path, row.label, row.depth) for row in rows] == [
        ("a", "A", 0),
        ("a/b", "B", 1),
        ("a/x.md", "Éclair", 1),
        ("a/y.md", "Bark", 1),
        ("c", "C", 0),
    ]
    assert rows[1:3] == [rows[1], rows[2]]
    assert [row.is_article for row in rows] == [False, False, True, True, False]
    with pytest.raises(IndexError):
        rows[5]


def test_rows_are_found_by_path_and_know_the_group_around_them(rows: TreeRowList) -> None:
    assert [rows.index_of(row.path) for row in rows] == list(range(5))
    assert rows.index_of("a/z.md") is None
    assert [rows.parent_of(index) for index in range(5)] == [0, 0, 0, 0, 4]
    assert (rows.first_article(), rows.article_count) == (2, 2)
    assert TreeRowList().first_article() == 0


def test_a_listing_is_filtered_by_folded_titles() -> None:
    listing = Listing.of(
        [Article("x.md", "Éclair au café"), Article("y.md", "Bark"), Article("z.md", "Bark")]
    )
    assert listing.holding(["ecl", "cafe"]).paths == ["x.md"]
    assert listing.holding(["bark"]).labels == ["Bark · y", "Bark · z"]
    assert not listing.holding(["stem"])


def test_lists_are_joined(rows: TreeRowList) -> None:
    both = TreeRowList()
    both.add(TreeRow("top", "Top", 0, 1))
    both.extend(rows)
    assert [row.path for row in both][1:] == [row.path for row in rows]
    assert both.index_of("a/y.md") == 4
