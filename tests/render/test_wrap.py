import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.render.text.cells import cells
from dltui.render.text.wrap import wrap, wrap_balanced

CASES = [
    ("fits", "one two", 7, ["one two"]),
    ("nothing", "", 5, [""]),
    ("cuts at spaces", "one two three", 8, ["one two", "three"]),
    ("a space that hangs over", "one two", 3, ["one", "two"]),
    ("several spaces", "one    two", 5, ["one", "two"]),
    ("newlines start rows", "a\n\nb", 5, ["a", "", "b"]),
    ("a word in halves", "abcdefgh", 3, ["abc", "def", "gh"]),
    ("punctuation stays with its word", "a word, then", 6, ["a", "word,", "then"]),
    ("French punctuation stays", "quoi donc ?", 9, ["quoi", "donc ?"]),
    ("a dash ends a row", "one two — three", 9, ["one two —", "three"]),
    ("not the only space", "abcdef ?", 6, ["abcdef", "?"]),
    ("no break", "a\u00a0b c", 3, ["a\u00a0b", "c"]),
    ("a hyphen, where a gap would gape", "a self-governing-body", 16, ["a self-", "governing-body"]),
    ("not for a small gap", "some words are well-known", 19, ["some words are", "well-known"]),
    ("a slash between words", "x and/or/otherwise", 9, ["x and/or/", "otherwise"]),
    (
        "an address goes to its own row",
        "see https://example.com/ab now",
        22,
        ["see", "https://example.com/ab", "now"],
    ),
    (
        "a long address is cut after a mark",
        "https://example.com/path?query=value",
        24,
        ["https://example.com/", "path?query=value"],
    ),
    ("ideographs", "中文字符测试", 5, ["中文", "字符", "测试"]),
    ("no full stop at the start", "中文字。符号", 6, ["中文", "字。符", "号"]),
    ("no opening bracket at the end", "中文「字」", 6, ["中文", "「字」"]),
    ("ideographs among words", "a word 中文字符", 10, ["a word 中", "文字符"]),
    ("Korean at spaces", "한국어 문장입니다", 12, ["한국어", "문장입니다"]),
    ("a zero-width space", "abc\u200bdef", 4, ["abc\u200b", "def"]),
    ("too wide for the row", "中中", 1, ["中", "中"]),
]


@pytest.mark.parametrize(
    ("text", "width", "rows"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_wrap(text: str, width: int, rows: list[str]) -> None:
    assert [text[start:end] for start, end in wrap(text, width)] == rows


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("one two three four", 14, ["one two", "three four"]),
        ("one two", 14, ["one two"]),
        ("a\nlonger one", 14, ["a", "longer one"]),
        ("abcdefghijklmnopqrst", 14, ["abcdefghijklmn", "opqrst"]),
    ],
)
def test_wrap_balanced(text: str, width: int, rows: list[str]) -> None:
    assert [text[start:end] for start, end in wrap_balanced(text, width)] == rows


TEXTS = st.text(st.sampled_from("abc,.-/ \n\u00a0中文。「é\u0301👍🏽👩❤\ufe0f🇩🇪한글!»العبد"), max_size=120)


@given(TEXTS, st.integers(2, 40))
@settings(max_examples=150)
def test_rows_fit_and_keep_every_character(text: str, width: int) -> None:
    for cut in (wrap, wrap_balanced):
        rows = [text[start:end] for start, end in cut(text, width)]
        assert all(cells(row) <= width for row in rows)
        assert re.sub("[ \n]", "", "".join(rows)) == re.sub("[ \n]", "", text)
        assert not any("\n" in row for row in rows)


def test_time_grows_with_the_text_alone() -> None:
    text = "word’s — " * 20_000
    assert len(wrap(text, 60)) == pytest.approx(len(text) / 58, rel=0.1)
    assert len(wrap("a" + "\u0301" * 50_000, 60)) == 1
    assert len(wrap("x" * 50_000, 50)) == 1000
