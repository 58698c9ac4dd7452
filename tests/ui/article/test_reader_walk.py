"""The reader is walked by lines, pages, headings, links and moments."""

import pytest

from tests.ui.conftest import World, rows_shown, screen_of, until


async def test_headings_are_walked_and_both_ends_are_told(garden: World) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.pause()
        reader = screen_of(app).reader
        met = []
        for _ in range(3):
            await pilot.press("}")
            met.append(reader.layout_.heading_at(reader.top).text)
        assert met == ["Bark", "Acorns", "Wood"]
        await pilot.press("{")
        assert reader.layout_.heading_at(reader.top).text == "Acorns"
        await pilot.press("G", "}", "}")
        assert reader.selected_spot.text == "Roots"
        await pilot.press("}")
        assert "No further heading." in rows_shown(app)[-1]
        await pilot.press("g", "g", "{")
        assert "No heading above." in rows_shown(app)[-1]


async def test_a_section_is_folded_under_its_selected_heading(garden: World) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("}", "enter")
        shown = "\n".join(rows_shown(app))
        assert "▸ Bark" in shown
        assert "is rough" not in shown
        await pilot.press("enter", "}")
        assert "is rough" in "\n".join(rows_shown(app))
        assert screen_of(app).reader.selected_spot.text == "Acorns"


async def test_pages_keep_two_lines_of_what_was_seen(garden: World) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.pause()
        reader = screen_of(app).reader
        height = reader.size.height
        await pilot.press("space")
        assert reader.top == height - 2
        await pilot.press("b", "d")
        assert reader.top == height // 2
        await pilot.press("u", "j", "j", "k")
        assert reader.top == 1


async def test_links_and_moments_are_selected_in_turn(garden: World) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        reader = screen_of(app).reader
        await pilot.press("]")
        first = reader.selected_moment
        await pilot.press("]")
        assert first.seconds == 60
        assert reader.selected_moment.seconds == 120
        await pilot.press("]")
        assert "No further moment." in rows_shown(app)[-1]
        await pilot.press("[")
        assert reader.selected_moment == first
        await pilot.press("escape")
        assert reader.selected == -1


async def test_the_column_gets_wider_and_narrower_and_the_place_stays(garden: World) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=(140, 10)) as pilot:
        await pilot.pause()
        reader = screen_of(app).reader
        await pilot.press("}", "}")
        line = reader.location.line
        await pilot.press("-")
        assert "68 cells" in rows_shown(app)[-1]
        await pilot.press("+", "=")
        assert "76 cells" in rows_shown(app)[-1]
        assert reader.location.line == line


@pytest.mark.parametrize("width", [20, 26, 33, 60, 81])
async def test_the_scrollbar_covers_no_text(world: World, width: int) -> None:
    async with world.app("lectures/vision.md").run_test(size=(width, 12)) as pilot:
        await pilot.press("z")
        reader = screen_of(pilot.app).reader
        await until(pilot, lambda: reader.size.width == width and reader.layout_ is not None)
        await pilot.pause()
        assert reader.layout_.width == width - 1
        texts = [reader.layout_.line(row).text.rstrip() for row in range(12)]
        assert [row[: width - 1].rstrip() for row in rows_shown(pilot.app)[:12]] == texts


async def test_where_no_time_is_doubtful_nothing_is_flipped(world: World) -> None:
    app = world.app("index.md")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        page = screen_of(app).reader.page
        await pilot.press("x")
        assert "No time of this article can be read in another way." in rows_shown(app)[-1]
        assert screen_of(app).reader.page is page


async def test_the_end_is_the_end_though_heights_are_guessed(world: World) -> None:
    body = "\n\n".join(f"## Part {part}\n\n> [!tip] {part}\n> " + "words " * part for part in range(80))
    world.write({"long.md": f"# Long\n\n{body}\n\nThe last line.\n"})
    app = world.app("long.md")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G")
        assert "The last line." in rows_shown(app)[-2]
        await pilot.pause(0.3)
        assert "The last line." in rows_shown(app)[-2]


async def test_a_picture_that_is_a_file_is_named(world: World) -> None:
    world.write({"picture.md": "![A lake](images/lake.png) and ![[shore.png]]\n"})
    app = world.app("picture.md")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(".", "enter")
        assert "The picture is a file: images/lake.png" in rows_shown(app)[-1]
        await pilot.press(".", "enter")
        assert "The picture is a file: shore.png" in rows_shown(app)[-1]
