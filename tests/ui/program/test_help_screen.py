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


async def test_what_a_key_does_is_told_in_full_on_a_narrow_screen(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(50, 120)) as pilot:
        await pilot.press("question_mark")
        rows = rows_shown(app)
        first = next(at for at, row in enumerate(rows) if " v " in row)
        words = " ".join(row.strip("│ ") for row in rows[first : first + 3])
        assert "the video at the selected or nearest moment" in " ".join(words.split())
        for size in ((50, 20), (100, 30), (30, 12)):
            await pilot.resize_terminal(*size)
            await pilot.press("g", "g", "G")
            assert rows_shown(app)[-4:][0].strip("│▁▂▃▄▅▆▇█▊ ").endswith("quit")
