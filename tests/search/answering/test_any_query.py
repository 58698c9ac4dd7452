"""No text raises, whatever it is, and the answer is one that can be shown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.model.clean import is_clean
from dltui.search.index import SearchIndex
from tests.search.hostile_queries import CLASSICS, PIECES


def _check(garden: SearchIndex, text: str, *, typing: bool, budget: float | None) -> None:
    answer = garden.search(text, typing=typing, budget_seconds=budget)
    assert all(map(is_clean, (answer.query, answer.understood, answer.meaning, *answer.notes)))
    assert answer.suggestion is None or is_clean(answer.suggestion)
    for hit in answer.hits:
        assert is_clean(hit.snippet)
        assert "\n" not in hit.snippet
        assert all(0 <= match.start < match.end <= len(hit.snippet) for match in hit.matches)
    assert answer.total >= len(answer.hits) or answer.hits
    assert [hit.score for hit in answer.hits] == sorted((hit.score for hit in answer.hits), reverse=True)
    assert isinstance(garden.complete(text), tuple)


@pytest.mark.parametrize("text", CLASSICS)
def test_the_classics_are_answered(garden: SearchIndex, text: str) -> None:
    _check(garden, text, typing=True, budget=None)
    _check(garden, text, typing=False, budget=0.0)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=30), st.booleans())
@settings(max_examples=150)
def test_any_query_is_answered(garden: SearchIndex, text: str, typing: bool) -> None:
    _check(garden, text, typing=typing, budget=None)
    _check(garden, text, typing=typing, budget=0.0)


def test_an_answer_without_time_is_marked(garden: SearchIndex) -> None:
    answer = garden.search("sun want", typing=False, budget_seconds=0.0)
    assert not answer.exact
