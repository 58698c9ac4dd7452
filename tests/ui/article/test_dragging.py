"""Selecting text with the mouse."""

import pytest
from textual.events import MouseDown, MouseMove, MouseScrollDown, MouseUp

from dltui.library.article.loaded import LoadedArticle
from dltui.library.source import Source
from dltui.library.times.evidence import NOTHING_KNOWN
from dltui.model.target import LinkState, Target
from dltui.render.layout import Layout
from dltui.ui.article.dragged_text import Cell, cells_between, text_between
from tests.ui.conftest import World, rows_shown, screen_of, until

_TEXT = """漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字

A paragraph that is rather long and wraps over several lines of the pane, as one sees here.

- an item that is long enough to be wrapped around the end of its line

```python
def double(number):
    return number * 2  # a comment that is long enough to be wrapped or cut at the end
```

> [!tip] Wide
> 漢字漢字 in a callout that wraps as well, since it is long enough for that to happen.
"""


@pytest.fixture
def layout() -> Layout:
    loaded = LoadedArticle.of("a.md", Source(_TEXT, b""), NOTHING_KNOWN)
    layout = Layout(loaded.document, 40, resolve=lambda _: Target(LinkState.MISSING), read=loaded.read)
    layout.ensure(0, 100)
    return layout


def test_all_of_a_page_is_text_as_it_was_before_it_was_wrapped(layout: Layout) -> None:
    text = text_between(layout, Cell(0, 0), Cell(layout.height - 1, 39))
    for whole in (
        "漢字" * 20,
        "A paragraph that is rather long and wraps over several lines of the pane, as one sees here.",
        "an item that is long enough to be wrapped around the end of its line",
        "    return number * 2  # a comment that is long enough to be wrapped or cut at the end",
        "漢字漢字 in a callout that wraps as well, since it is long enough for that to happen.",
    ):
        assert whole.strip() in text
    assert "def double(number):\n" in text
    assert not {"▎▎", "↪"} & set(text)


def test_one_row_is_cut_at_both_cells(layout: Layout) -> None:
    row = next(row for row in range(layout.height) if "paragraph" in layout.line(row).text)
    start = layout.line(row).text.index("paragraph")
    assert text_between(layout, Cell(row, start), Cell(row, start + 8)) == "paragraph"
    assert text_between(layout, Cell(row, start), Cell(row, start)) == "p"


def test_a_blank_margin_is_never_lit(layout: Layout) -> None:
    for row in range(layout.height):
        start, end = cells_between(layout, row, Cell(0, 0), Cell(layout.height, 0))
        line = layout.line(row)
        assert 0 <= start <= end <= line.width
        assert not line.text.strip() or end > start


async def test_what_is_dragged_over_is_lit_and_sent(world: World) -> None:
    app = world.app("lectures/vision.md")
    async with app.run_test(size=(120, 40)) as pilot:
        reader = screen_of(app).reader
        row = next(row for row, text in enumerate(rows_shown(app)) if "Opening words" in text)
        column = rows_shown(app)[row].index("Opening")
        sent = []
        app.way_out.copy = lambda text, what: sent.append((text, what))  # type: ignore[method-assign]

        def event(kind: type, x: int, y: int) -> object:
            return kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y)

        app.post_message(event(MouseDown, column, row))
        app.post_message(event(MouseMove, column + 3, row))
        app.post_message(event(MouseMove, column + 6, row))
        app.post_message(event(MouseUp, column + 6, row))
        await pilot.pause()
        await pilot.pause()
        assert sent == [("Opening", "selected text")]
        assert list(reader.overlays(reader.top + row - reader.region.y))
        await pilot.press("escape")
        assert not list(reader.overlays(reader.top + row - reader.region.y))


async def test_a_click_is_no_drag(world: World) -> None:
    app = world.app("index.md")
    async with app.run_test(size=(120, 40)) as pilot:
        row = next(row for row, text in enumerate(rows_shown(app)) if "Begin with" in text)
        await pilot.click(offset=(rows_shown(app)[row].index("vision") + 1, row))
        await pilot.pause()
        assert screen_of(app).journey.path == "lectures/vision.md"


async def test_a_place_reached_with_the_wheel_stays_when_the_pane_changes(world: World) -> None:
    world.write({"long.md": "# Long\n\n" + "\n\n".join(f"Paragraph {number}." for number in range(200))})
    app = world.app("long.md")
    async with app.run_test(size=(120, 30)) as pilot:
        for _ in range(6):
            app.post_message(
                MouseScrollDown(None, 60, 15, 0, 0, 0, False, False, False, screen_x=60, screen_y=15)
            )
        await pilot.pause()
        reader = screen_of(app).reader
        place = reader.top
        assert place > 0
        await pilot.press("V")
        await pilot.pause()
        await until(pilot, lambda: reader.progress is not None)
        assert reader.top == place


def test_the_rows_of_a_formula_stay_rows() -> None:
    loaded = LoadedArticle.of("a.md", Source("$$\\frac{x + 1}{y}$$\n", b""), NOTHING_KNOWN)
    layout = Layout(loaded.document, 40, resolve=lambda _: Target(LinkState.MISSING), read=loaded.read)
    layout.ensure(0, 10)
    assert text_between(layout, Cell(0, 0), Cell(2, 39)) == "x + 1\n─────\ny"
