import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.render.draw.columns import column_widths


@pytest.mark.parametrize(
    ("natural", "longest", "room", "widths"),
    [
        ([5, 8], [5, 8], 20, [5, 8]),
        ([5, 8], [5, 8], 13, [5, 8]),
        ([0, 3], [0, 3], 10, [1, 3]),
        ([4, 100], [4, 9], 54, [4, 50]),
        ([100, 100], [9, 9], 60, [30, 30]),
        ([40, 40, 40], [30, 30, 30], 30, None),
        ([9, 9], [9, 9], 5, None),
        ([0, 2], [0, 0], 2, None),
    ],
)
def test_column_widths(natural: list[int], longest: list[int], room: int, widths: list[int] | None) -> None:
    assert column_widths(natural, longest, room) == widths


def test_a_longer_text_gets_more_room_but_not_all() -> None:
    widths = column_widths([1000, 60], [8, 8], 80)
    assert widths is not None
    assert 55 <= widths[0] <= 68
    assert sum(widths) == 80


@given(
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), min_size=1, max_size=8), st.integers(1, 200)
)
@settings(max_examples=100)
def test_columns_never_take_more_than_there_is(columns: list[tuple[int, int]], room: int) -> None:
    natural = [max(pair) for pair in columns]
    longest = [min(pair) for pair in columns]
    widths = column_widths(natural, longest, room)
    if widths is None:
        return
    assert sum(widths) <= max(room, len(columns))
    assert all(1 <= width <= max(1, most) for width, most in zip(widths, natural, strict=True))
    if sum(natural) > room:
        assert sum(widths) == room
