"""A peek shows where a link leads without going there."""

from collections.abc import Callable

from dltui.ui.article.peek_screen import PeekScreen
from tests.ui.conftest import World, rows_shown, screen_of, until


async def test_a_peek_shows_the_article_and_esc_comes_back(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(".", "K")
        assert isinstance(app.screen, PeekScreen)
        assert "winter quarters" in "\n".join(rows_shown(app))
        await pilot.press("escape")
        assert screen_of(app).journey.path == "index.md"


async def test_enter_goes_there(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(".", "K", "enter")
        assert screen_of(app).journey.path == "soil/roots.md"


async def test_what_leads_nowhere_says_so(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(".", ".", "K")
        assert not isinstance(app.screen, PeekScreen)
        assert "nothing to look at" in rows_shown(app)[-1]


async def test_with_nothing_selected_the_first_link_in_sight_is_looked_at(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("K")
        assert isinstance(app.screen, PeekScreen)
        await pilot.press("escape")
        assert screen_of(app).reader.selected >= 0


async def test_a_page_without_links_has_nothing_to_look_at(world_of: Callable[..., World]) -> None:
    app = world_of({"a.md": "Words.\n"}).app("a.md")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("K")
        assert "No link in sight" in rows_shown(app)[-1]


async def test_a_heading_a_missing_target_and_a_footnote_can_be_looked_at(
    world_of: Callable[..., World],
) -> None:
    body = (
        "See [[b#Later]], [[nobody]] and this[^1].\n\n" + "Filler.\n\n" * 40 + "[^1]: The **note** itself.\n"
    )
    app = world_of({"a.md": body, "b.md": "# B\n\n" + "Before.\n\n" * 40 + "## Later\n\nThen.\n"}).app("a.md")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(".", "K")
        await until(pilot, lambda: "Then." in "\n".join(rows_shown(app)))
        await pilot.press("escape", ".", "K")
        await pilot.pause()
        assert "Nobody has written" in "\n".join(rows_shown(app))
        await pilot.press("escape", ".", "K")
        await pilot.pause()
        shown = "\n".join(rows_shown(app))
        assert "Footnote 1" in shown
        assert "The note itself." in shown
        assert app.screen.query_one("#dialog-box").size.height < 8
        await pilot.press("enter")
        await pilot.pause()
        assert "The note itself." in "\n".join(rows_shown(app))
        assert screen_of(app).reader.top > 0
