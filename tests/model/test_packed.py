"""Packed texts are the texts, whatever they hold."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dltui.model.packed import PackedTexts

_ANY = st.lists(st.text(alphabet=st.sampled_from("ab\n é語😀\ud800"), max_size=4), max_size=30)


@given(_ANY)
def test_they_come_back_as_they_were(texts):
    packed = PackedTexts(texts)
    assert len(packed) == len(texts)
    assert list(packed) == texts
    assert [packed[at] for at in range(len(texts))] == texts
    assert [packed[at - len(texts)] for at in range(len(texts))] == texts


@given(_ANY, st.slices(30))
def test_slices_are_those_of_a_list(texts, part):
    assert PackedTexts(texts)[part] == texts[part]


@given(_ANY, st.text(alphabet="ab\n", max_size=3), st.integers(0, 30))
def test_each_is_found_where_it_stands_first(texts, wanted, start):
    packed = PackedTexts(texts)
    assert (wanted in packed) == (wanted in texts)
    if wanted in texts[start:]:
        assert packed.index(wanted, start) == texts.index(wanted, start)
    else:
        with pytest.raises(ValueError, match=f"^{re.escape(wanted)}$"):
            packed.index(wanted, start)


def test_some_are_added_later():
    packed = PackedTexts(["a"])
    packed.extend(["", "b"])
    packed.extend([])
    assert list(packed) == ["a", "", "b"]


def test_many_are_walked_through_in_parts():
    texts = [f"title {number}" for number in range(2500)]
    assert list(PackedTexts(texts)) == texts


def test_there_is_nothing_behind_the_end():
    with pytest.raises(IndexError):
        PackedTexts(["a"])[1]
    with pytest.raises(IndexError):
        PackedTexts(["a"])[-2]
