"""A link that may mean several articles asks which one."""

from dltui.ui.parts.choice_screen import ChoiceScreen
from dltui.ui.parts.dialog import Dialog
from tests.ui.conftest import World, rows_shown, screen_of


async def test_an_ambiguous_link_asks_and_goes_there(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(".", ".", "enter")
        assert isinstance(app.screen, ChoiceScreen)
        shown = "\n".join(rows_shown(app))
        assert "soil/same.md" in shown
        assert "trees/same.md" in shown
        await pilot.press("escape")
        assert screen_of(app).journey.path == "index.md"
        await pilot.press("enter", "j", "enter")
        assert screen_of(app).journey.path == "trees/same.md"


async def test_asked_to_close_twice_it_closes_once(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        dialog = app.screen
        assert isinstance(dialog, Dialog)
        dialog.action_close()
        dialog.action_close()
        await pilot.pause()
        assert screen_of(app).is_current


async def test_dialogs_that_lie_on_each_other_are_all_drawn(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        dialogs = [Dialog[None](app.painter, title) for title in ("First", "Second", "Third")]
        for dialog in dialogs:
            await app.push_screen(dialog)
        for dialog in dialogs:
            dialog.query_one("#dialog-box").refresh()
        await pilot.pause()
        assert not any(dialog._dirty_widgets for dialog in dialogs)
