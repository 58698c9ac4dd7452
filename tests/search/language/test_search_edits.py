"""How far apart two words are."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.search.language.edits import within_edits

APART = [
    ("wrng", "wrong", 2, 1),
    ("wrong", "wrong", 2, 0),
    ("recieve", "receive", 1, 1),
    ("abc", "cab", 2, 2),
    ("kitten", "sitting", 2, None),
    ("", "ab", 2, 2),
    ("ab", "abcd", 1, None),
]


@pytest.mark.parametrize(("word", "other", "most", "edits"), APART)
def test_how_far_apart(word: str, other: str, most: int, edits: int | None) -> None:
    assert within_edits(word, other, most) == edits
    assert within_edits(other, word, most) == edits


LETTERS = st.text("abc", max_size=6)


def _one_edit_away(word: str) -> set[str]:
    splits = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    near = {left + right[1:] for left, right in splits if right}
    near |= {left + letter + right[1:] for left, right in splits for letter in "abc" if right}
    near |= {left + letter + right for left, right in splits for letter in "abc"}
    near |= {left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1}
    return near - {word}


@given(LETTERS)
@settings(max_examples=60)
def test_every_single_edit_counts_one(word: str) -> None:
    assert all(within_edits(word, other, 2) == 1 for other in _one_edit_away(word))


@given(LETTERS, LETTERS)
@settings(max_examples=100)
def test_only_single_edits_count_one(word: str, other: str) -> None:
    assert (within_edits(word, other, 2) == 1) == (other in _one_edit_away(word))
    assert (within_edits(word, other, 0) == 0) == (word == other)


def test_a_smaller_limit_never_changes_the_number() -> None:
    words = ["neural", "nueral", "natural", "neutral", "nerual"]
    for word, other in pairwise(words):
        full = within_edits(word, other, 2)
        assert within_edits(word, other, 1) in {full, None}
