import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.library.file_name import category_of, file_path, path_text, readable_stem, stem_of


@settings(max_examples=40)
@given(st.binary(min_size=1, max_size=40).filter(lambda name: b"\0" not in name))
def test_a_name_of_any_bytes_survives_and_can_be_stored(name: bytes) -> None:
    found = os.fsdecode(name)
    text = path_text(found)
    text.encode("utf-8")
    assert os.fsencode(file_path(text)) == name


@pytest.mark.parametrize(
    ("stem", "title"),
    [
        ("deep_learning", "Deep learning"),
        ("  a__b ", "A b"),
        ("___", "___"),
        ("ein_Überblick", "Ein Überblick"),
        ("iPhone_tips", "iPhone tips"),
        ("v0.13.30", "v0.13.30"),
    ],
)
def test_a_stem_becomes_a_title(stem: str, title: str) -> None:
    assert readable_stem(stem) == title


@pytest.mark.parametrize(
    ("path", "category", "stem"),
    [
        ("a.md", "", "a"),
        ("x/y/a.b.md", "x/y", "a.b"),
        ("x/a", "x", "a"),
        ("x/.md", "x", ".md"),
    ],
)
def test_a_path_has_a_category_and_a_stem(path: str, category: str, stem: str) -> None:
    assert (category_of(path), stem_of(path)) == (category, stem)
