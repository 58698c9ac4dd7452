"""What stands in the index's files comes back, and any damage is noticed."""

import random
import zlib
from array import array
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.errors import DamagedIndexError
from dltui.model.passage import PassageMoment
from dltui.search.disk.blocks import BlockReader, BlockWriter, inflated
from dltui.search.disk.lexicon import frequent_completions, write_completions, write_families
from dltui.search.disk.postings import (
    TOP_LEVEL,
    decode_map,
    decode_postings,
    encode_map,
    encode_postings,
    packed,
    unpacked,
)
from dltui.search.disk.record import decode_record, encode_record
from dltui.search.disk.sections import SectionReader, SectionWriter
from dltui.search.disk.table import Table, TableWriter


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file"


def _open(path: Path, data: bytes) -> SectionReader:
    path.write_bytes(data)
    return SectionReader(str(path))


class _Kept(BytesIO):
    """A file whose bytes outlive its closing."""

    data = b""

    def close(self) -> None:
        self.data = self.getvalue()
        super().close()


def _sections(**contents: bytes) -> bytes:
    file = _Kept()
    writer = SectionWriter(file)
    for name, data in contents.items():
        writer.write(data)
        writer.finish(name)
    writer.close()
    return file.data


def test_sections_come_back(file: Path) -> None:
    reader = _open(file, _sections(one=b"first", two=b"", three=array("I", [7]).tobytes()))
    assert [reader.section("one"), reader.section("two"), list(reader.numbers("three"))] == [
        b"first",
        b"",
        [7],
    ]
    reader.verify()


@given(cut=st.integers(0, 200), data=st.binary(min_size=1, max_size=50))
@settings(max_examples=60)
def test_a_file_cut_short_anywhere_is_noticed(tmp_path_factory, cut: int, data: bytes) -> None:
    whole = _sections(one=data, two=data)
    path = tmp_path_factory.mktemp("cut") / "file"
    with pytest.raises(DamagedIndexError):
        _open(path, whole[: cut % len(whole)])


@given(place=st.integers(0, 10_000), flip=st.integers(1, 255))
@settings(max_examples=80)
def test_any_changed_byte_is_noticed(tmp_path_factory, place: int, flip: int) -> None:
    data = bytearray(_sections(one=b"some content", two=bytes(range(100))))
    data[place % len(data)] ^= flip
    path = tmp_path_factory.mktemp("flip") / "file"
    with pytest.raises(DamagedIndexError):
        _open(path, bytes(data)).verify()


def test_a_missing_section_or_file_is_damage(file: Path, tmp_path: Path) -> None:
    with pytest.raises(DamagedIndexError):
        _open(file, _sections(one=b"x")).section("two")
    with pytest.raises(DamagedIndexError):
        SectionReader(str(tmp_path / "missing"))


KEYS = st.dictionaries(
    st.binary(min_size=1, max_size=12).map(lambda key: key.hex().encode()),
    st.integers(0, 10**9),
    max_size=400,
)


@given(KEYS)
@settings(max_examples=30)
def test_a_table_gives_every_value_and_range(tmp_path_factory, entries: dict[bytes, int]) -> None:
    kept = _Kept()
    sections = SectionWriter(kept)
    table = TableWriter(sections, "t")
    for key in sorted(entries):
        table.add(key, b"%d" % entries[key])
    table.close()
    sections.close()
    read = Table(_open(tmp_path_factory.mktemp("table") / "file", kept.data), "t")
    assert all(read.get(key) == b"%d" % value for key, value in entries.items())
    assert read.get(b"zz") is None
    for prefix in (b"", b"0", b"a1", b"ff0"):
        expected = sorted(key for key in entries if key.startswith(prefix))
        assert [key for key, _ in read.starting_with(prefix)] == expected


POSTINGS = st.dictionaries(st.integers(0, 60_000), st.integers(0, TOP_LEVEL), min_size=1, max_size=300)


@given(POSTINGS)
@settings(max_examples=60)
def test_postings_come_back_heaviest_first(postings: dict[int, int]) -> None:
    data = encode_postings(packed(passage, level) for passage, level in postings.items())
    levels = decode_postings(data)
    assert {passage: level for level, passages in levels for passage in passages} == postings
    assert [level for level, _ in levels] == sorted({*postings.values()}, reverse=True)
    assert all(list(passages) == sorted(passages) for _, passages in levels)


