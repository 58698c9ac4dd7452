"""What a key changes is drawn, once, and nothing else."""

import gc
import weakref

import pytest
from textual._compositor import Compositor
from textual.app import App
from textual.color import Color

from dltui.model.location import Location
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.theme_screen import ThemeScreen
from dltui.ui.tree.category_tree import CategoryTree
from tests.ui.conftest import World, rows_shown, screen_of, until


def _count(monkeypatch: pytest.MonkeyPatch, owner: type, name: str) -> list[object]:
    """Every call of a method from now on."""
    calls: list[object] = []
    method = getattr(owner, name)

    def counted(self: object, *arguments: object, **more: object) -> object:
        calls.append(self)
        return method(self, *arguments, **more)

    monkeypatch.setattr(owner, name, counted)
    return calls


async def test_where_the_focus_goes_the_rows_stay_as_they_are(
    garden: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.2)
        painted = _count(monkeypatch, Painter, "strip")
        rows = _count(monkeypatch, CategoryTree, "row_line")
        whole = _count(monkeypatch, Compositor, "render_full_update")
        await pilot.press("1")
        await pilot.pause(0.1)
        assert screen_of(app).focused is screen_of(app).category_tree
        assert not whole
        assert len(rows) == 1  # the one under the cursor, brighter now
        assert len(painted) == 2  # and the bar with the keys of the other pane


async def test_another_theme_is_drawn_in_one_pass_also_below_the_list_of_themes(
    garden: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = garden.app("trees/willow.md", theme="harbour-night")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("t")
        assert isinstance(app.screen, ThemeScreen)
        await pilot.pause(0.2)
        before = "\n".join(rows_shown(app))
        below = _count(monkeypatch, Compositor, "render_strips")
        await pilot.press("j")
        await pilot.pause(0.2)
        assert len(below) == 1
        assert "\n".join(rows_shown(app)) == before
        ground = Color.parse(app.painter.theme.palette["background"])
        bottom = app.screen._compositor.render_strips()[20]
        right = next(iter(reversed(list(bottom.crop(60, 100)))))
        assert right.style is not None
        assert right.style.bgcolor is not None
        assert Color.from_rich_color(right.style.bgcolor) == ground


async def test_a_bar_has_the_colours_of_the_theme_that_stands(garden: World) -> None:
    app = garden.app("trees/willow.md", theme="harbour-night")
    async with app.run_test(size=(120, 14)) as pilot:
        await pilot.pause(0.2)
        bar = screen_of(app).reader.vertical_scrollbar
        for name in ("harbour-night", "meadow-paper"):
            app.use_theme(app.services.themes.get(name))
            await pilot.pause(0.2)
            drawn = bar.render_lines(bar.size.region)
            colours = {
                Color.from_rich_color(colour)
                for strip in drawn
                for segment in strip
                if segment.style is not None
                for colour in (segment.style.color, segment.style.bgcolor)
                if colour is not None
            }
            palette = app.painter.theme.palette
            assert colours <= {Color.parse(palette["border"]), Color.parse(palette["background"])}
            assert Color.parse(palette["border"]) in colours


async def test_an_article_that_was_left_is_let_go(garden: World) -> None:
    app: App[None] = garden.app("trees/willow.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.2)
        screen = screen_of(app)
        left = weakref.ref(screen.reader.layout_)
        screen.open(Location("trees/birch.md"))
        assert left() is not None  # taking it apart doesn't hold up the one that was asked for

        gc.disable()  # no ring of references keeps it
        try:
            await until(pilot, lambda: left() is None, seconds=5.0)
        finally:
            gc.enable()
