"""Walking through the neighbourhood of an article."""

from collections.abc import Callable

from dltui.ui.links.neighbourhood_screen import NeighbourhoodScreen, NeighbourList
from tests.ui.conftest import World, rows_shown, screen_of

CHAIN = {
    "a.md": "# A\n\nFirst [[b]].\n",
    "b.md": "# B\n\nThen [[c]] and [[nobody]].\n\nOnce more [[c|see]].\n",
    "c.md": "# C\n\nThe end.\n",
}


async def test_one_steps_from_article_to_article_and_back(world_of: Callable[..., World]) -> None:
    app = world_of(CHAIN).app("a.md")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("g", "l")
        await pilot.pause()
        assert isinstance(app.screen, NeighbourhoodScreen)
        assert "Leads to · 1" in "\n".join(rows_shown(app))
        await pilot.press("space")
        await pilot.pause()
        shown = "\n".join(rows_shown(app))
        assert "Leads here · 1" in shown
        assert "Leads to · 2" in shown
        await pilot.press("h")
        assert isinstance(app.focused, NeighbourList)
        assert app.focused.id == "before"
        await pilot.press("l", "G", "space")
        assert "Nobody has written" in rows_shown(app)[-1]
        await pilot.press("H", "H")
        assert "where you started" in rows_shown(app)[-1]
        await pilot.press("space", "enter")
        await pilot.pause()
        assert screen_of(app).journey.path == "c.md"


async def test_esc_leads_nowhere(world_of: Callable[..., World]) -> None:
    app = world_of(CHAIN).app("c.md")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("g", "l")
        await pilot.pause()
        assert isinstance(app.focused, NeighbourList)
        assert app.focused.id == "before"
        await pilot.press("escape")
        await pilot.pause()
        assert screen_of(app).journey.path == "c.md"
