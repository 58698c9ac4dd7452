import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dltui.handoff.mpv_message import (
    MAX_LINE,
    Event,
    LineSplitter,
    Reply,
    encode_request,
    parse_message,
    seconds_of,
)


@given(st.integers(1, 10**9), st.lists(st.text(), max_size=4))
def test_a_request_is_one_line_of_json(number, words):
    line = encode_request(number, ["command", *words])
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert json.loads(line)["request_id"] == number
    assert b"\\ud8" not in line  # mpv takes no surrogate pairs


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"request_id":3,"error":"success","data":1.5}', (3, Reply("success", 1.5))),
        (b'{"request_id":3,"error":"property unavailable"}', (3, Reply("property unavailable"))),
        (b'{"event":"end-file","reason":"eof"}', Event("end-file", "eof")),
        (b'{"event":"seek"}', Event("seek")),
        (b'{"event":"end-file","reason":["x"]}', Event("end-file", "['x']")),
        (b'{"event":3}', None),
        (b'{"request_id":"3","error":"success"}', None),
        (b'{"request_id":3,"error":0}', None),
        (b"{}", None),
        (b"[]", None),
        (b"null", None),
        (b"", None),
        (b"\xff\xfe\x00garbage", None),
        (b"[" * 100_000, None),
        (b'{"request_id":' + b"9" * 6000 + b',"error":"success"}', None),
    ],
)
def test_messages(line, message):
    assert parse_message(line) == message


@given(st.binary())
def test_any_bytes_are_a_message_or_nothing(line):
    parse_message(line)


@pytest.mark.parametrize(
    ("data", "seconds"),
    [
        (12.5, 12.5),
        (0, 0.0),
        (-0.02, 0.0),
        (True, None),
        ("12", None),
        (None, None),
        (float("nan"), None),
        (float("inf"), None),
        (10**400, None),
        ([1], None),
    ],
)
def test_positions(data, seconds):
    assert seconds_of(data) == seconds


@given(st.lists(st.binary(max_size=20)))
def test_lines_are_cut_wherever_the_stream_is(pieces):
    splitter = LineSplitter()
    found = [line for piece in pieces for line in splitter.feed(piece)]
    *lines, _ = b"".join(pieces).split(b"\n")
    assert found == [line for line in lines if line]


def test_a_line_without_an_end_is_not_kept():
    splitter = LineSplitter()
    for _ in range(20):
        assert splitter.feed(b"x" * (MAX_LINE // 4)) == []
        assert len(splitter._rest) <= MAX_LINE
    assert splitter.feed(b"tail\n{}\n") == [b"{}"]
    assert splitter.feed(b"y" * (MAX_LINE + 1) + b"\nnext\n") == [b"next"]
