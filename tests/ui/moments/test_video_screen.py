"""The video's own page on the screen, and the look at a moment."""

from dltui.ui.moments.moment_list import MomentList
from dltui.ui.moments.moment_screen import MomentScreen
from dltui.ui.moments.video_screen import VideoScreen
from tests.ui.conftest import LECTURE, TALK, World, rows_shown, screen_of


async def test_the_page_begins_where_the_reader_is_and_leads_to_a_sentence(world: World) -> None:
    app = world.app("lectures/language.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("right_square_bracket", "g", "v")
        await pilot.pause()
        assert isinstance(app.screen, VideoScreen)
        rows = app.screen.query_one(MomentList)
        assert rows.current is not None
        assert (rows.current.article.title, rows.current.seconds) == ("Language", 604)
        shown = "\n".join(rows_shown(app))
        for text in (
            "A lecture on learning",
            "Lectures · 3 articles · 9 moments",
            "Sound is a picture",
            "41:00",
        ):
            assert text in shown
        await pilot.press("k", "k", "enter")
        screen = screen_of(app)
        assert screen.journey.path == "lectures/sound.md"
        assert screen.reader.selected_moment is not None
        await pilot.press("H")
        assert screen.journey.path == "lectures/language.md"


async def test_the_video_opens_from_its_page_which_tells_how_that_went(world: World) -> None:
    app = world.app("lectures/talk.md")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "v", "v")
        while not world.opener.opened:
            await pilot.pause(0.01)
        await pilot.pause(0.05)
        assert world.opener.opened == [f"https://www.youtube.com/watch?v={TALK}&t=600s"]
        assert "Opened by nobody." in rows_shown(app)[-1]
        await pilot.press("escape")
        assert app.focused is screen_of(app).reader


async def test_a_channel_page_leads_to_the_page_of_a_selected_video(world: World) -> None:
    app = world.app("lectures/lectures.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("g", "v")
        assert not isinstance(app.screen, VideoScreen)
        await pilot.press("full_stop", "g", "v")
        assert isinstance(app.screen, VideoScreen)
        assert "A lecture on learning" in rows_shown(app)[0]


async def test_who_else_cites_a_moment(world: World) -> None:
    app = world.app("lectures/vision.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("right_square_bracket", "g", "a")
        await pilot.pause()
        assert isinstance(app.screen, MomentScreen)
        shown = "\n".join(rows_shown(app))
        assert "2 other articles cite the same ten seconds." in shown
        assert "Words are vectors" in shown
        await pilot.press("enter")
        assert screen_of(app).journey.path == "lectures/language.md"


async def test_a_selected_moment_tells_that_others_cite_it_too(world: World) -> None:
    app = world.app("lectures/vision.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "also said" not in rows_shown(app)[-1]
        await pilot.press("right_square_bracket")
        await pilot.pause()
        assert "also said in 2 articles: g a" in rows_shown(app)[-1]
        await pilot.press("right_square_bracket")
        await pilot.pause()
        assert "also said" not in rows_shown(app)[-1]
        await pilot.press("V", "g", "g", "j", "j")
        await pilot.pause()
        assert "10:00" in app.screen.query_one(MomentList).current.time  # type: ignore[union-attr]
        assert "also said in 2 articles: g a" in rows_shown(app)[-1]
        await pilot.press("2")
        await pilot.pause()
        assert "also said" not in rows_shown(app)[-1]


async def test_a_peek_at_a_moment_tells_how_its_time_was_read(world: World) -> None:
    app = world.app("lectures/vision.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("G", "g", "g", *["right_square_bracket"] * 6, "K")
        await pilot.pause()
        shown = "\n".join(rows_shown(app))
        assert "Written 09:10:57" in shown
        assert "No other article cites these ten seconds." in shown
        await pilot.press("U")
        await pilot.pause()
        assert f"https://www.youtube.com/watch?v={LECTURE}&t=550s" in "\n".join(rows_shown(app))


async def test_the_moments_pane_asks_for_its_own_row(world: World) -> None:
    app = world.app("lectures/vision.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("V", "G", "k", "g", "a")
        await pilot.pause()
        assert isinstance(app.screen, MomentScreen)
        assert "41:00 of" in "\n".join(rows_shown(app))


async def test_an_article_without_a_video_says_so(world: World) -> None:
    app = world.app("index.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("g", "v")
        await pilot.pause()
        assert "names no video" in rows_shown(app)[-1]
        await pilot.press("g", "a")
        await pilot.pause()
        assert "names no moment" in rows_shown(app)[-1]
