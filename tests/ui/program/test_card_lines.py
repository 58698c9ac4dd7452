"""What the card shows at any size: the URL whole on a line of its own, and the code where it fits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.handoff.moment_url import parse_moment_url
from dltui.model.video import watch_url
from dltui.ui.program.card_lines import URL_SPOT, CardContent, card_lines

URL = watch_url("s3MuSOl1Rog", 3052)
_CARD = CardContent(
    URL, "A lecture on learning", "50:52", "Your browser is at the other end of the SSH line."
)
_SENT = "The URL was sent to your clipboard."


def _shown(width: int, height: int, content: CardContent = _CARD) -> list[str]:
    return [line.text.strip() for line in card_lines(content, _SENT, width, height, dark=True)]


def test_at_80_columns_all_of_it_fits_a_terminal_of_24_rows() -> None:
    lines = _shown(80, 22)
    assert len(lines) <= 22
    assert lines[0] == "A lecture on learning  ▸ 50:52"
    assert lines.count(URL) == 1
    assert sum("▀" in line or "█" in line for line in lines) == 17
    assert lines[-2:] == [_CARD.reason, _SENT]


@pytest.mark.parametrize(("width", "height"), [(80, 20), (50, 18), (40, 40), (32, 40)])
def test_where_there_is_no_room_the_code_is_left_out_and_the_card_says_so(width: int, height: int) -> None:
    lines = _shown(width, height)
    has_code = any("█" in line for line in lines)
    assert has_code is (width >= 33 and height >= 22)
    assert has_code or "The window is too small for the QR code." in " ".join(lines)


@settings(max_examples=60, deadline=None)
@given(
    st.text("ABCabc019_-", min_size=11, max_size=11),
    st.none() | st.integers(0, 99_999),
    st.integers(36, 200),
    st.integers(5, 60),
)
def test_the_url_of_a_moment_is_whole_on_one_line_at_any_width(
    video: str, seconds: int | None, width: int, height: int
) -> None:
    url = watch_url(video, seconds)
    lines = card_lines(CardContent(url, "A title " * 9, "1:02"), _SENT, width, height, dark=False)
    [line] = [line for line in lines if any(span.spot == URL_SPOT for span in line.spans)]
    assert parse_moment_url(line.text.strip()) == parse_moment_url(url)
    assert line.text.strip() == url or len(url) > width
    assert all(line.width <= width for line in lines)


@given(st.integers(1, 120), st.integers(1, 60), st.integers(0, 300))
def test_any_window_and_any_url(width: int, height: int, length: int) -> None:
    url = "https://example.org/" + "x" * length
    lines = card_lines(CardContent(url, "Title", "", ""), "", width, height, dark=True)
    assert all(line.width <= width for line in lines)
    pieces = [line.text.strip() for line in lines if any(span.spot == URL_SPOT for span in line.spans)]
    assert "".join(pieces) == url
    said = " ".join(line.text.strip() for line in lines)
    assert ("longer than the window" in said) is (len(url) > width) or width < 40
