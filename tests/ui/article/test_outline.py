"""The outline follows the scrolling, and Enter jumps."""

from dltui.ui.article.outline import Outline
from tests.ui.conftest import World, screen_of


async def test_the_outline_follows_and_jumps(garden: World) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=(120, 10)) as pilot:
        screen = screen_of(app)
        outline = app.screen.query_one(Outline)
        assert not outline.display
        await pilot.press("O")
        assert app.focused is outline
        assert [entry.text for entry in outline.entries] == ["Bark", "Acorns", "Wood", "Age", "Roots"]
        await pilot.press("j", "j", "enter")
        assert app.focused is screen.reader
        top = screen.reader.layout_.heading_at(screen.reader.top)
        assert top.text == "Wood"
        assert outline.cursor == 2
        await pilot.press("g", "g")
        assert outline.cursor == 0
        await pilot.press("O")
        assert not outline.display
