"""Nothing that a terminal could obey survives cleaning, and nothing readable is lost."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dltui.model.clean import clean, clean_line, fold, is_clean, normalised

_ANY = st.text(st.characters(codec=None, categories=None, exclude_categories=()), max_size=60)
_BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a\x1b]0;title\x07b", "a␛]0;title␇b"),
        ("\x9b31m", "�31m"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("\ufeffstart", "start"),
        ("a\u202eb\u2066c", "abc"),
        ("\x7f\x00", "␡␀"),
        ("tab\tstays", "tab\tstays"),
        ("\ud800", "�"),
        ("عربي 日本語 é", "عربي 日本語 é"),
    ],
)
def test_clean(written, shown):
    assert clean(written) == shown


@given(_ANY)
def test_what_is_clean_holds_no_control(text):
    cleaned = clean(text)
    controls = {char for char in cleaned if unicodedata.category(char) in {"Cc", "Cs"}}
    assert controls <= {"\t", "\n"}
    assert not _BIDI & set(cleaned)
    assert is_clean(cleaned)
    assert clean(cleaned) == cleaned


@given(_ANY)
def test_a_clean_line_is_one_line(text):
    assert clean_line(text) == clean_line(text).strip()
    assert "\n" not in clean_line(text)


@given(st.text(st.characters(categories=["L", "N", "P", "Zs", "S"]), max_size=60))
def test_readable_text_stays_as_it_is(text):
    assert clean(text) == text


def test_spellings_of_one_name_agree():
    assert normalised("Self-Driving Cars") == normalised("selfdriving_cars")
    assert fold("Éléphant") == "elephant"


@given(st.text(st.characters(max_codepoint=127), max_size=30))
def test_the_quick_way_for_plain_letters_gives_the_same_key(text):
    assert normalised(text) == normalised(f"{text}é").removesuffix("e")
