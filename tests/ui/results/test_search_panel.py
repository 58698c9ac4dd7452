"""The search bar and its results: what is typed is found, looked at, opened, narrowed, kept."""

from dataclasses import replace

import pytest

from dltui.model.asked import Asked
from dltui.model.location import Location
from dltui.state.keepsakes import Keepsakes
from dltui.state.store import StateStore
from dltui.ui.app import DltuiApp
from dltui.ui.parts.pick_screen import PickScreen
from tests.ui.conftest import World, rows_shown, screen_of, until

_SIZE = (120, 40)


def _titles(app: DltuiApp) -> list[str]:
    rows = screen_of(app).panel.hits._shown.rows
    return [row.hit.heading or row.hit.title if row.follows else row.hit.title for row in rows]


async def _search(pilot, text):
    """Put a query into the bar and wait for the whole answer."""
    panel = screen_of(pilot.app).panel
    await pilot.press("s")
    panel.bar.value = text
    await until(pilot, lambda: panel.answered_to.text == panel.bar.value and panel.answer.exact)


async def test_hits_stand_by_article_with_the_best_two_passages_of_each(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=_SIZE) as pilot:
        await _search(pilot, "willow")
        titles = _titles(app)
        assert titles[0] == "Willow"
        assert len([title for title in titles if title not in {"Birch", "Yew"}]) == 2
        assert "Yew" in titles
        shown = "\n".join(rows_shown(app))
        assert "in 2 articles" in shown
        assert "+2" in shown


async def test_l_shows_more_of_an_article_and_h_fewer(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=_SIZE) as pilot:
        await _search(pilot, "willow")
        await pilot.press("tab", "l")
        hits = screen_of(app).panel.hits
        await until(pilot, lambda: hits.row_count == 7)
        assert _titles(app)[:6] == ["Willow", *[title for title in _titles(app)[1:6] if title != "Willow"]]
        await pilot.press("l")
        assert "These are all hits of this article." in rows_shown(app)[-1]
        await pilot.press("j", "h")
        assert hits.row_count == 3
        assert hits.current is not None
        assert hits.current.path == "trees/willow.md"
        await pilot.press("h", "h", "h")
        assert hits.row_count == 2


async def test_a_look_at_a_hit_is_no_step_of_the_history(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=_SIZE) as pilot:
        await _search(pilot, "acorns")
        screen = screen_of(app)
        await pilot.press("down")
        assert screen.reader.page.article.path.startswith("trees/")
        assert screen.reader.is_lit
        screen.panel.bar.value = "acorns birch"
        await until(pilot, lambda: screen.reader.page.article.path == "trees/birch.md")
        await pilot.press("escape")
        assert screen.reader.page.article.path == "index.md"
        assert screen.panel.hits.display
        await pilot.press("escape")
        assert not screen.panel.hits.display
        assert screen.panel.bar.value == ""


async def test_enter_opens_the_hit_even_before_there_is_an_answer(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=_SIZE) as pilot:
        screen = screen_of(app)
        await pilot.press("s")
        screen.panel.bar.value = "white bark"
        await pilot.press("enter")
        await until(pilot, lambda: screen.journey.path == "trees/birch.md")
        assert app.focused is screen.reader
        assert screen.reader.is_lit
        assert not screen.panel.hits.display
        assert screen.kept.searches() == (Asked("white bark"),)
        await pilot.press("H")
        assert screen.journey.path == "index.md"


async def test_a_move_before_the_answer_is_made_when_it_is_there(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=_SIZE) as pilot:
        screen = screen_of(app)
        await pilot.press("s")
        screen.panel.bar.value = "willow"
        screen.panel.bar.action_move(2)
        await until(pilot, lambda: screen.panel.hits.cursor == 2)
        await until(pilot, lambda: screen.journey.is_previewing)
        await pilot.press("up")
        assert screen.panel.hits.cursor == 1


