"""Timed links to another video than the article's: whatever is done with them is done with that video."""

from collections.abc import Callable, Mapping

import pytest

from dltui.handoff.playback import Playback, PlayerState
from dltui.ui.app import DltuiApp
from dltui.ui.moments.following import Following
from dltui.ui.moments.moment_list import MomentList
from dltui.ui.moments.video_screen import VideoScreen
from dltui.ui.results.hit_list import HitList
from tests.ui.conftest import LECTURE, TALK, World, article, rows_shown, screen_of, stamp, until

_FILES: Mapping[str, str] = {
    "a.md": article(
        "Answers",
        f"A cousin said it first [10:02](https://youtu.be/{TALK}?t=602), and here {stamp('00:10:00')}. Bees.\n",
    ),
    "b.md": article("Talk", f"Another video {stamp('00:10:00')}.\n", TALK),
    "d.md": article(
        "Words", f"As [he says](https://www.youtube.com/watch?v={TALK}&t=3m10s), and {stamp('00:20:00')}.\n"
    ),
    "c.md": article("Lecture", f"The lecture {stamp('00:10:01')}.\n"),
}


@pytest.fixture
def two_videos(world_of: Callable[..., World]) -> World:
    return world_of(_FILES, searchable=True)


def _list(app: DltuiApp) -> MomentList:
    return app.screen.query_one(MomentList)


async def test_the_video_and_the_address_are_those_of_the_link(
    two_videos: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = two_videos.app("a.md")
    copied: list[str] = []
    monkeypatch.setattr(app.way_out, "copy", lambda text, _what: copied.append(text))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("right_square_bracket", "v")
        await until(pilot, lambda: two_videos.opener.opened)
        await pilot.press("right_square_bracket", "v")
        await until(pilot, lambda: len(two_videos.opener.opened) == 2)
        assert two_videos.opener.opened == [
            f"https://www.youtube.com/watch?v={TALK}&t=602s",
            f"https://www.youtube.com/watch?v={LECTURE}&t=600s",
        ]
        await pilot.press("left_square_bracket", "U")
        await pilot.pause()
        assert f"watch?v={TALK}&t=602s" in "\n".join(rows_shown(app))
        await pilot.press("escape", "y", "y")
        await pilot.pause()
        assert copied[-1] == f"https://www.youtube.com/watch?v={TALK}&t=602s"


async def test_a_link_of_words_opens_what_it_names(two_videos: World) -> None:
    app = two_videos.app("d.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("full_stop", "full_stop", "full_stop")
        for number, key in enumerate(("enter", "v"), 1):
            await pilot.press(key)
            await until(pilot, lambda number=number: len(two_videos.opener.opened) == number)
        assert two_videos.opener.opened == [f"https://www.youtube.com/watch?v={TALK}&t=3m10s"] * 2


async def test_the_pane_keeps_the_videos_apart(two_videos: World) -> None:
    app = two_videos.app("a.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("V")
        await pilot.pause()
        rows = _list(app)
        assert [(row.time, row.other_video) for row in rows.rows] == [("10:00", ""), ("10:02", TALK)]
        assert rows.url_of(1) == f"https://www.youtube.com/watch?v={TALK}&t=602s"
        assert f"video {TALK}" in "\n".join(rows_shown(app))
        await pilot.press("G", "v")
        await until(pilot, lambda: two_videos.opener.opened)
        assert two_videos.opener.opened == [f"https://www.youtube.com/watch?v={TALK}&t=602s"]


async def test_of_one_time_in_two_videos_each_is_gone_to(world_of: Callable[..., World]) -> None:
    times = " ".join(f"[0:05](https://youtu.be/{video}?t=5)" for video in (TALK, "aaaaaaaaaaa"))
    app = world_of({"a.md": article("Twice", f"Said {times} {stamp('0:05')}.\n")}).app("a.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("V")
        await pilot.pause()
        for keys, video in ((("g", "g"), ""), (("j",), TALK), (("j",), "aaaaaaaaaaa")):
            await pilot.press(*keys, "o")
            moment = screen_of(app).reader.selected_moment
            assert moment is not None
            assert moment.stamp.video == video


async def test_who_else_says_it_is_asked_of_the_video_that_is_named(two_videos: World) -> None:
    app = two_videos.app("a.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("right_square_bracket", "g", "a")
        await pilot.pause()
        assert [row.article.title for row in _list(app).rows] == ["Answers", "Talk"]
        await pilot.press("escape", "right_square_bracket")
        await pilot.pause()
        assert screen_of(app).also_said == "also said in 1 article: g a"
        await pilot.press("g", "a")
        await pilot.pause()
        assert [row.article.title for row in _list(app).rows] == ["Answers", "Lecture"]


@pytest.mark.parametrize(("start", "titles"), [("a.md", ["Talk", "Answers"]), ("b.md", ["Talk", "Answers"])])
async def test_the_page_of_a_video_has_the_links_that_name_it(
    two_videos: World, start: str, titles: list[str]
) -> None:
    app = two_videos.app(start)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("right_square_bracket", "g", "v")
        await pilot.pause()
        assert isinstance(app.screen, VideoScreen)
        assert [row.article.title for row in _list(app).rows] == titles
        assert (_list(app).current or _list(app).rows[0]).article.path == start


async def test_a_hit_opens_the_video_of_its_moment(two_videos: World) -> None:
    app = two_videos.app("b.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("s", *"cousin")
        hits = screen_of(app).query_one(HitList)
        await until(pilot, lambda: hits.current)
        assert hits.url_of(0) == f"https://www.youtube.com/watch?v={TALK}&t=602s"
        await pilot.press("enter", "3", "v")
        await until(pilot, lambda: two_videos.opener.opened)
        assert two_videos.opener.opened == [f"https://www.youtube.com/watch?v={TALK}&t=602s"]
        assert screen_of(app).journey.path == "a.md"


async def test_the_player_is_followed_in_either_video(two_videos: World) -> None:
    app = two_videos.app("a.md")
    async with app.run_test(size=(120, 40)):
        page = screen_of(app).reader.page
        assert page is not None
        following = Following()
        for video, seconds in ((TALK, 602), (LECTURE, 600), (TALK, 602)):
            moment = following.moment_at(page, Playback(PlayerState.PLAYING, video, 603.0))
            assert moment is not None
            assert (moment.video, moment.timestamp.seconds) == (video, seconds)
