"""Two passages of each article at first, more of one where somebody asks."""

from dltui.model.passage import Hit
from dltui.ui.results.shown_hits import ShownHits


def _hit(path, line):
    return Hit(path, path, "", "", None, "", (), "", line, 1.0, "", (), None)


def _lines(shown):
    return [(row.hit.path, row.hit.line, row.follows, row.hidden) for row in shown.rows]


def _shown(*counts):
    shown = ShownHits()
    hits = [_hit(path, line) for path, count in counts for line in range(1, count + 1)]
    shown.take(hits, same_query=False)
    return shown


def test_two_of_each_article_are_shown_and_the_rest_is_counted():
    assert _lines(_shown(("a", 4), ("b", 1), ("c", 2))) == [
        ("a", 1, False, 0),
        ("a", 2, True, 2),
        ("b", 1, False, 0),
        ("c", 1, False, 0),
        ("c", 2, True, 0),
    ]


def test_more_shows_what_is_known_and_says_whether_the_index_may_know_more():
    shown = _shown(("a", 4), ("b", 1))
    assert shown.more("a")
    assert [row.hit.line for row in shown.rows] == [1, 2, 3, 4, 1]
    shown.take_article("a", [_hit("a", line) for line in range(1, 12)])
    assert [row.hidden for row in shown.rows if row.hidden] == [5]
    assert not shown.is_whole("a")
    assert not shown.more("a")
    assert not shown.more("a")
    assert shown.is_whole("a")
    assert len(shown.rows) == 12


def test_fewer_goes_back_to_two_then_to_the_best_alone():
    shown = _shown(("a", 4))
    shown.more("a")
    shown.fewer("a")
    assert len(shown.rows) == 2
    shown.fewer("a")
    assert len(shown.rows) == 1
    shown.fewer("a")
    assert _lines(shown) == [("a", 1, False, 3)]


def test_the_whole_answer_to_the_same_query_keeps_what_was_opened():
    shown = _shown(("a", 4), ("b", 3))
    shown.more("a")
    shown.take_article("a", [_hit("a", line) for line in range(1, 7)])
    shown.take([_hit("b", 1), _hit("a", 1), _hit("a", 2)], same_query=True)
    assert [(row.hit.path, row.hit.line) for row in shown.rows] == [
        ("b", 1),
        *(("a", line) for line in range(1, 7)),
    ]
    shown.take([_hit("a", line) for line in range(1, 5)], same_query=False)
    assert len(shown.rows) == 2


def test_a_hit_is_found_again_and_else_the_best_of_its_article():
    shown = _shown(("a", 2), ("b", 4))
    assert shown.index_of(_hit("b", 2)) == 3
    assert shown.index_of(_hit("b", 4)) == 2
    assert shown.index_of(_hit("z", 1)) is None


def test_late_hits_of_an_article_that_is_gone_are_dropped():
    shown = _shown(("a", 1))
    shown.take_article("z", [_hit("z", 1)])
    shown.take_article("a", [])
    assert len(shown.rows) == 1
