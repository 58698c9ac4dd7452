"""Zen: the article alone, and back."""

from dltui.ui.parts.key_bar import KeyBar
from tests.ui.conftest import World, rows_shown, screen_of


async def test_zen_leaves_the_article_alone(garden: World) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=(100, 24)) as pilot:
        screen = screen_of(app)
        await pilot.press("1", "z")
        assert app.focused is screen.reader
        assert screen.reader.size.height == 24
        assert not any(
            part.region.width for part in (screen.tree_pane, screen.panel, screen.query_one(KeyBar))
        )
        await pilot.press("G")
        assert "deep roots" in "\n".join(rows_shown(app))
        await pilot.press("z")
        assert screen.tree_pane.region.width
        assert "Video" in rows_shown(app)[-1]
