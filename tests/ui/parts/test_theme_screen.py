"""Choosing a theme: the whole screen is the preview, and Esc puts the old one back."""

from dltui.state.store import StateStore
from dltui.ui.parts.theme_screen import ThemeScreen
from tests.ui.conftest import World, rows_shown


async def test_moving_previews_and_esc_puts_the_old_theme_back(garden: World) -> None:
    app = garden.app(theme="harbour-night")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        assert isinstance(app.screen, ThemeScreen)
        await pilot.pause()
        assert "Enter Keep · Esc Put back" in "\n".join(rows_shown(app))
        await pilot.press("j")
        previewed = app.painter.theme.name
        assert previewed != "harbour-night"
        assert app.theme == previewed
        below = app.screen_stack[0]
        assert below.query_one("#reader").painter is app.painter
        assert below.query_one("#tree").painter is app.painter
        assert below.query_one("#results").painter is app.painter
        await pilot.press("escape")
        assert app.painter.theme.name == app.theme == "harbour-night"
        assert app.services.state.theme == ""


async def test_enter_keeps_the_theme_for_the_next_start(garden: World) -> None:
    state = StateStore(None)
    app = garden.app(theme="harbour-night", state=state)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t", "G", "enter")
        assert app.theme == state.theme != "harbour-night"
        assert "Theme" not in "\n".join(rows_shown(app))
