"""Rows of different heights: each is drawn whole, can be reached, and tells what is said there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.model.article import Article
from dltui.render.line import Line
from dltui.ui.app import DltuiApp
from dltui.ui.moments.moment_lines import TIME_SPOT, RowShape, row_lines, said_lines
from dltui.ui.moments.moment_list import MomentList
from dltui.ui.moments.moment_rows import rows_of
from dltui.ui.moments.video_page import marks_of
from tests.ui.conftest import LECTURE, World, article, rows_shown, stamp
from tests.ui.moments.test_moment_rows import said

_WORDS = st.lists(st.sampled_from(["a", "word", "longer", "extraordinarily", "言葉"]), max_size=40).map(
    " ".join
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=5), st.integers(4, 140), st.booleans())
def test_no_line_is_wider_than_the_list_and_each_sentence_has_its_share(
    texts: list[str], width: int, several: bool
) -> None:
    [row] = rows_of(said(61, line, text=text, heading="A heading") for line, text in enumerate(texts, 1))
    shape = RowShape(width, len(row.time))
    lines = said_lines(row, shape.text_width, 160)
    marks = marks_of([Article("a.md", "a.md")]) if several else {}
    drawn = row_lines(row, lines, shape, marks.get("a.md"), lit=True)
    assert all(line.width <= width for line in drawn[1:])
    assert len(drawn) == len(lines) + 2
    flat = "".join(lines).replace(" ", "")
    for sentence in row.sentences[: len(lines)]:
        assert sentence.replace(" ", "")[:2] in flat
    [time] = [span for span in drawn[0].spans if span.spot == TIME_SPOT]
    assert row.time.startswith(time.text.rstrip("…"))


def test_on_a_wide_list_the_times_stand_in_a_column_of_their_own() -> None:
    rows = rows_of([said(5, text="One."), said(3723, text="Two.")])
    shape = RowShape(90, 7)
    heads, texts = [], []
    for row in rows:
        lines = row_lines(row, said_lines(row, shape.text_width, 160), shape, None, lit=False)
        heads.append(lines[0].text)
        texts.append(lines[1].text)
    assert heads[0].index("0:05") + 4 == heads[1].index("1:02:03") + 7
    assert texts[0].index("One.") == texts[1].index("Two.") == heads[0].index("a.md")


def test_a_second_that_is_cited_several_times_says_so_and_a_guess_is_marked() -> None:
    [row] = rows_of([said(61, 1, text="One."), said(61, 2, text="One."), said(61, 3, text="Two.")])
    shape = RowShape(40, 4)
    lines = row_lines(row, said_lines(row, shape.text_width, 160), shape, None, lit=False)
    assert lines[0].text.rstrip().endswith("×3")
    assert [line.text.strip() for line in lines[1:]] == ["One.", "Two.", ""]
    assert lines[-1] == Line(())


_LONG = "It was said at length and in many words, as these things are, that nothing is ever said briefly"


@pytest.fixture
def library(world_of):  # type: ignore[no-untyped-def] -- see conftest
    sentences = "\n\n".join(
        f"## Part {number}\n\n{_LONG[: 20 + number * 7 % 70]} {stamp(f'00:{number:02}:00')}."
        for number in range(1, 40)
    )
    return world_of({"a.md": article("A", sentences)})


def _rows(app: DltuiApp) -> MomentList:
    return app.screen.query_one(MomentList)


def _is_whole(rows: MomentList) -> bool:
    top, bottom = rows.top_of(rows.cursor), rows.top_of(rows.cursor + 1)
    return rows.scroll_offset.y <= top and bottom <= rows.scroll_offset.y + rows.size.height


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 20)])
async def test_the_row_of_the_cursor_is_always_in_sight(library: World, size: tuple[int, int]) -> None:
    app = library.app("a.md")
    async with app.run_test(size=size) as pilot:
        await pilot.press("V")
        await pilot.pause()
        rows = _rows(app)
        seen = []
        for key in [*"jjjjdddGkkkuug", *"gGk", "pageup", "pageup", "pagedown", "home"]:
            await pilot.press(key)
            await pilot.pause()
            seen.append(rows.cursor)
            assert _is_whole(rows)
            assert f"{rows.cursor + 1}:00  Part {rows.cursor + 1}" in "\n".join(rows_shown(app))
        assert {0, 4, 38} <= set(seen)
        assert rows.virtual_size.height == rows.top_of(39)


async def test_a_click_goes_to_the_row_under_it(library: World) -> None:
    app = library.app("a.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("g", "v")
        await pilot.pause()
        rows = _rows(app)
        y = rows.top_of(3) + 1 - rows.scroll_offset.y
        await pilot.click(rows, offset=(20, y))
        await pilot.pause()
        assert app.screen.reader.selected_moment.seconds == 240  # type: ignore[attr-defined]


async def test_the_pane_follows_the_scrolling(library: World) -> None:
    app = library.app("a.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("V", "2")
        await pilot.pause()
        rows, reader = _rows(app), app.screen.reader  # type: ignore[attr-defined]
        for key in ["space", "j", "j", "j", "d", "G", "b", "g", "g"]:
            await pilot.press(key)
            await pilot.pause()
            in_sight = [timestamp.seconds for timestamp in reader.moments_in_sight()]
            assert [row.seconds for row in rows.lit_rows] == in_sight
            if in_sight:
                assert rows.current is not None
                assert rows.current.seconds == in_sight[0]
                assert _is_whole(rows)


def test_the_row_links_to_its_own_second(library: World) -> None:
    from dltui.ui.parts.painter import Painter

    services = library.services()
    rows = MomentList(Painter(services.themes.get("harbour-night")))
    from dltui.library.catalogue.timeline import SaidMoment

    loaded = services.shelf.load("a.md")
    rows.rows = rows_of(SaidMoment(loaded.article, moment) for moment in loaded.moments())
    assert rows.url_of(2) == f"https://www.youtube.com/watch?v={LECTURE}&t=180s"
