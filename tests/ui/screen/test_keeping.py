"""Stars and marks are kept, and whoever hesitates is told what can follow."""

import pytest

from dltui.state.store import StateStore
from dltui.ui.parts.prefix_guide import PrefixGuide
from tests.ui.conftest import World, rows_shown, screen_of, until


async def test_a_star_is_kept_and_shown_in_the_tree(garden: World) -> None:
    state = StateStore(None)
    app = garden.app("trees/willow.md", state=state)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        await pilot.press("S")
        assert "“Willow” has a star." in rows_shown(app)[-1]
        assert "★ Willow" in "\n".join(rows_shown(app))
        await pilot.press("1", "k", "S")
        assert screen.kept.stars() == ("trees/same.md", "trees/willow.md")
        await pilot.press("S")
        assert "has no star any more" in rows_shown(app)[-1]
    again = garden.app("trees/willow.md", state=state)
    async with again.run_test(size=(120, 40)):
        assert "★ Willow" in "\n".join(rows_shown(again))


async def test_a_mark_is_a_place_one_comes_back_to_from_anywhere(garden: World) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=(80, 12)) as pilot:
        screen = screen_of(app)
        await pilot.pause(0.3)  # the bar beside the text has come, and all heights are known
        await pilot.press("G")
        top = screen.reader.top
        await pilot.press("m", "Q", "g", "h", "1", "apostrophe", "Q")
        await until(pilot, lambda: screen.reader.progress is not None)
        assert (screen.journey.path, screen.reader.top) == ("trees/willow.md", top)
        assert app.focused is screen.reader
        await pilot.press("apostrophe", "z")
        assert "Nothing is marked as z" in rows_shown(app)[-1]


async def test_the_guide_comes_to_whoever_hesitates_and_goes_with_the_next_key(
    garden: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dltui.ui.program.keyed_app._GUIDE_SECONDS", 0.02)
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("y")
        await until(pilot, lambda: app.screen.query(PrefixGuide))
        shown = "\n".join(rows_shown(app)[-4:])
        assert "y Copy URL" in shown
        assert "t Copy title" in shown
        await pilot.press("escape")
        assert not app.screen.query(PrefixGuide)
        await pilot.press("m", "b")
        await pilot.press("apostrophe")
        await until(pilot, lambda: app.screen.query(PrefixGuide))
        assert "b Garden" in rows_shown(app)[-2]
        await pilot.press("b")
        assert not app.screen.query(PrefixGuide)


async def test_a_page_that_is_no_file_gets_no_star(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        screen = screen_of(app)
        screen.open(screen.journey.navigator.home().__class__("missing:index.md\nx\n"))
        await pilot.press("S")
        assert "no article here" in rows_shown(app)[-1]
        assert screen.kept.stars() == ()
        await pilot.press("e")
        assert "no file to edit" in rows_shown(app)[-1]
