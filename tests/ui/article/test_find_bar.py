"""Finding in the article: lit while one types, walked with n and N, given up with Esc."""

from tests.ui.conftest import World, rows_shown, screen_of


async def test_matches_are_lit_counted_and_walked_round(garden: World) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=(80, 14)) as pilot:
        await pilot.pause()
        reader = screen_of(app).reader
        await pilot.press("/", *"willow")
        await pilot.pause(0.05)
        assert reader.find_status == "1/7"
        await pilot.press("down", "enter")
        assert app.focused is reader
        assert reader.find_status == "2/7"
        await pilot.press("N", "N")
        assert reader.find_status == "7/7"
        assert "Round the top" in rows_shown(app)[-1]
        await pilot.press("n")
        assert "Round the end" in rows_shown(app)[-1]
        await pilot.press("escape")
        assert not reader.is_lit


async def test_esc_goes_back_to_where_it_began(garden: World) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.pause()
        reader = screen_of(app).reader
        await pilot.press("j", "/", *"deep")
        assert reader.top > 1
        await pilot.press("escape")
        assert reader.top == 1
        assert app.focused is reader


async def test_what_is_not_there_is_told(garden: World) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        reader = screen_of(app).reader
        await pilot.press("n")
        assert "Nothing is sought" in rows_shown(app)[-1]
        await pilot.press("/", *"zz")
        await pilot.pause(0.05)
        assert reader.find_status == "not found"
        await pilot.press("enter", "n")
        assert "Not found" in rows_shown(app)[-1]
