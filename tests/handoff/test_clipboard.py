import base64
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dltui.handoff.clipboard import MAX_BYTES, clip, clipboard_sequence, hand_to_tmux
from dltui.model.clean import clean

URL = "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=62s"
URL_BASE64 = base64.b64encode(URL.encode())
PLAIN = b"\x1b]52;c;" + URL_BASE64 + b"\x07"
TMUX = {"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0"}
SCREEN = {"TERM": "screen.xterm-256color", "STY": "1.pts-0.host"}
BARE = {"TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        (BARE, PLAIN),
        ({**BARE, "SSH_TTY": "/dev/pts/0"}, PLAIN),
        (TMUX, b"\x1bPtmux;\x1b\x1b]52;c;" + URL_BASE64 + b"\x07\x1b\\"),
        ({"TERM": "tmux-256color"}, b"\x1bPtmux;\x1b\x1b]52;c;" + URL_BASE64 + b"\x07\x1b\\"),
        (SCREEN, b"\x1bP" + PLAIN + b"\x1b\\"),
        ({"TERM": "screen-256color"}, b"\x1bP" + PLAIN + b"\x1b\\" + PLAIN),
        ({"TERM": "dumb"}, b""),
        ({"TERM": "linux"}, b""),
        ({}, b""),
    ],
)
def test_the_bytes_for_a_url(environment, expected):
    assert clipboard_sequence(URL, environment) == expected


def unwrapped_by_screen(sequence):
    """What GNU screen hands on: the insides of its device control strings, each no longer than its buffer."""
    pieces = re.findall(rb"\x1bP(.*?)\x1b\\", sequence, re.DOTALL)
    assert b"".join(b"\x1bP" + piece + b"\x1b\\" for piece in pieces) == sequence
    assert all(len(piece) <= 250 for piece in pieces)
    return b"".join(pieces)


def unwrapped_by_tmux(sequence):
    assert sequence.startswith(b"\x1bPtmux;")
    assert sequence.endswith(b"\x1b\\")
    return sequence[7:-2].replace(b"\x1b\x1b", b"\x1b")


@given(st.text(max_size=2000))
def test_every_wrapping_carries_the_whole_text(text):
    plain = b"\x1b]52;c;" + base64.b64encode(clean(text).encode()) + b"\x07"
    assert clipboard_sequence(text, BARE) == plain
    assert unwrapped_by_tmux(clipboard_sequence(text, TMUX)) == plain
    assert unwrapped_by_screen(clipboard_sequence(text, SCREEN)) == plain


def test_a_long_text_stays_out_of_a_screen_that_would_show_its_end():
    sequence = clipboard_sequence("x" * 1000, {"TERM": "screen"})
    assert unwrapped_by_screen(sequence).endswith(b"\x07")


def test_the_longest_text():
    assert len(clipboard_sequence("x" * MAX_BYTES, BARE)) <= 100_000
    assert clipboard_sequence("x" * (MAX_BYTES + 1), BARE) == b""
    assert clipboard_sequence("é" * (MAX_BYTES // 2 + 1), BARE) == b""
    too_long = clip("x" * (MAX_BYTES + 1), TMUX, "quote")
    assert not too_long.sent
    assert too_long.message == "The quote is too long for a terminal's clipboard."


def test_what_is_pasted_holds_no_control_characters():
    taken = clip("rm -rf /\r\n\x1b[201~\x00\u202e", BARE)
    assert taken.text == "rm -rf /\n␛[201~␀"


def test_messages_say_sent_and_never_copied():
    taken = clip(URL, BARE)
    assert taken.message == "The URL was sent to your clipboard."
    assert taken.sent
    assert (taken.sequence, taken.argv) == (PLAIN, ())
    nowhere = clip(URL, {"TERM": "dumb"})
    assert not nowhere.sent
    assert "copied" not in taken.message + nowhere.message


def test_tmux_itself_is_asked_too(programs):
    folder = programs("tmux")
    taken = clip(URL, {**TMUX, "PATH": str(folder)})
    assert taken.argv == (str(folder / "tmux"), "load-buffer", "-w", "-")
    assert taken.sequence
    assert clip(URL, {**TMUX, "PATH": "/nowhere"}).argv == ()
    assert clip(URL, {"TERM": "tmux-256color", "PATH": str(folder)}).argv == ()  # tmux is at the other end
    assert clip(URL, {**SCREEN, "PATH": str(folder)}).argv == ()


def test_tmux_takes_the_text_on_its_standard_input(programs, tmp_path):
    record = tmp_path / "record"
    folder = programs("tmux", script='printf "%s\\n" "$@" > "$RECORD"; cat >> "$RECORD"')
    environment = {**TMUX, "PATH": f"{folder}:/usr/bin:/bin", "RECORD": str(record)}
    assert hand_to_tmux(clip(URL, environment), environment)
    assert record.read_text() == f"load-buffer\n-w\n-\n{URL}"


@pytest.mark.parametrize("script", ["exit 1", "echo unknown flag -w >&2; exit 1"])
def test_an_old_tmux_refuses_quietly(programs, capfd, script):
    folder = programs("tmux", script=script)
    environment = {**TMUX, "PATH": str(folder)}
    assert not hand_to_tmux(clip(URL, environment), environment)
    assert capfd.readouterr() == ("", "")


def test_without_tmux_nothing_is_run():
    calls = []
    assert not hand_to_tmux(clip(URL, BARE), BARE, lambda *call: calls.append(call) or True)
    assert calls == []


def test_a_tmux_that_is_gone_is_not_an_error(programs, tmp_path):
    folder = programs("tmux")
    environment = {**TMUX, "PATH": str(folder)}
    taken = clip(URL, environment)
    (folder / "tmux").unlink()
    assert not hand_to_tmux(taken, environment)
