import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from dltui.handoff.qr import qr_code, qr_lines
from dltui.model.video import watch_url

URL = watch_url("dQw4w9WgXcQ", 12345)
LIT = {" ": (False, False), "▀": (True, False), "▄": (False, True), "█": (True, True)}


def photograph(lines, *, dark):
    """What a camera sees: cells twice as high as wide, lit halves in the theme's foreground, eight pixels a module."""
    lit, unlit = (255, 0) if dark else (0, 255)
    rows = [[lit if LIT[cell][half] else unlit for cell in line] for line in lines for half in (0, 1)]
    margin = [unlit] * (len(rows[0]) + 16)
    framed = [margin] * 8 + [[unlit] * 8 + row + [unlit] * 8 for row in rows] + [margin] * 8
    pixels = b"".join(bytes(value for value in row for _ in range(8)) * 8 for row in framed)
    return memoryview(pixels).cast("B", shape=[len(framed) * 8, len(framed[0]) * 8])


def decoded(lines, *, dark):
    found = zxingcpp.read_barcode(photograph(lines, dark=dark), try_invert=False)
    return found.text if found else None


@pytest.mark.parametrize("dark", [True, False])
@pytest.mark.parametrize(
    "url",
    [URL, watch_url("-_-_-_-_-_-"), "https://example.org/" + "x" * 150, "https://example.org/%C3%A9?q=1#2"],
)
def test_what_is_drawn_reads_back(url, dark):
    assert decoded(qr_lines(url, dark=dark), dark=dark) == url


def test_drawn_for_the_wrong_theme_it_would_not():
    assert decoded(qr_lines(URL, dark=True), dark=False) is None


@settings(max_examples=15)
@given(st.text("ABCXYZabcxyz0189_-", min_size=11, max_size=11), st.integers(0, 99_999), st.booleans())
def test_every_moment_has_the_size_that_fits_a_small_terminal(video, seconds, dark):
    url = watch_url(video, seconds)
    lines = qr_lines(url, dark=dark)
    assert (cell_len(lines[0]), len(lines)) == (33, 17)
    assert decoded(lines, dark=dark) == url


@pytest.mark.parametrize("length", [1, 60, 200, 900, 2900])
def test_the_size_is_known_before_it_is_drawn(length):
    code = qr_code("x" * length)
    for dark in (True, False):
        lines = code.lines(dark=dark)
        assert len(lines) == code.height
        assert {cell_len(line) for line in lines} == {code.width}


@pytest.mark.parametrize("dark", [True, False])
def test_the_quiet_zone_looks_light(dark):
    lines = qr_lines(URL, dark=dark)
    light = "█" if dark else " "
    assert set(lines[0]) == {light}
    assert all(line[:2] == line[-2:] == light * 2 for line in lines)
    assert set(lines[-1]) == {light}


def test_a_url_too_long_for_any_code():
    assert qr_code("x" * 3000) is None
    assert qr_lines("x" * 3000) == ()
