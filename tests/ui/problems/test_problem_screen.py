"""What is imperfect about the library: listed as it is found, each row leading to the article and its line."""

from collections.abc import Callable

from dltui.model.diagnostic import Severity
from dltui.ui.app import DltuiApp
from dltui.ui.problems.problem_list import ProblemList
from dltui.ui.problems.problem_screen import ProblemScreen
from dltui.ui.problems.problem_search import ProblemSearch
from tests.ui.conftest import World, rows_shown, screen_of, until

_FILES = {
    "index.md": "---\ntitle: Start\n---\n\nAll is well: [[long]].\n",
    "bad.md": "---\ntitle: a: b\n---\n\nText.\n",
    "long.md": "---\nvideoId: abcdefghijk\n---\n# Long\n\n"
    + "Words.\n\n" * 60
    + "See [[nobody]].\n\n"
    + "More.\n\n" * 60,
}


def _list(app: DltuiApp) -> ProblemList:
    return app.screen.query_one(ProblemList)


def _codes(app: DltuiApp) -> list[str]:
    return [problem.code for problem in _list(app).problems]


async def test_a_row_leads_to_the_line(world_of: Callable[..., World]) -> None:
    app = world_of(_FILES).app()
    async with app.run_test(size=(90, 20)) as pilot:
        await pilot.press("g", "p")
        await until(pilot, lambda: len(_codes(app)) == 2)
        assert _codes(app) == ["frontmatter-invalid", "link-missing"]
        shown = "\n".join(rows_shown(app))
        assert "2 warnings · 1 note" in shown
        assert "long.md:126" in shown
        await pilot.press("j", "enter")
        await pilot.pause()
        assert screen_of(app).journey.path == "long.md"
        assert "nobody" in rows_shown(app)[1]


async def test_notes_are_shown_when_they_are_asked_for(world_of: Callable[..., World]) -> None:
    app = world_of(_FILES).app()
    async with app.run_test(size=(90, 20)) as pilot:
        await pilot.press("g", "p")
        await until(pilot, lambda: len(_codes(app)) == 2)
        await pilot.press("j", "n")
        assert _codes(app) == ["frontmatter-invalid", "title-missing", "link-missing"]
        assert _list(app).cursor == 2
        await pilot.press("n")
        assert _codes(app) == ["frontmatter-invalid", "link-missing"]
        assert _list(app).cursor == 1


async def test_who_comes_back_is_where_he_was(world_of: Callable[..., World]) -> None:
    app = world_of(_FILES).app()
    async with app.run_test(size=(90, 20)) as pilot:
        await pilot.press("g", "p")
        await until(pilot, lambda: len(_codes(app)) == 2)
        await pilot.press("j", "enter", "g", "p")
        assert isinstance(app.screen, ProblemScreen)
        assert _list(app).cursor == 1
        await pilot.press("escape")
        screen_of(app).library_changed()
        await pilot.press("g", "p")
        assert _list(app).cursor == 0


async def test_what_is_no_article_is_told_so(world_of: Callable[..., World], tmp_path) -> None:
    world = world_of({"index.md": "---\ntitle: Start\n---\n\nText.\n"})
    (world.root / "out.md").symlink_to(tmp_path)
    app = world.app()
    async with app.run_test(size=(90, 20)) as pilot:
        await pilot.press("g", "p")
        await until(pilot, lambda: _codes(app) == ["outside-library"])
        await pilot.press("enter")
        await pilot.pause()
        assert "no article to open there: out.md" in rows_shown(app)[-1]


async def test_a_perfect_library_is_called_so(world_of: Callable[..., World]) -> None:
    app = world_of({"index.md": "---\ntitle: Start\n---\n\nText.\n"}).app()
    async with app.run_test(size=(90, 20)) as pilot:
        await pilot.press("g", "p")
        await until(pilot, lambda: "Nothing is imperfect" in "\n".join(rows_shown(app)))


def test_it_goes_on_where_it_was_left(world_of: Callable[..., World]) -> None:
    search = ProblemSearch(world_of(_FILES).services().shelf)
    steps = 0
    while not search.is_done:
        search.advance(0)
        steps += 1
    assert steps == len(_FILES) + 2  # the folders first, and once more to see that nothing follows
    assert search.articles_read == search.article_count == len(_FILES)
    assert [problem.severity for problem in search.found].count(Severity.WARNING) == 2
