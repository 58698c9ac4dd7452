from itertools import chain

import pytest
from rich._unicode_data import load
from rich.cells import cell_len, get_character_cell_size

from dltui.render.text.cells import NARROW_RANGES, cells, is_narrow, reach

VERSIONS = ("4.1.0", "9.0.0", "13.0.0", "latest")


@pytest.mark.parametrize("version", VERSIONS)
def test_narrow_characters_are_one_cell_wide_in_every_unicode(version: str) -> None:
    codes = chain.from_iterable(range(ord(first), ord(last) + 1) for first, last in NARROW_RANGES)
    assert [hex(code) for code in codes if get_character_cell_size(chr(code), version) != 1] == []


def test_narrow_text_holds_nothing_that_changes_the_width_of_another() -> None:
    assert not is_narrow("\u200d")
    assert not is_narrow("\ufe0f")
    assert load("latest").narrow_to_wide


@pytest.mark.parametrize(
    ("text", "narrow"),
    [
        ("plain", True),
        ("“café” — naïve…", True),
        ("שלום", True),
        ("中文", False),
        ("e\u0301", False),
        ("❤\ufe0f", False),
    ],
)
def test_is_narrow(text: str, narrow: bool) -> None:
    assert is_narrow(text) is narrow
    if narrow:
        assert cell_len(text) == len(text) == cells(text)


@pytest.mark.parametrize(
    ("text", "width", "fits"),
    [
        ("abcdef", 3, "abc"),
        ("abc", 3, "abc"),
        ("abc", 0, "a"),
        ("abc", 9, "abc"),
        ("中文字", 4, "中文"),
        ("中文字", 5, "中文"),
        ("中", 1, "中"),
        ("中中", 1, "中"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301"),
        ("a❤\ufe0fb", 2, "a"),
        ("a❤\ufe0fb", 3, "a❤\ufe0f"),
        ("👩\u200d👩\u200d👧x", 2, "👩\u200d👩\u200d👧"),
        ("🇩🇪🇫🇷", 3, "🇩🇪"),
        ("a" + "\u0301" * 500 + "b", 1, "a" + "\u0301" * 500),
    ],
)
def test_reach_ends_between_characters(text: str, width: int, fits: str) -> None:
    assert text[: reach(text, 0, len(text), width).limit] == fits


def test_reach_starts_anywhere() -> None:
    text = "中文abc中文"
    assert text[2 : reach(text, 2, len(text), 5).limit] == "abc中"
    assert text[2 : reach(text, 2, 4, 5).limit] == "ab"
