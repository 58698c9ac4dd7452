from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.errors import NotFoundError
from dltui.library.source import MOST_BYTES, decode, load_source


@pytest.mark.parametrize(
    ("data", "text", "codes"),
    [
        (b"", "", []),
        ("día ünd 中文".encode(), "día ünd 中文", []),
        (b"\xef\xbb\xbftitle", "title", []),
        ("día".encode("utf-16"), "día", ["not-utf8"]),
        (b"\xfe\xff" + "día".encode("utf-16-be"), "día", ["not-utf8"]),
        ("día 日本".encode("utf-32"), "día 日本", ["not-utf8"]),
        ("plain text".encode("utf-16-le"), "plain text", ["not-utf8"]),
        ("plain text".encode("utf-16-be"), "plain text", ["not-utf8"]),
        ("señor".encode("latin-1"), "señor", ["not-utf8"]),
        ("“smart”".encode("cp1252"), "“smart”", ["not-utf8"]),
        (
            "größer und schöner ".encode() * 20 + b"\xff end",
            "größer und schöner " * 20 + "� end",
            ["not-utf8"],
        ),
    ],
)
def test_encodings(data: bytes, text: str, codes: list[str]) -> None:
    source = decode(data)
    assert source.text == text
    assert [problem.code for problem in source.problems] == codes


@settings(max_examples=40)
@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_that_can_be_encoded(data: bytes) -> None:
    source = decode(data)
    assert isinstance(source.text, str)
    assert source.data == data


def test_a_huge_file_is_cut_at_a_line_and_reported(tmp_path: Path) -> None:
    place = tmp_path / "huge.md"
    with place.open("wb") as file:
        file.write(b"0123456789abcde\n" * (MOST_BYTES // 16 - 1) + b"a line across the border\n")
        file.truncate(50 * 1024 * 1024)  # a hole: the disk isn't filled
    source = load_source(place, "huge.md")
    assert len(source.data) == MOST_BYTES - 16
    assert source.text.endswith("abcde\n")
    assert [problem.code for problem in source.problems] == ["file-too-large"]


@pytest.mark.parametrize("name", ["gone.md", "folder", "with\0nul"])
def test_what_cant_be_read_is_not_found(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(NotFoundError):
        load_source(Path(f"{tmp_path}/{name}"), name)
