"""Marks in ASCII, and what stands for letters that an encoding lacks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from dltui.render.marks import IN_ASCII, in_ascii, lookalike


def test_a_mark_is_as_wide_in_ascii() -> None:
    assert {cell_len(chr(mark)) for mark in IN_ASCII} == {1}
    assert {len(plain) for plain in IN_ASCII.values()} == {1}
    assert in_ascii("★ Été ▸ 1:02–1:05 ×2") == "* Été > 1:02-1:05 x2"


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Été", "Ete"),
        ("“so” → │", '"so" > |'),
        ("漢字", "????"),
        ("✦\ufe0e!", "?!"),
        ("½", "?"),
        ("no\xa0time", "no time"),
        ("Straße", "Stra?e"),
    ],
)
def test_a_lookalike(text: str, drawn: str) -> None:
    assert "".join(char if char.isascii() else lookalike(char) for char in text) == drawn


@given(st.characters(codec="utf-8"))
def test_what_stands_for_a_letter_is_ascii_and_takes_its_cells(char: str) -> None:
    drawn = lookalike(char)
    assert drawn.isascii()
    assert len(drawn) == cell_len(char)
