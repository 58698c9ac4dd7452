"""The three panes: they come up, give each other the focus and the room, and remember where one was."""

import pytest

from dltui.model.location import Location
from dltui.ui.parts.key_bar import KeyBar
from tests.ui.conftest import World, rows_shown, screen_of, until


async def test_tree_article_and_search_bar_come_up(garden: World) -> None:
    app = garden.app(notices=("The cache can't be used.",))
    async with app.run_test(size=(120, 40)):
        rows = rows_shown(app)
        assert "library · 7" in rows[0]
        assert "Search 7 articles" in rows[0]
        assert [" ".join(row[:31].split()) for row in rows[1:4]] == ["▸ soil 2", "▸ trees 4", "● Garden"]
        assert "A garden of roots and two pages." in "\n".join(rows)
        assert "The cache can't be used." in rows[-1]
        assert app.focused is screen_of(app).reader


async def test_numbers_and_tab_lead_to_the_panes_and_the_last_line_tells_their_keys(garden: World) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        await pilot.press("1")
        assert app.focused is screen.category_tree
        assert "Fold" in rows_shown(app)[-1]
        await pilot.press("2")
        assert app.focused is screen.reader
        assert "Video" in rows_shown(app)[-1]
        await pilot.press("3")
        assert app.focused is screen.panel.bar
        await pilot.press("escape", "tab")
        assert app.focused is not screen.reader


async def test_keys_of_a_video_are_named_only_where_there_is_one(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(120, 40)) as pilot:
        assert "Video" not in rows_shown(app)[-1]
        await pilot.press("v")
        assert "This article names no video." in rows_shown(app)[-1]
        screen_of(app).open(Location("trees/willow.md"))
        screen_of(app).query_one(KeyBar).notice = ""
        await pilot.pause()
        assert "v Video  ] Moment" in rows_shown(app)[-1]


async def test_the_way_back_leads_to_the_same_place(garden: World) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=(80, 12)) as pilot:
        screen = screen_of(app)
        await pilot.pause(0.3)  # the bar beside the text has come, and all heights are known
        await pilot.press("G")
        top = screen.reader.top
        assert top
        await pilot.press("g", "h")
        assert screen.journey.path == "index.md"
        await pilot.press("H")
        await until(pilot, lambda: screen.reader.progress is not None)
        assert (screen.journey.path, screen.reader.top) == ("trees/willow.md", top)
        await pilot.press("L", "L")
        assert screen.journey.path == "index.md"
        assert "There is nothing ahead." in rows_shown(app)[-1]


async def test_the_tree_gives_way_and_comes_back(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("1", "backslash")
        assert not screen.tree_pane.region.width
        assert app.focused is screen.reader
        await pilot.press("1")
        assert screen.tree_pane.region.width
        await pilot.resize_terminal(50, 20)
        await pilot.press("2")
        assert not screen.tree_pane.region.width
        await pilot.press("backslash")
        assert screen.tree_pane.region.width == 50
        assert app.focused is screen.category_tree
        await pilot.press("backslash")
        assert not screen.tree_pane.region.width


async def test_leaving_remembers_the_place(garden: World) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.press("G")
        await pilot.press("q")
    place = app.services.state.location(str(garden.library.root))
    assert place is not None
    assert place.path == "trees/willow.md"
    assert place.line > 1


async def test_it_starts_where_it_is_asked_to(garden: World) -> None:
    app = garden.app(start="trees/birch.md")
    async with app.run_test(size=(80, 24)):
        assert screen_of(app).reader.location == Location("trees/birch.md")


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (300, 100)])
async def test_any_size_is_drawn(garden: World, size: tuple[int, int]) -> None:
    app = garden.app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("j", "1", "2", "O", "V", "t", "escape", "question_mark", "escape")
        assert len(rows_shown(app)) == size[1]


async def test_a_notice_goes_away(garden: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dltui.ui.screen.panes_screen._NOTICE_SECONDS", 0.05)
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen_of(app).tell("For a moment.")
        assert app.screen.query_one(KeyBar).notice == "For a moment."
        await until(pilot, lambda: not app.screen.query_one(KeyBar).notice)


async def test_any_article_but_the_one_that_is_open(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        paths = set()
        for _ in range(5):
            before = screen_of(app).journey.path
            await pilot.press("R")
            await until(pilot, lambda before=before: screen_of(app).journey.path != before)
            paths.add(screen_of(app).journey.path)
        assert all(garden.library.has(path) for path in paths)


async def test_on_a_narrow_screen_the_tree_and_the_side_pane_take_turns(garden: World) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("O")
        assert (screen.side.display, screen.tree_pane.region.width) == (True, 0)
        await pilot.press("1")
        await until(pilot, lambda: screen.tree_pane.region.width)
        assert not screen.side.display
        await pilot.press("V")
        await until(pilot, lambda: not screen.tree_pane.region.width)
        assert screen.side.display
        await pilot.press("backslash")
        await until(pilot, lambda: screen.tree_pane.region.width)
        assert not screen.side.display


async def test_a_tiny_screen_shows_the_pane_that_has_the_focus(garden: World) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=(50, 20)) as pilot:
        screen = screen_of(app)
        for way_there, way_back in (
            ("1", "2"),
            ("1", "enter"),
            ("O", "enter"),
            ("V", "2"),
            ("1", "s"),
            ("O", "s"),
        ):
            await pilot.press(way_there)
            await until(pilot, lambda: 50 in (screen.tree_pane.region.width, screen.side.region.width))
            await pilot.press(way_back)
            await until(pilot, lambda: not screen.tree_pane.region.width and not screen.side.display)
            assert screen.reader.region.width == 50
            await pilot.press("escape")