async def test_better_hits_of_the_same_query_move_the_cursor_only_from_one_that_was_gone_to(
    garden: World,
) -> None:
    app = garden.app()
    async with app.run_test(size=_SIZE) as pilot:
        screen = screen_of(app)
        await pilot.press("s")
        screen.panel.bar.value = "willow"
        await until(pilot, lambda: screen.panel.hits.row_count > 2 and screen.panel.answer.final)
        hits = list(screen.panel.answer.hits)
        for gone_to in (False, True):
            screen.panel.hits.cursor = int(gone_to)
            before = screen.panel.hits.current
            await pilot.pause()
            screen.panel.answered(
                screen.panel.answered_to, replace(screen.panel.answer, hits=(hits[-1], *hits[:-1]))
            )
            assert (screen.panel.hits.current == before) is gone_to
            screen.panel.answered(screen.panel.answered_to, replace(screen.panel.answer, hits=tuple(hits)))


async def test_the_end_of_a_long_query_is_in_sight(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=(80, 24)) as pilot:
        panel = screen_of(app).panel
        await pilot.press("s")
        panel.bar.insert_text_at_cursor("willow or oak or birch or yew or anything wooden tha")
        await pilot.press(*"t ends")
        await until(pilot, lambda: panel.answered_to == panel.asked)
        await pilot.pause()
        (row,) = [row for row in rows_shown(app) if "›" in row][:1]
        assert "that ends" in row


async def test_what_is_asked_for_beside_words_is_said(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=_SIZE) as pilot:
        await _search(pilot, "title:willow -birch")
        assert "= “willow” in the title and not “birch…”" in "\n".join(rows_shown(app))
        await _search(pilot, "willow birch")
        assert "“willow”" not in "\n".join(rows_shown(app))


async def test_o_opens_and_stays(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=_SIZE) as pilot:
        await _search(pilot, "acorns")
        await pilot.press("tab", "o")
        screen = screen_of(app)
        assert app.focused is screen.panel.hits
        assert screen.journey.path == "trees/willow.md"
        await pilot.press("/")
        assert app.focused is screen.panel.bar


async def test_the_video_of_a_hit_opens_at_its_moment(garden: World) -> None:
    app = garden.app()
    garden.opener.opened.clear()
    async with app.run_test(size=_SIZE) as pilot:
        await _search(pilot, "bears acorns")
        await pilot.press("tab", "v")
        await until(pilot, lambda: garden.opener.opened)
        assert garden.opener.opened == ["https://www.youtube.com/watch?v=s3MuSOl1Rog&t=120s"]


async def test_the_tree_counts_what_is_found_and_narrows_the_search(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=_SIZE) as pilot:
        await _search(pilot, "bark")
        screen = screen_of(app)
        tree = screen.category_tree
        assert dict(tree._marks.found) == {"trees": 2, "soil": 1}
        await pilot.press("escape", "1", "g", "g", "enter")
        await until(pilot, lambda: _titles(app) == ["Roots"])
        assert tree._marks.narrowed == "soil"
        assert "in soil ×" in rows_shown(app)[0]
        await until(pilot, lambda: dict(tree._marks.found) == {"trees": 2, "soil": 1})
        await pilot.press("w")
        await until(pilot, lambda: len(_titles(app)) == 3)
        assert "in soil" not in rows_shown(app)[0]


async def test_backspace_at_the_beginning_of_the_bar_widens_the_search(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=_SIZE) as pilot:
        await _search(pilot, "bark")
        screen = screen_of(app)
        screen.panel.narrow("trees/old")
        await until(pilot, lambda: not _titles(app))
        await pilot.press("home", "backspace")
        await until(pilot, lambda: len(_titles(app)) == 3)
        assert screen.panel.asked == Asked("bark")


async def test_what_was_perhaps_meant_is_one_key_away(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=_SIZE) as pilot:
        await _search(pilot, "acrons")
        assert "Did you mean acorns?" in rows_shown(app)[1]
        assert "nothing found" in rows_shown(app)[0]
        await pilot.press("ctrl+y")
        await until(pilot, lambda: _titles(app))
        assert screen_of(app).panel.bar.value == "acorns"
        assert "Did you mean" not in rows_shown(app)[1]


async def test_enter_takes_what_was_meant_where_nothing_was_found(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=_SIZE) as pilot:
        await _search(pilot, "acrons")
        await pilot.press("enter")
        await until(pilot, lambda: _titles(app))


