"""Articles by folder, by channel and video, or one below the other; sorted, filtered, with saved searches."""

import pytest

from dltui.model.article import Article
from dltui.model.asked import Asked
from dltui.model.video import Video
from dltui.ui.tree.tree_arrangements import ChannelArrangement, ListArrangement, categories_above
from dltui.ui.tree.tree_rows import Order, TreeRows

_FIRST, _SECOND, _THIRD = (
    Video("aaaaaaaaaaa", "Zebras, a talk"),
    Video("bbbbbbbbbbb"),
    Video("ccccccccccc", "Cars"),
)
_ARTICLES = [
    Article("x.md", "Stripes", channel="zoo_talks", video=_FIRST, moments=1, words=50),
    Article("y.md", "Grass", channel="zoo_talks", video=_FIRST, moments=7, words=900),
    Article("n.md", "Émigrés", channel="zoo_talks", moments=3, words=10),
    Article("b1.md", "Beasts", channel="zoo_talks", video=_SECOND),
    Article("b2.md", "Animals", channel="zoo_talks", video=_SECOND),
    Article("w.md", "Wheels", channel="auto", video=_THIRD),
    Article("lone.md", "Loner"),
]


def _shown(rows):
    return [("  " * row.depth) + row.label + (f" {row.count}" if row.is_group else "") for row in rows.rows]


def test_channels_hold_videos_and_videos_hold_their_articles():
    rows = TreeRows(ChannelArrangement(_ARTICLES))
    assert _shown(rows) == ["auto 1", "zoo talks 5", "no channel 1"]
    rows.reveal("y.md")
    assert _shown(rows) == [
        "auto 1",
        "zoo talks 5",
        "  Beasts 2",
        "  Zebras, a talk 2",
        "    Stripes",
        "    Grass",
        "  Émigrés",
        "no channel 1",
    ]
    assert not any(row.is_category for row in rows.rows)
    assert rows.reveal("gone.md") is None


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        (Order.GIVEN, ["Stripes", "Grass", "Émigrés"]),
        (Order.TITLE, ["Émigrés", "Grass", "Stripes"]),
        (Order.MOMENTS, ["Grass", "Émigrés", "Stripes"]),
        (Order.LENGTH, ["Grass", "Stripes", "Émigrés"]),
    ],
)
def test_articles_are_sorted(order, titles):
    rows = TreeRows(ListArrangement(_ARTICLES[:3]))
    rows.set_order(order)
    assert _shown(rows) == titles


def test_orders_go_round():
    order, seen = Order.GIVEN, []
    for _ in Order:
        seen.append(order)
        order = order.next
    assert seen == list(Order)
    assert order is Order.GIVEN


def test_a_filter_reaches_into_what_is_closed_and_counts_what_is_left():
    rows = TreeRows(ChannelArrangement(_ARTICLES))
    rows.set_filter("a")
    assert _shown(rows) == [
        "zoo talks 3",
        "  Beasts 2",
        "    Beasts",
        "    Animals",
        "  Zebras, a talk 1",
        "    Grass",
    ]
    rows.set_filter("emig")
    assert _shown(rows) == ["zoo talks 1", "  Émigrés"]
    rows.set_filter("nothing like it")
    assert not rows.rows


def test_saved_searches_stand_above_and_are_no_articles():
    rows = TreeRows(ListArrangement(_ARTICLES[:1]))
    rows.set_saved([Asked("big [bold]\x1b[2J"), Asked("x", "zoo")])
    assert _shown(rows) == ["Saved searches 2", "  big [bold]␛[2J", "  x", "Stripes"]
    assert [row.search for row in rows.rows] == [None, Asked("big [bold]\x1b[2J"), Asked("x", "zoo"), None]
    assert [row.is_article for row in rows.rows] == [False, False, False, True]
    rows.set_filter("str")
    assert _shown(rows) == ["Stripes"]


def test_another_arrangement_keeps_open_what_is_in_it_too():
    rows = TreeRows(ChannelArrangement(_ARTICLES))
    rows.reveal("w.md")
    rows.arrange(ChannelArrangement(_ARTICLES[2:]))
    assert _shown(rows) == ["auto 1", "  Wheels", "zoo talks 3", "no channel 1"]


def test_the_categories_above():
    assert categories_above("a/b/c") == ["a", "a/b", "a/b/c"]
    assert categories_above("") == []
