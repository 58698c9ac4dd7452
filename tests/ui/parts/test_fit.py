"""Text cut and wrapped to cells."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from dltui.ui.parts.fit import fit, gap, wrap

_TEXT = st.text(st.sampled_from("ab 漢é🙂\u0301"), max_size=40)


@settings(max_examples=200, deadline=None)
@given(_TEXT, st.integers(0, 12), st.integers(1, 4))
def test_nothing_is_wider_than_its_room(text, width, lines):
    assert cell_len(fit(text, width)) <= width
    wrapped = wrap(text, width, lines)
    assert len(wrapped) <= lines
    # A line takes one character at least, also where none fits.
    assert all(cell_len(line) <= max(width, 2) for line in wrapped)


@pytest.mark.parametrize(
    ("text", "width", "lines", "wrapped"),
    [
        ("one two three", 7, 2, ["one two", "three"]),
        ("one two three four", 7, 2, ["one two", "three…"]),
        ("onetwothree", 6, 2, ["onetwo", "three"]),
        ("漢字漢字", 5, 2, ["漢字", "漢字"]),
        ("short", 20, 2, ["short"]),
        ("", 5, 2, [""]),
    ],
)
def test_words_stay_whole_where_they_can(text, width, lines, wrapped):
    assert wrap(text, width, lines) == wrapped


def test_a_gap_is_one_blank_at_least():
    assert (gap(3, 5), gap(9, 5)) == ("  ", " ")
