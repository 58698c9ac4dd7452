"""Rows of moments equal what a slow and obvious computation gives."""

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.library.catalogue.timeline import SaidMoment
from dltui.model.article import Article
from dltui.model.timestamp import Moment, Reading, Stamp, Timestamp
from dltui.ui.moments.moment_rows import index_near, rows_of


def said(
    seconds=None, line=1, *, path="a.md", text="Said.", label="", end=None, reading=Reading.EXACT, heading=""
):
    reading = Reading.NONE if seconds is None else reading
    stamp = Stamp(label or str(seconds), label, line)
    timestamp = Timestamp(stamp, seconds, end, reading)
    return SaidMoment(Article(path, path), Moment(None, timestamp, text, heading, line))


_SECONDS = st.one_of(st.none(), st.integers(0, 30))
_SAID = st.builds(
    said,
    seconds=_SECONDS,
    line=st.integers(1, 5),
    path=st.sampled_from(["a.md", "b.md"]),
    text=st.sampled_from(["", "One.", "Two."]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_SAID, max_size=25))
def test_every_moment_is_in_one_row_and_the_rows_are_in_the_order_of_the_video(moments):
    rows = rows_of(moments)
    slow = defaultdict(list)
    for one in moments:
        slow[one.article.path, one.moment.timestamp.seconds].append(one.moment)
    assert sorted((row.article.path, str(row.seconds), len(row.moments)) for row in rows) == sorted(
        (path, str(seconds), len(group)) for (path, seconds), group in slow.items()
    )
    timed = [row.seconds for row in rows if row.seconds is not None]
    assert timed == sorted(timed)
    assert all(row.seconds is None for row in rows[len(timed) :])
    for row in rows:
        assert [moment.line for moment in row.moments] == sorted(moment.line for moment in row.moments)
        assert set(row.sentences) == {moment.text for moment in row.moments} - {""}


@settings(max_examples=100, deadline=None)
@given(st.lists(_SAID, min_size=1, max_size=12), st.integers(0, 40))
def test_the_nearest_row(moments, seconds):
    rows = rows_of(moments)
    timed = [abs(row.seconds - seconds) for row in rows if row.seconds is not None]
    found = rows[index_near(rows, seconds, "b.md")]
    if timed:
        assert abs(found.seconds - seconds) == min(timed)


@pytest.mark.parametrize(
    ("moment", "time"),
    [
        (said(550), "9:10"),
        (said(550, reading=Reading.INFERRED), "≈9:10"),
        (said(0, end=61), "0:00–1:01"),
        (said(3723), "1:02:03"),
        (said(None, label="N/A"), "N/A"),
    ],
)
def test_times_are_written_as_people_write_them(moment, time):
    assert rows_of([moment])[0].time == time


def test_a_row_is_inferred_only_if_all_of_it_is():
    plain, shifted = said(550, 1), said(550, 2, reading=Reading.INFERRED)
    assert rows_of([shifted])[0].is_inferred
    assert not rows_of([shifted, plain])[0].is_inferred


def test_one_walks_round_the_sentences_of_a_second():
    row = rows_of([said(5, 9, text="B"), said(5, 3, text="A")])[0]
    first, second = row.moments
    assert [first.line, second.line] == [3, 9]
    assert row.after(None) is first
    assert row.after(first.timestamp.stamp) is second
    assert row.after(second.timestamp.stamp) is first


def test_a_range_and_its_beginning_are_different_rows():
    assert [row.time for row in rows_of([said(5, end=9), said(5)])] == ["0:05", "0:05–0:09"]
