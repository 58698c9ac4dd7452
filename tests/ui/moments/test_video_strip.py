"""The strip equals what a slow and obvious computation gives."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.library.times.evidence import Evidence
from dltui.ui.moments.video_strip import cell_of, length_of, ruler, strip_counts, strip_spans


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 20_000), max_size=30), st.integers(1, 20_000), st.integers(1, 200))
def test_each_cell_counts_the_seconds_that_are_its_share(seconds, length, cells):
    slow = [0] * cells
    for one in seconds:
        for cell in range(cells):
            begins, ends = Fraction(cell * length, cells), Fraction((cell + 1) * length, cells)
            if begins <= one < ends or (cell == cells - 1 and one >= ends):
                slow[cell] += 1
    counts = strip_counts(seconds, length, cells)
    assert counts == slow
    assert all(counts[cell_of(one, length, cells)] for one in seconds)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 900), st.integers(0, 900), st.integers(1, 800), st.integers(1, 60))
def test_a_range_counts_once_in_every_cell_it_reaches(first, lasts, length, cells):
    last = first + lasts
    counts = strip_counts([first], length, cells, [(first, last)])
    assert counts == [
        int(cell_of(first, length, cells) <= cell <= cell_of(last, length, cells)) for cell in range(cells)
    ]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 9), max_size=60), st.sets(st.integers(0, 60)))
def test_a_strip_is_as_wide_as_its_cells_and_lights_only_what_is_said(counts, here):
    spans = strip_spans(counts, here, "quiet", "moment")
    drawn = "".join(span.text for span in spans)
    roles = [span.role for span in spans for _ in span.text]
    assert len(drawn) == len(counts)
    for cell, count in enumerate(counts):
        assert (drawn[cell] == "▁") == (count == 0)
        assert roles[cell] == ("quiet" if count else "rule") + ("+moment" if cell in here else "")
    if any(counts):
        assert drawn[counts.index(max(counts))] == "█"


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 90_000), st.integers(0, 200))
def test_a_ruler_fits_below_its_strip(length, cells):
    assert len(ruler(length, cells)) == cells


@pytest.mark.parametrize(
    ("seconds", "evidence", "length"),
    [
        ([10, 90], Evidence(), 90),
        ([], Evidence(), 1),
        ([10, 33_057], Evidence(ceiling=1000), 1000),
        ([10, 1950], Evidence(ceiling=1000), 1950),
        ([10, 90], Evidence(ceiling=1000, duration=3600), 3600),
    ],
)
def test_the_length_of_a_video_is_told_or_else_the_last_moment_that_can_be_right(seconds, evidence, length):
    assert length_of(seconds, evidence) == length
