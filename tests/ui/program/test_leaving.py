"""Who wants out is told how."""

from tests.ui.conftest import World, rows_shown


async def test_ctrl_c_tells_what_quits(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert "^q quits." in rows_shown(app)[-1]
