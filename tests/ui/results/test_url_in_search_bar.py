"""A YouTube URL in the search bar."""

import pytest
from textual import events

from dltui.model.passage import Hit
from dltui.ui.app import DltuiApp
from dltui.ui.results.hit_list import HitList
from tests.ui.conftest import LECTURE, World, rows_shown, screen_of


def _hits(app: DltuiApp) -> list[Hit]:
    """The hits that are shown."""
    return [row.hit for row in screen_of(app).query_one(HitList)._shown.rows]


async def test_a_pasted_url_finds_what_is_said_at_that_second(world: World) -> None:
    app = world.app("lectures/vision.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("s")
        screen = screen_of(app)
        screen.panel.bar.post_message(events.Paste(f"https://youtu.be/{LECTURE}?t=10m4s\n"))
        await pilot.pause()
        assert [hit.title for hit in _hits(app)] == ["Language", "Language", "Vision", "Vision", "Sound"]
        assert "9 in 3 articles" in "\n".join(rows_shown(app))
        await pilot.press("enter")
        await pilot.pause()
        assert screen.journey.path == "lectures/language.md"
        moment = screen.reader.selected_moment
        assert moment is not None
        assert moment.seconds == 604


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/watch?v={}&t=10m4s",
        "https://youtu.be/{}?t=604",
        "youtube.com/shorts/{}?t=604",
        "https://www.youtube.com/embed/{}?start=604",
        "https://www.youtube.com/live/{}#t=604",
        "http://m.youtube.com/watch?v={}&t=0h10m4s",
    ],
)
async def test_every_form_of_a_url_is_taken(world: World, url: str) -> None:
    app = world.app("index.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("s")
        screen_of(app).panel.bar.post_message(events.Paste(url.format(LECTURE)))
        await pilot.pause()
        first = _hits(app)[0]
        assert (first.title, first.moment.seconds if first.moment else None) == ("Language", 604)


async def test_of_two_equally_near_moments_that_of_the_open_article_comes_first(world: World) -> None:
    world.write({"lectures/a.md": f"---\ntitle: A\nvideoId: {LECTURE}\n---\n\nAlso [00:41:00].\n"})
    world.index()
    app = world.app("lectures/vision.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("s")
        screen = screen_of(app)
        screen.panel.bar.value = f"www.youtube.com/watch?v={LECTURE}&t=2460"
        await pilot.pause()
        assert [hit.title for hit in _hits(app)][:3] == ["Vision", "Vision", "A"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("https://www.youtube.com/@somebody", "doesn't lead to a video"),
        ("https://youtu.be/aaaaaaaaaaa", "no article of this library names a second of that video"),
    ],
)
async def test_a_url_without_an_article_says_so(world: World, text: str, said: str) -> None:
    app = world.app("lectures/vision.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("s")
        screen_of(app).panel.bar.value = text
        await pilot.pause()
        assert said in "\n".join(rows_shown(app))
        assert not screen_of(app).query_one(HitList).display
