"""The place one reads at: it stays at another width and in another theme, and one comes back to it."""

from collections.abc import Callable
from dataclasses import replace

from dltui.state.store import StateStore
from dltui.ui.app import DltuiApp
from tests.ui.conftest import World, rows_shown, screen_of, until

WORDS = " ".join(f"word{number}" for number in range(90))
FILES = {
    "long.md": "# Long\n\n"
    + "\n\n".join(f"## Part {part}\n\nP{part} {WORDS}" for part in range(12))
    + "\n\n> [!tip]- Folded\n> "
    + "\n> ".join(f"hidden{line}\n>" for line in range(30))
    + f"\n\nAfter it.\n\n{WORDS}\n\n{WORDS}\n\n{WORDS}\n\nSee [[other]].\n\n{WORDS}\n",
    "other.md": "# Other\n\nBack to [[long]].\n",
}


def _first_word(world_app: object) -> str:
    """The first word of the row at the top of the article."""
    reader = screen_of(world_app).reader  # type: ignore[arg-type]
    return reader.layout_.line(reader.top).text.split()[0]


async def test_another_width_keeps_the_line_at_the_top(world_of: Callable[..., World]) -> None:
    app = world_of(FILES).app("long.md")
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.pause()
        reader = screen_of(app).reader
        await pilot.press("}", "}", "}", "j", "j", "j", "j", "j")
        place, word = reader.layout_.place_at(reader.top), _first_word(app)
        assert place.offset
        for size in ((80, 20), (60, 12), (200, 40), (120, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            at = reader.layout_.place_at(reader.top)
            assert at[:2] == place[:2]
            assert at.offset <= place.offset
            assert word in reader.layout_.line(reader.top).text
        assert reader.layout_.place_at(reader.top) == place


async def test_another_theme_keeps_every_row_and_lays_nothing_out(world_of: Callable[..., World]) -> None:
    app = world_of(FILES).app("long.md")
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause()
        reader = screen_of(app).reader
        await pilot.press("}", "}", "j", "j", ".")
        shown, layout, top = rows_shown(app)[:-1], reader.layout_, reader.top
        await pilot.press("t", "j", "j", "enter")
        await pilot.pause()
        assert reader.painter.theme.name != "harbour-night"
        assert rows_shown(app)[:-1] == shown
        assert (reader.layout_, reader.top) == (layout, top)


async def test_back_comes_to_the_very_row_with_its_selection_and_folds(
    world_of: Callable[..., World],
) -> None:
    app = world_of(FILES).app("long.md")
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause()
        reader = screen_of(app).reader
        await pilot.press("G", ",", ",", "enter")
        assert "hidden3" in "\n".join(rows_shown(app))
        height = reader.layout_.height
        await pilot.press("G", "k", "k", ",")
        before, top = rows_shown(app)[1:-1], reader.top
        await pilot.press("enter")
        await pilot.pause()
        assert screen_of(app).journey.path == "other.md"
        await pilot.press("H")
        await pilot.pause()
        assert (reader.top, rows_shown(app)[1:-1]) == (top, before)
        assert reader.layout_.spot(reader.selected).text == "other"
        assert reader.layout_.height == height


async def test_the_next_start_is_where_the_last_one_ended(world_of: Callable[..., World]) -> None:
    world = world_of(FILES)
    state = StateStore(world.cache / "state.sqlite")
    app = world.app("long.md", state=state)
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause()
        reader = screen_of(app).reader
        await until(pilot, lambda: reader.progress is not None)
        await pilot.press("}", "}", "j", "j", "j")
        await until(pilot, lambda: reader.virtual_size.height == reader.layout_.height)
        await pilot.pause()
        shown = rows_shown(app)[1:-1]
        await pilot.press("q")
    services = replace(world.services(state=state), start=state.location(str(world.library.root)))
    again = DltuiApp(lambda: services, services.themes.get("harbour-night"))
    async with again.run_test(size=(100, 20)) as pilot:
        reader = screen_of(again).reader
        await until(pilot, lambda: reader.progress is not None)
        await until(pilot, lambda: reader.virtual_size.height == reader.layout_.height)
        await pilot.pause()
        assert rows_shown(again)[1:-1] == shown


async def test_another_width_leaves_selected_what_was(world_of: Callable[..., World]) -> None:
    app = world_of(FILES).app("other.md")
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause()
        reader = screen_of(app).reader
        await pilot.press(".")
        selected = reader.selected
        assert selected >= 0
        await pilot.resize_terminal(70, 16)
        await pilot.pause()
        assert reader.selected == selected


async def test_a_place_of_a_text_that_has_changed_since_selects_nothing(
    world_of: Callable[..., World],
) -> None:
    world = world_of({"one.md": "# One\n\n[[other]] [[other]] [[other]]\n", "other.md": "# Other\n"})
    app = world.app("one.md")
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.press(".", ".", ".", "enter")
        await pilot.pause()
        assert screen_of(app).journey.path == "other.md"
        world.write({"one.md": "# One\n\n[[other]]\n"})
        await pilot.press("H")
        await pilot.pause()
        reader = screen_of(app).reader
        assert (screen_of(app).journey.path, reader.selected, reader.selected_moment) == ("one.md", -1, None)
