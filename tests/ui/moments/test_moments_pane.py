"""The moments beside the article: they follow it, and lead to it and to the video."""

from collections.abc import Callable

from dltui.ui.app import DltuiApp
from dltui.ui.moments.moment_list import MomentList
from dltui.ui.moments.strip_head import StripHead
from dltui.ui.program.url_card import UrlCard
from tests.ui.conftest import LECTURE, World, article, rows_shown, screen_of


def _list(app: DltuiApp) -> MomentList:
    return app.screen.query_one(MomentList)


async def test_the_moments_stand_in_the_order_of_the_video(world: World) -> None:
    app = world.app("lectures/vision.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("V")
        await pilot.pause()
        assert [row.time for row in _list(app).rows] == ["2:05", "≈9:10", "10:00", "10:30", "41:00", "N/A"]
        shown = "\n".join(rows_shown(app))
        assert "7 moments" in shown
        assert "×2" in shown
        assert "Edges once more" in shown


async def test_enter_goes_to_the_sentence_and_once_more_to_the_next_one(world: World) -> None:
    app = world.app("lectures/vision.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("V", "g", "g", "j", "j", "o")
        reader = screen_of(app).reader
        assert app.focused is _list(app)
        first = reader.selected_moment
        await pilot.press("enter")
        second = reader.selected_moment
        assert app.focused is reader
        assert first is not None
        assert second is not None
        assert first.seconds == second.seconds == 600
        assert first.stamp.line < second.stamp.line
        await pilot.press("H", "H")
        assert reader.selected_moment is None


async def test_the_pane_follows_the_article(world: World) -> None:
    app = world.app("lectures/vision.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("V", "tab", "2", *["right_square_bracket"] * 3)
        await pilot.pause()
        reader, rows = screen_of(app).reader, _list(app)
        assert reader.selected_moment is not None
        assert rows.current is not None
        assert rows.current.timestamp == reader.selected_moment
        await pilot.press("g", "h")
        await pilot.pause()
        assert rows.row_count == 0
        assert "No moments here" in "\n".join(rows_shown(app))


async def test_the_video_and_the_card_of_a_moment(world: World) -> None:
    app = world.app("lectures/vision.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("V", "G", "k", "v")
        while not world.opener.opened:
            await pilot.pause(0.01)
        assert world.opener.opened == [f"https://www.youtube.com/watch?v={LECTURE}&t=2460s"]
        await pilot.press("U")
        assert isinstance(app.screen, UrlCard)


async def test_flipping_the_doubtful_times_moves_them_in_the_list(world: World) -> None:
    app = world.app("lectures/vision.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("V", "2", "x")
        await pilot.pause()
        assert [row.seconds for row in _list(app).rows if row.seconds is not None][-1] == 33057


async def test_one_pane_at_a_time_and_the_tree_gives_way_on_a_narrow_screen(world: World) -> None:
    app = world.app("lectures/vision.md")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("O")
        await pilot.pause()
        screen = screen_of(app)
        assert screen.query_one("#outline").display
        await pilot.press("V")
        await pilot.pause()
        assert not screen.query_one("#outline").display
        assert not screen.query_one("#left").region.width
        assert screen.query_one(StripHead).region.width >= 28
        await pilot.press("V")
        await pilot.pause()
        assert app.focused is screen.reader
        assert screen.query_one("#left").region.width


async def test_on_a_tiny_screen_the_pane_makes_room_for_the_sentence(world: World) -> None:
    app = world.app("lectures/vision.md")
    async with app.run_test(size=(50, 20)) as pilot:
        await pilot.press("V")
        await pilot.pause()
        assert _list(app).region.width >= 49
        await pilot.press("enter")
        await pilot.pause()
        assert screen_of(app).reader.region.width == 50


async def test_a_range_is_drawn_as_long_as_it_lasts(world_of: Callable[..., World]) -> None:
    files = {"a.md": article("A", "Said [00:10:00-00:30:00]. The end [01:00:00].\n")}
    app = world_of(files).app("a.md")
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("V")
        await pilot.pause()
        [strip] = [row for row in rows_shown(app) if "▁" in row and "█" in row]
        drawn = [at for at, char in enumerate(strip[strip.index("▁") :].rstrip()) if char == "█"]
        cells = len(strip[strip.index("▁") :].rstrip())
        assert drawn[:-1] == list(range(drawn[0], drawn[-2] + 1))
        assert abs(len(drawn[:-1]) - cells / 3) <= 2
        assert drawn[-1] == cells - 1
