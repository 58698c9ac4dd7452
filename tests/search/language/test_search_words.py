"""What a text is found by."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.search.disk.stemming import stem
from dltui.search.language.words import (
    comparable,
    fold_word,
    index_words,
    is_unspaced,
    query_parts,
    tokens_of,
)

FOUND_BY = [
    ("Neural networks", ["neural", "networks"]),
    ("snake_case_name", ["snake", "case", "name"]),
    ("Schrödinger's CAFÉ", ["schrodinger", "s", "cafe"]),
    ("e\u0301tude", ["etude"]),
    ("ﬁne STRASSE straße", ["fine", "strasse", "strasse"]),
    ("3.14 and 10,000", ["3", "14", "and", "10", "000"]),
    ("x² ½ ４２", ["x2", "1⁄2", "42"]),
    ("C++ c# F#", ["c++", "c", "c#", "c", "f#", "f"]),
    ("a++b x#y #tag", ["a", "b", "x", "y", "tag"]),
    ("Ёлка и йод", ["елка", "и", "йод"]),
    ("α βᵢ Ω ϕ λ2 αβγδ", ["α", "alpha", "βi", "beta", "ω", "omega", "φ", "phi", "λ2", "lambda", "αβγδ"]),
    ("神经网络", ["神经", "经网", "网络", "络"]),
    ("GPT模型", ["gpt", "模型", "型"]),
    ("ガス", ["ガス", "ス"]),
    ("한국어", ["한국", "국어", "어"]),
    ("हिन्दी", ["हिनदी"]),
    ("الشَّبَكة", ["الشبكة"]),
    ("שָׁלוֹם", ["שלום"]),
    ("🙂 … — ***", []),
    ("\u0300 \u064b", []),
    ("x" * 100, ["x" * 64]),
]


@pytest.mark.parametrize(("text", "words"), FOUND_BY)
def test_what_a_text_is_found_by(text: str, words: list[str]) -> None:
    assert [word for token in tokens_of(text) for word in index_words(token)] == words


@given(st.text(max_size=40))
def test_words_are_folded_for_good_and_never_empty(text: str) -> None:
    for token in tokens_of(text):
        assert fold_word(fold_word(token)) == fold_word(token)
        assert all(word and not set(word) & set(" \t\n") for word in index_words(token))


@given(st.text("神经网络中国가나다ไทย日本語カナ", min_size=1, max_size=12))
def test_every_character_of_an_unspaced_script_begins_an_entry(run: str) -> None:
    entries = {entry for token in tokens_of(run) for entry in index_words(token)}
    for token in tokens_of(run):
        assert all(any(entry.startswith(char) for entry in entries) for char in fold_word(token))


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_a_text_compares_by_the_parts_its_words_are_asked_for_by(text: str) -> None:
    parts = [part for token in tokens_of(text) for part in query_parts(token)]
    assert comparable(text).split() == parts


@pytest.mark.parametrize(
    ("word", "expected"), [("神", True), ("ก", True), ("한", True), ("a", False), ("я", False), ("ا", False)]
)
def test_unspaced_scripts(word: str, expected: bool) -> None:
    assert is_unspaced(word) is expected


@pytest.mark.parametrize(
    ("words", "same"),
    [
        (("network", "networks", "networking"), True),
        (("нейронная", "нейронные"), True),
        (("الشبكة", "شبكة"), True),
        (("cat", "category"), False),
        (("2024", "2025"), False),
    ],
)
def test_families(words: tuple[str, ...], same: bool) -> None:
    assert (len({stem(word) for word in words}) == 1) is same


@given(st.text(max_size=12))
def test_any_word_has_a_stem(word: str) -> None:
    assert isinstance(stem(word), str)
