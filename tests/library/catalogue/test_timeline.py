"""What is said at a second, and near it, equals what a slow and obvious computation gives."""

from hypothesis import given
from hypothesis import strategies as st

from dltui.library.catalogue.timeline import SaidMoment, distance, said_at, said_near, timeline_of
from dltui.model.article import Article
from dltui.model.timestamp import Moment, Reading, Stamp, Timestamp


def said(
    seconds: int | None,
    end: int | None = None,
    *,
    path: str = "a.md",
    text: str = "Said.",
    line: int = 1,
    reading: Reading = Reading.EXACT,
) -> SaidMoment:
    timestamp = Timestamp(Stamp(str(seconds), "", line), seconds, end, reading)
    return SaidMoment(Article(path, path), Moment("s3MuSOl1Rog", timestamp, text, "", line))


_SAID = st.builds(
    said,
    st.integers(0, 60),
    st.none() | st.integers(61, 90),
    path=st.sampled_from(["a.md", "b.md", "c.md"]),
    text=st.sampled_from(["One.", "Two."]),
    line=st.integers(1, 9),
    reading=st.sampled_from([Reading.EXACT, Reading.INFERRED]),
)


def _slow_distance(one: SaidMoment, seconds: int) -> int:
    start = one.moment.timestamp.seconds or 0
    end = one.moment.timestamp.end_seconds
    return min(abs(second - seconds) for second in range(start, (start if end is None else end) + 1))


def test_a_range_holds_its_seconds() -> None:
    wide, exact, far = said(10, 20), said(15), said(40)
    assert [distance(wide, second) for second in (5, 10, 15, 20, 22)] == [5, 0, 0, 0, 2]
    assert said_at([far, wide, exact], 15) == (exact, wide, far)


@given(st.lists(_SAID, max_size=20), st.integers(0, 100), st.sampled_from(["", "b.md"]))
def test_the_nearest_come_first_and_each_sentence_once(
    moments: list[SaidMoment], seconds: int, first: str
) -> None:
    found = said_at(moments, seconds, first)
    keys = [(one.article.path, one.moment.timestamp.seconds, one.moment.text) for one in found]
    assert sorted(map(str, keys)) == sorted(
        {str((one.article.path, one.moment.timestamp.seconds, one.moment.text)) for one in moments}
    )
    ranks = [
        (
            _slow_distance(one, seconds),
            abs((one.moment.timestamp.seconds or 0) - seconds),
            one.article.path != first,
            one.moment.timestamp.reading is Reading.INFERRED,
        )
        for one in found
    ]
    assert ranks == sorted(ranks)


@given(st.lists(_SAID, max_size=20), st.integers(0, 100), st.integers(0, 30))
def test_what_is_near_is_all_that_begins_within(moments: list[SaidMoment], seconds: int, within: int) -> None:
    found = said_near(moments, seconds, within, but="c.md")
    slow = [
        one
        for one in moments
        if one.article.path != "c.md" and abs((one.moment.timestamp.seconds or 0) - seconds) <= within
    ]
    assert sorted(map(repr, found)) == sorted(map(repr, slow))


@given(st.lists(_SAID, max_size=20), st.lists(_SAID, max_size=5))
def test_a_timeline_is_in_the_order_of_the_video(first: list[SaidMoment], second: list[SaidMoment]) -> None:
    bodies = [(one.article, [one.moment, said(None).moment]) for one in (*first, *second)]
    timeline = timeline_of(bodies)
    assert len(timeline) == len(bodies)
    places = [(one.moment.timestamp.seconds, one.article.path, one.moment.line) for one in timeline]
    assert places == sorted(places)  # type: ignore[type-var]
