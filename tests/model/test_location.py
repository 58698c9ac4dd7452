"""History: the current place is always valid."""

from hypothesis import given
from hypothesis import strategies as st

from dltui.model.location import History, Location


def test_back_and_forward_walk_what_was_visited():
    history = History()
    for name in "abc":
        history.visit(Location(name))
    assert history.back() == Location("b")
    assert history.back() == Location("a")
    assert history.back() is None
    assert history.forward() == Location("b")
    history.visit(Location("d"))
    assert not history.can_go_forward
    assert history.back() == Location("b")


def test_coming_back_finds_the_place_that_was_left():
    history = History()
    history.visit(Location("a"))
    history.update(Location("a", line=40, offset=12))
    history.visit(Location("b"))
    assert history.back() == Location("a", line=40, offset=12)


def test_an_update_for_another_article_changes_nothing():
    history = History()
    history.visit(Location("a"))
    history.update(Location("b", line=3))
    assert history.current == Location("a")


_STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("visit"), st.sampled_from("abc")),
        st.tuples(st.sampled_from(["back", "forward", "update"]), st.sampled_from("abc")),
    )
)


@given(_STEPS, st.integers(1, 5))
def test_the_current_place_is_valid_whatever_is_done(steps, limit):
    history = History(limit)
    visited = set()
    for what, name in steps:
        if what == "visit":
            history.visit(Location(name))
            visited.add(name)
        elif what == "update":
            history.update(Location(name, line=1))
        else:
            getattr(history, what)()
        assert (history.current is None) == (not visited)
        assert history.current is None or history.current.path in visited
        assert len(history._places) <= limit
