"""The tree: it is walked, filtered, sorted, and shows other things than folders."""

from dltui.model.asked import Asked
from dltui.model.location import Location
from dltui.state.keepsakes import Keepsakes
from dltui.state.store import StateStore
from dltui.ui.app import DltuiApp
from dltui.ui.parts.list_line import ListLine
from dltui.ui.tree.category_tree import CategoryTree
from tests.ui.conftest import World, rows_shown, screen_of, until


def _rows(app: DltuiApp) -> list[str]:
    return [("  " * row.depth) + row.label for row in screen_of(app).category_tree.rows.rows]


async def test_categories_open_and_close_and_articles_are_opened(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        await pilot.press("1", "g", "g", "j", "l")
        assert _rows(app) == ["soil", "trees", "  old", "  Birch", "  Same", "  Willow", "Garden"]
        await pilot.press("l", "l", "j", "o")
        assert screen.journey.path == "trees/old/yew.md"
        assert app.focused is screen.category_tree
        assert "● Yew" in rows_shown(app)[4]
        await pilot.press("h", "h")
        assert _rows(app) == ["soil", "trees", "  old", "  Birch", "  Same", "  Willow", "Garden"]
        await pilot.press("space")
        assert "    Yew" in _rows(app)
        await pilot.press("j", "j", "enter")
        assert screen.journey.path == "trees/birch.md"
        assert app.focused is screen.reader


async def test_a_filter_leaves_what_fits_and_esc_brings_all_back(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(120, 40)) as pilot:
        tree = screen_of(app).category_tree
        await pilot.press("1", "ctrl+f", "i", "r")
        assert _rows(app) == ["trees", "  Birch"]
        assert tree.row is not None
        assert tree.row.path == "trees/birch.md"
        await pilot.press("enter")
        assert app.focused is tree
        assert app.screen.query_one(ListLine).display
        await pilot.press("ctrl+f", "escape")
        assert "soil" in _rows(app)
        assert not app.screen.query_one(ListLine).display
        await pilot.press("ctrl+f", "enter")
        assert not app.screen.query_one(ListLine).display


async def test_the_views_go_round(garden: World) -> None:
    state = StateStore(None)
    Keepsakes(state, str(garden.library.root)).visited("trees/willow.md")
    app = garden.app(state=state)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "c")
        await until(pilot, lambda: "lectures" in _rows(app))
        assert _rows(app)[:3] == ["lectures", "no channel", "  Garden"]
        assert "Channels and videos" in rows_shown(app)[0]
        await pilot.press("c")
        await until(pilot, lambda: _rows(app) == ["Garden", "Willow"])
        await pilot.press("c")
        await until(pilot, lambda: not _rows(app))
        assert "S gives an article a star." in rows_shown(app)[1]
        await pilot.press("S")
        await until(pilot, lambda: _rows(app) == ["Garden"])
        await pilot.press("c")
        await until(pilot, lambda: _rows(app) == ["soil", "trees", "Garden"])
        assert "library · 7" in rows_shown(app)[0]


async def test_sorting_goes_round_and_says_how(garden: World) -> None:
    app = garden.app("trees/same.md")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", ".")
        assert "by title" in rows_shown(app)[-1]
        await pilot.press(".")
        assert "most moments first" in rows_shown(app)[-1]
        assert _rows(app)[3:6] == ["  Willow", "  Birch", "  Same"]
        assert screen_of(app).category_tree.row is not None
        assert screen_of(app).category_tree.row.path == "trees/same.md"
        await pilot.press(".", ".")
        assert _rows(app)[3:6] == ["  Birch", "  Same", "  Willow"]


async def test_a_click_opens(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click(CategoryTree, offset=(4, 1))
        assert "  Birch" in _rows(app)
        await pilot.click(CategoryTree, offset=(4, 3))
        assert screen_of(app).journey.path == "trees/birch.md"


async def test_labels_from_outside_are_text(world_of) -> None:
    world = world_of({"[@click=app.quit]x/[bold]y.md": "---\ntitle: '[/x] [bold]z'\n---\n\nBody.\n"})
    app = world.app()
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.press("1", "g", "g", "l")
        assert _rows(app) == ["[@click=app.quit]x", "  [/x] [bold]z"]
        assert "[@click=app.quit]x" in rows_shown(app)[1]


async def test_while_a_search_stands_the_tree_shows_where_and_then_what_it_showed_before(
    garden: World,
) -> None:
    app = garden.app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        tree = screen.category_tree
        await pilot.press("1", "g", "g", "j", "l", "j", "j")
        before, cursor = _rows(app), tree.row
        assert "  Birch" in before
        screen.panel.search(Asked("bark"))
        await until(pilot, lambda: _rows(app) == ["soil", "trees"])
        assert tree.row is not None
        assert tree.row.path == "trees"
        await pilot.press("1", "l")
        assert "  Birch" in _rows(app)
        screen.panel.clear()
        await until(pilot, lambda: _rows(app) == before)
        assert tree.row == cursor


async def test_an_article_opened_meanwhile_is_shown_when_the_search_ends(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = screen_of(app)
        screen.panel.search(Asked("bark"))
        await until(pilot, lambda: _rows(app) == ["soil", "trees"])
        screen.open(Location("trees/old/yew.md"))
        await until(pilot, lambda: screen.category_tree.row.path == "trees")
        assert _rows(app) == ["soil", "trees"]
        screen.panel.clear()
        await until(pilot, lambda: screen.category_tree.row.path == "trees/old/yew.md")
