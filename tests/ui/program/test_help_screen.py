"""The help tells the keys of the pane one comes from, and only those that work."""

from dltui.ui.program.help_screen import HelpScreen
from tests.ui.conftest import World, rows_shown


async def test_the_help_begins_with_the_pane_that_has_the_focus(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(120, 120)) as pilot:
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        shown = "\n".join(rows_shown(app))
        assert "half a page down" in shown
        assert "m a…z" in shown
        assert "more hits of this article" not in shown
        await pilot.press("q", "1", "f1")
        shown = "\n".join(rows_shown(app))
        assert "filter the articles by their titles" in shown
        assert "forget the saved search" not in shown
        await pilot.press("question_mark", "escape")
        assert not isinstance(app.screen, HelpScreen)