async def test_what_was_taken_literally_is_said(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=_SIZE) as pilot:
        await _search(pilot, "bark has:wings")
        assert "“wings” is searched as a" in rows_shown(app)[1]


async def test_fields_and_their_values_are_proposed(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=_SIZE) as pilot:
        panel = screen_of(app).panel
        await pilot.press("s", *"cate")
        await until(pilot, lambda: panel.completions.ghost)
        assert panel.bar._suggestion == "category:"
        await pilot.press("right")
        await until(pilot, lambda: panel.completions.typed == "category:")
        assert panel.bar.value == "category:"
        assert "category:soil" in rows_shown(app)[1]
        await pilot.press("ctrl+n")
        assert panel.bar.value == "category:soil"
        await pilot.press("ctrl+n")
        assert panel.bar.value == "category:trees"
        await until(pilot, lambda: "Birch" in _titles(app))
        await pilot.press("ctrl+n", "ctrl+n")
        assert panel.bar.value == "category:"


async def test_earlier_searches_come_back(garden: World) -> None:
    state = StateStore(None)
    kept = Keepsakes(state, str(garden.library.root))
    kept.searched(Asked("older"))
    kept.searched(Asked("bark", "trees"))
    app = garden.app(state=state)
    async with app.run_test(size=_SIZE) as pilot:
        await pilot.press("s", "ctrl+r")
        assert isinstance(app.screen, PickScreen)
        await until(pilot, lambda: "in trees" in "\n".join(rows_shown(app)))
        await pilot.press("enter")
        await until(pilot, lambda: app.focused is screen_of(app).panel.hits)
        assert screen_of(app).panel.asked == Asked("bark", "trees")
        assert sorted(_titles(app)) == ["Birch", "Willow"]


async def test_a_search_is_saved_in_the_tree_and_asked_from_there(garden: World) -> None:
    app = garden.app()
    async with app.run_test(size=_SIZE) as pilot:
        await _search(pilot, "bark")
        await pilot.press("ctrl+s")
        screen = screen_of(app)
        assert screen.kept.saved_searches() == (Asked("bark"),)
        await pilot.press("escape", "escape", "1", "g", "g")
        assert "Saved searches" in rows_shown(app)[1]
        await pilot.press("j", "enter")
        await until(pilot, lambda: app.focused is screen.panel.hits)
        assert len(_titles(app)) == 3
        await pilot.press("1", "g", "g", "j", "D")
        assert screen.kept.saved_searches() == ()
        assert "Saved searches" not in rows_shown(app)[1]


async def test_an_index_that_is_not_there_is_told(world: World) -> None:
    app = world.app()
    async with app.run_test(size=_SIZE) as pilot:
        await pilot.press("s", "x")
        await until(pilot, lambda: "not ready" in rows_shown(app)[0])
        assert "There is no index." in rows_shown(app)[-1]


@pytest.mark.parametrize("size", [(80, 24), (50, 12), (20, 5)])
async def test_it_fits_any_terminal(garden: World, size: tuple[int, int]) -> None:
    app = garden.app()
    async with app.run_test(size=size) as pilot:
        await _search(pilot, "willow")
        await pilot.press("down", "enter")
        assert screen_of(app).journey.path == "trees/willow.md"
        assert screen_of(app).reader.location != Location("trees/willow.md")


async def test_after_a_preview_the_same_page_is_shown_unless_the_library_has_changed(garden: World) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=_SIZE) as pilot:
        screen = screen_of(app)
        await pilot.pause()
        before = screen.reader.page
        await pilot.press("s")
        screen.panel.bar.value = "birch"
        await until(pilot, lambda: screen.panel.hits.row_count)
        for changed in (False, True):
            screen.journey.preview(screen.panel.hits.current)
            assert screen.reader.page.article.path == "trees/birch.md"
            if changed:
                screen.journey.reload()
            screen.journey.end_preview()
            assert screen.reader.page.article.path == screen.journey.path == "trees/willow.md"
            assert (screen.reader.page is before) is not changed