@given(POSTINGS, st.integers(0, 10_000), st.integers(1, 255))
@settings(max_examples=40)
def test_damaged_postings_are_noticed(postings: dict[int, int], place: int, flip: int) -> None:
    data = bytearray(encode_postings(packed(passage, level) for passage, level in postings.items()))
    data[place % len(data)] ^= flip
    with pytest.raises(DamagedIndexError):
        decode_postings(bytes(data))
    with pytest.raises(DamagedIndexError):
        decode_postings(b"")


def test_maps_come_back_and_their_damage_is_noticed() -> None:
    data = encode_map([packed(1, 0), packed(3, 15)], 5)
    assert list(decode_map(data)) == [0, 1, 0, 16, 0]
    with pytest.raises(DamagedIndexError):
        decode_map(data[:-1] + b"\x01")


@given(st.integers(0, 65_535), st.integers(0, TOP_LEVEL))
def test_a_posting_is_one_number(passage: int, level: int) -> None:
    assert unpacked(packed(passage, level)) == (passage, level)


def test_a_record_comes_back(passage) -> None:
    moments = (
        PassageMoment(3, 77, "1:17"),
        PassageMoment(9, 3700, "01:01:40"),
        PassageMoment(12, 5, "around 5"),
        PassageMoment(15, 62, "00:01:02", "-abcdefghij"),
    )
    item = passage("a.md", "text\nand “more” " * 40, heading="Part", line=7, moments=moments)
    line = encode_record(item)
    assert b"\n" not in line
    record = decode_record(line)
    assert (record.heading, record.line, record.text, record.moments) == (
        item.heading,
        item.line,
        item.text,
        item.moments,
    )


def _blocks(lines: Iterable[bytes]) -> bytes:
    kept = _Kept()
    sections = SectionWriter(kept)
    writer = BlockWriter(sections)
    for line in lines:
        writer.add(line)
    writer.close()
    sections.close()
    return kept.data


@given(
    st.lists(st.binary(max_size=60).map(lambda line: line.replace(b"\n", b"") * 40), min_size=1, max_size=150)
)
@settings(max_examples=30)
def test_lines_come_back_in_any_order(tmp_path_factory, lines: list[bytes]) -> None:
    read = BlockReader(_open(tmp_path_factory.mktemp("lines") / "file", _blocks(lines)), len(lines))
    places = range(len(lines) - 1, -1, -1)
    assert [read.line(place) for place in places] == lines[::-1]


def test_later_lines_are_pressed_by_the_first_ones(file: Path) -> None:
    words = [b"%d" % (at * at) for at in range(9000)]
    chance = random.Random(1)  # noqa: S311 - the same lines each time
    lines = [b" ".join(chance.sample(words, 200)) for _ in range(400)]
    lines += lines[:20]
    data = _blocks(lines)
    reader = BlockReader(_open(file, data), len(lines))
    assert len(data) - len(_blocks(lines[:400])) < sum(map(len, lines[400:])) / 8
    assert [reader.line(at) for at in range(len(lines))] == lines


def test_lines_that_are_not_there_are_damage(file: Path) -> None:
    data = _blocks([b"one"])
    with pytest.raises(DamagedIndexError):
        BlockReader(_open(file, data), 2)
    with pytest.raises(DamagedIndexError):
        inflated(zlib.compress(b"some text")[:-1])
    with pytest.raises(DamagedIndexError):
        inflated(zlib.compressobj(zdict=b"one").flush(), b"another")


def test_completions_and_families_come_back(file: Path) -> None:
    kept = _Kept()
    sections = SectionWriter(kept)
    words = [("net", 2), ("nets", 9), ("network", 30), ("networks", 20), ("no", 99), ("神经", 3)]
    write_completions(sections, words)
    write_families(sections, (word for word, _ in words))
    sections.close()
    reader = _open(file, kept.data)
    found = list(frequent_completions(Table(reader, "completions"), "net"))
    assert found == [("network", 30), ("networks", 20), ("nets", 9), ("net", 2)]
    assert Table(reader, "families").get(b"network") == b"network networks"
    assert Table(reader, "families").get(b"no") is None
