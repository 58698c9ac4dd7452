"""Choosing by some letters: articles by their titles, commands by what they do."""

import threading

from dltui.model.article import Article
from dltui.state.keepsakes import Keepsakes
from dltui.state.store import StateStore
from dltui.ui.app import DltuiApp
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.pick_screen import PickList, Picks, PickScreen
from dltui.ui.parts.theme_screen import ThemeScreen
from tests.ui.conftest import World, rows_shown, screen_of, until


def _picked(app: DltuiApp) -> list[str]:
    found = app.screen.query_one(PickList)
    return [
        "".join(span.text for span in found.row_line(row, 0, 60).spans).strip()
        for row in range(found.row_count)
    ]


async def test_an_article_is_opened_by_letters_of_its_title(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+o", "w", "l", "w")
        await until(pilot, lambda: len(_picked(app)) == 1)
        assert _picked(app)[0].split() == ["Willow", "trees"]
        await pilot.press("enter")
        assert screen_of(app).journey.path == "trees/willow.md"
        assert app.focused is screen_of(app).reader


async def test_what_was_read_lately_comes_first_and_esc_opens_nothing(garden: World) -> None:
    state = StateStore(None)
    kept = Keepsakes(state, str(garden.library.root))
    for path in ("soil/roots.md", "gone.md", "trees/birch.md"):
        kept.visited(path)
    app = garden.app(state=state)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: kept.recent()[0] == "index.md")
        await pilot.press("ctrl+o")
        await until(pilot, lambda: len(_picked(app)) == 7)
        assert [row.split()[0] for row in _picked(app)][:3] == ["Birch", "Roots", "Garden"]
        await pilot.press("down", "down", "pageup", "escape")
        assert screen_of(app).journey.path == "index.md"


async def test_enter_waits_for_what_is_still_being_looked_for(garden: World) -> None:
    """The letters of a quick typist count, even those typed before the titles are there."""
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        released: list[Article | None] = []
        article = Article("a.md", "Apple")
        picks = Picks.of([article, Article("b.md", "Banana")], lambda one: one.title, lambda _: "")
        screen: PickScreen[Article] = PickScreen(Painter(app.painter.theme), "Fruit", lambda: picks)
        app.push_screen(screen, released.append)
        await pilot.press("a", "p", "enter")
        await until(pilot, lambda: released)
        assert released == [article]


async def test_nothing_found_is_said(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+o", "z", "q")
        await until(pilot, lambda: "Nothing has these letters." in "\n".join(rows_shown(app)))
        await pilot.press("enter", "escape")
        assert screen_of(app).journey.path == "index.md"


async def test_the_palette_does_what_a_key_would(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("colon")
        await until(pilot, lambda: _picked(app))
        assert not [row for row in _picked(app) if "a…z" in row]
        await pilot.press(*"theme")
        await until(pilot, lambda: _picked(app)[0].split() == ["Choose", "a", "theme", "t"])
        await pilot.press("ctrl+p", "enter")
        await until(pilot, lambda: isinstance(app.screen, ThemeScreen))


async def test_the_palette_knows_the_pane_it_was_called_from(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = screen_of(app)
        await pilot.press("1", "colon", *"last row")
        await until(pilot, lambda: _picked(app) and _picked(app)[0].startswith("Last row"))
        await pilot.press("enter")
        await until(pilot, lambda: screen.category_tree.cursor == screen.category_tree.row_count - 1)
        assert app.screen is screen


async def test_the_program_may_end_while_letters_are_looked_for(garden: World) -> None:
    app, go = garden.app(), threading.Event()

    def load() -> Picks[str]:
        go.wait(10)
        return Picks.of(["one"], str, str)

    async with app.run_test(size=(80, 24)) as pilot:
        screen = PickScreen(app.painter, "Something", load)
        await app.push_screen(screen)
        await pilot.press("o")
        await screen.query(PickList).remove()
        go.set()
        await until(pilot, lambda: not any(one.node is screen and one.is_running for one in app.workers))
        assert app.screen is screen
