"""Labels are found by some of their letters, the best first, whatever is typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.model.clean import fold
from dltui.ui.parts.fuzzy import FuzzyFinder, lit_letters

_TITLES = [
    "Gradient descent",
    "Stochastic gradient descent",
    "Vanishing gradients",
    "Grand designs",
    "Éducation and learning",
    "A guide to radiance",
    "straße 12",
]


def _found(text, labels=_TITLES, recent=()):
    *steps, last = FuzzyFinder(labels, recent).search(text)
    assert not any(step is not None for step in steps)
    return [labels[at] for at in last]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("grad", "Gradient descent"),
        ("desc grad", "Gradient descent"),
        ("van", "Vanishing gradients"),
        ("GRND", "Grand designs"),
        ("education", "Éducation and learning"),
        ("learn édu", "Éducation and learning"),
        ("strasse", "straße 12"),
        ("sgd", "Stochastic gradient descent"),
    ],
)
def test_the_best_comes_first(text, first):
    assert _found(text)[0] == first


def test_what_begins_a_word_is_better_than_what_stands_within_and_scattered_letters_come_last():
    labels = ["a bridge", "abridged", "bridge", "biggest ridge"]
    assert _found("bridge", labels) == ["bridge", "a bridge", "abridged", "biggest ridge"]


def test_every_word_is_needed_and_nothing_found_is_nothing():
    assert _found("gradient stochastic") == ["Stochastic gradient descent"]
    assert _found("gradient xyz") == []


def test_what_was_used_lately_comes_first_where_nothing_else_decides():
    assert _found("", recent=(3, 1))[:3] == [
        "Grand designs",
        "Stochastic gradient descent",
        "Gradient descent",
    ]
    assert _found("gr", ["grape", "grass", "grain"], recent=(2,))[0] == "grain"


def test_of_many_labels_the_best_come_back_in_steps():
    labels = [f"label {number}" for number in range(5000)]
    steps = list(FuzzyFinder(labels).search("label 4999"))
    assert labels[steps[-1][0]] == "label 4999"
    assert len(steps) > 5
    assert len(_found("label", labels)) == 200


@pytest.mark.parametrize(
    ("label", "text", "lit"),
    [
        ("Gradient descent", "desc", [9, 10, 11, 12]),
        ("A guide to radiance", "rad", [11, 12, 13]),
        ("Grand designs", "gd", [0, 4]),
        ("Grand designs", "gdn", [0, 6, 11]),
        ("abc", "", []),
        ("abc", "x", []),
        ("straße", "str", []),
        ("Été", "ete", [0, 1, 2]),
    ],
)
def test_the_letters_that_answer_are_lit(label, text, lit):
    assert lit_letters(label, text) == lit


_WORDS = st.text(alphabet="abcé ]^.*\\-[(", max_size=12)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=12), _WORDS)
def test_exactly_the_labels_with_all_letters_in_order_are_found(labels, text):
    def has(label):
        return all(_in_order(fold(label), term) for term in fold(text).split())

    *_, found = FuzzyFinder(labels).search(text)
    assert sorted(found) == [at for at, label in enumerate(labels) if has(label)]
    for at in found:
        lit = lit_letters(labels[at], text)
        assert lit == sorted(set(lit))
        assert all(
            fold(labels[at])[place] in fold(text) for place in lit if len(fold(labels[at])) == len(labels[at])
        )


def _in_order(label, term):
    letters = iter(label)
    return all(letter in letters for letter in term)
