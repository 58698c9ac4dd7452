import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.library.times.clock_parts import clock_of, clocks_in
from dltui.model.timestamp import Stamp


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("00:41:00", [(0, 41, 0)]),
        ("9:05", [(9, 5)]),
        ("95:12", [(95, 12)]),
        ("1:2:3", [(1, 2, 3)]),
        ("123:45:06", [(123, 45, 6)]),
        ("01:00:17:51", [(1, 0, 17, 51)]),
        ("02:19:11]", [(2, 19, 11)]),
        ("HH:12:34", [(12, 34)]),
        ("0:00:00.413Z", [(0, 0, 0)]),
        ("00:15:11]-[00:15:24", [(0, 15, 11), (0, 15, 24)]),
        ("0:07:53-0:08:06", [(0, 7, 53), (0, 8, 6)]),
        ("413", [(413,)]),
        ("413s", [(413,)]),
        ("12.7", [(12,)]),
        ("https://youtu.be/abc?t=413", [(413,)]),
        ("https://www.youtube.com/watch?v=s3MuSOl1Rog&t=1h2m3s", [(3723,)]),
        ("#t=90", [(90,)]),
        ("HH:MM:SS", []),
        ("N/A", []),
        ("", []),
        ("https://youtu.be/XYZ", []),
        ("1234567", []),
        ("12:3456", []),
    ],
)
def test_tokens(text: str, parts: list[tuple[int, ...]]) -> None:
    assert [clock.parts for clock in clocks_in(text)] == parts


@pytest.mark.parametrize(
    ("text", "plain", "shifted"),
    [
        ("00:41:00", 2460, 41),
        ("09:10:57", 33057, 550),
        ("38:00", 2280, 2280),
        ("01:00:17:51", 3617, 60),
        ("00:34:69", 2040, 34),
        ("01:75:00", 8100, 135),
        ("413", 413, 413),
    ],
)
def test_both_readings(text: str, plain: int, shifted: int) -> None:
    (clock,) = clocks_in(text)
    assert (clock.plain, clock.shifted) == (plain, shifted)


@pytest.mark.parametrize(
    ("value", "label", "parts"),
    [
        ("00:01:02", "00:01:09", (0, 1, 2)),
        ("", "00:01:02", (0, 1, 2)),
        ("HH:MM:SS", "00:01:02", (0, 1, 2)),
        ("09:42:07", "00:09:42", (0, 9, 42)),
        ("09:42:07", "00:09:43", (9, 42, 7)),
    ],
)
def test_the_value_counts_unless_the_label_corrects_it(
    value: str, label: str, parts: tuple[int, ...]
) -> None:
    clock = clock_of(Stamp(value, label, 1))
    assert clock is not None
    assert clock.parts == parts


@pytest.mark.parametrize(
    ("text", "seconds"), [("3m10", 190), ("1h2m3s", 3723), ("2h", 7200), ("5m", 300), ("00h02m30", 150)]
)
def test_the_units_of_a_url(text: str, seconds: int) -> None:
    (clock,) = clocks_in(text)
    assert clock.plain == seconds


@settings(max_examples=40)
@given(st.text(max_size=60), st.text(alphabet="0123456789:[]-. hms", max_size=60))
def test_any_text_gives_small_numbers_or_nothing(value: str, label: str) -> None:
    clock = clock_of(Stamp(value, label, 1))
    if clock is not None:
        assert 0 <= clock.shifted <= clock.plain < 10**11
