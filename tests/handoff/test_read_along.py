import pytest
from hypothesis import given
from hypothesis import strategies as st

from dltui.handoff.read_along import LINGER_SECONDS, ReadAlong
from dltui.model.timestamp import Moment, Stamp, Timestamp


def moment(seconds, end=None):
    return Moment("dQw4w9WgXcQ", Timestamp(Stamp("", "", 1), seconds, end), "", "", 1)


MOMENTS = [moment(100), moment(30), moment(None), moment(100), moment(200, 205), moment(90)]


@pytest.mark.parametrize(
    ("seconds", "index"),
    [
        (0, None),
        (29.9, None),
        (30, 1),
        (89.9, 1),
        (90, 5),
        (99.99, 5),
        (100, 0),
        (159, 0),
        (160, None),
        (200, 4),
        (204.9, 4),
        (205, None),
    ],
)
def test_which_moment_is_being_said(seconds, index):
    assert ReadAlong(MOMENTS).index_at(seconds) == index


def test_nothing_is_said_without_times():
    assert ReadAlong([]).index_at(5) is None
    assert ReadAlong([moment(None)]).index_at(5) is None


@given(st.lists(st.integers(0, 500) | st.none(), max_size=12), st.floats(0, 600))
def test_it_is_the_last_one_begun(starts, now):
    index = ReadAlong([moment(start) for start in starts]).index_at(now)
    begun = [start for start in starts if start is not None and start <= now]
    if begun and now < max(begun) + LINGER_SECONDS:
        assert index == starts.index(max(begun))
    else:
        assert index is None
