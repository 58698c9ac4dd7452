"""A peek shows where a link leads without going there."""

from dltui.ui.article.peek_screen import PeekScreen
from tests.ui.conftest import World, rows_shown, screen_of


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
        await pilot.press("K")
        assert "Nothing is selected" in rows_shown(app)[-1]
        await pilot.press(".", ".", "K")
        assert not isinstance(app.screen, PeekScreen)
        assert "nothing to look at" in rows_shown(app)[-1]
