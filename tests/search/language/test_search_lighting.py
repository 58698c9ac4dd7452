"""What is lit by the terms of a hit: in a title, and by the pattern in an article."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dltui.search.language.lighting import lit_in, pattern_for

LIT = [
    ("Gradient descent and gradients", ("gradient",), ["Gradient", "gradients"]),
    ("The Café of ZÜRICH", ("cafe", "zurich"), ["Café", "ZÜRICH"]),
    ("C++ and C# and c", ("c++", "c#"), ["C++", "C#"]),
    ("A cat in a category", ("a", "ca"), ["A", "a"]),
    ("深层神经网络", ("神经",), ["神经"]),
    ("Обучение нейросетей", ("обучение",), ["Обучение"]),
    ("למידה עמוקה", ("עמוקה",), ["עמוקה"]),
    ("nothing here", (), []),
    ("", ("x",), []),
]


@pytest.mark.parametrize(("text", "terms", "lit"), LIT)
def test_the_words_of_a_title_are_lit(text, terms, lit):
    assert [text[match.start : match.end] for match in lit_in(text, terms)] == lit


@pytest.mark.parametrize(
    ("text", "terms", "lit"),
    [
        ("Gradients, a gradient; ungradiented", ("gradient",), ["Gradients", "gradient"]),
        ("C++, C# or a C.", ("c++", "c#"), ["C++", "C#"]),
        ("深层神经网络很好", ("网络",), ["网络"]),
        ("a cat", ("a",), ["a"]),
        ("(.*)", (".*",), [".*"]),
    ],
)
def test_the_pattern_finds_them_in_an_article(text, terms, lit):
    assert re.findall(pattern_for(terms), text, re.IGNORECASE) == lit


@given(st.text(max_size=60), st.lists(st.text(min_size=1, max_size=8), max_size=5))
def test_any_terms_light_ranges_of_any_text(text, terms):
    end = 0
    for match in lit_in(text, terms):
        assert end <= match.start < match.end <= len(text)
        end = match.end
    re.compile(pattern_for(terms))
