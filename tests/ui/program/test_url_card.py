"""The card: the URL alone on its line, sent to the clipboard, with a code where there is room."""

from pathlib import Path

import pytest
import zxingcpp
from rich.color import Color
from textual.strip import Strip

from dltui.handoff.outcome import Rung
from dltui.library.themes import Themes
from dltui.ui.app import DltuiApp
from dltui.ui.parts.painter import Painter
from dltui.ui.program.card_lines import URL_SPOT, CardContent, card_lines
from dltui.ui.program.url_card import UrlCard
from tests.ui.conftest import FakeOpener, World, rows_shown, screen_of, until

_URL = "https://www.youtube.com/watch?v=s3MuSOl1Rog&t=60s"
_TOP = Path(__file__).resolve().parents[3]
_THEMES = Themes([_TOP / "themes"], None)
_HALVES = {" ": (False, False), "▀": (True, False), "▄": (False, True), "█": (True, True)}
#: Of a cell, in pixels: twice as high as wide.
_CELL = 8


async def test_the_card_shows_url_time_and_code(garden: World) -> None:
    app = garden.app("trees/willow.md")
    sent = []
    app.write_raw = sent.append  # type: ignore[method-assign, assignment]
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("U")
        assert isinstance(app.screen, UrlCard)
        await pilot.pause()
        rows = rows_shown(app)
        assert [row.strip() for row in rows if _URL in row] == [_URL]
        assert "▸ 1:00" in "\n".join(rows)
        assert "y Send again · Enter Close" in "\n".join(rows)
        assert "▄▄▄▄▄" in "\n".join(rows)
        assert len(sent) == 1
        assert "\n".join(rows).count("The URL was sent to your clipboard.") == 1
        await pilot.press("y")
        await pilot.pause()
        assert sent[0] == sent[1]
        assert sent[0].startswith(b"\x1b]52;c;")
        assert "The URL was sent to your clipboard. ×2" in "\n".join(rows_shown(app))
        await pilot.press("enter")
        assert not isinstance(app.screen, UrlCard)
        assert "sent to your clipboard" not in rows_shown(app)[-1]


def _light(color: Color | None) -> int:
    """How bright a colour is, as a terminal shows it."""
    assert color is not None
    red, green, blue = color.get_truecolor()
    return round(0.3 * red + 0.59 * green + 0.11 * blue)


def _photograph(strips: list[Strip]) -> memoryview:
    """What a camera sees of the screen; letters are grey."""
    rows: list[list[int]] = []
    for strip in strips:
        upper, lower = [], []
        for segment in strip:
            style = segment.style
            assert style is not None
            front, back = _light(style.color), _light(style.bgcolor)
            for character in segment.text:
                halves = _HALVES.get(character, (False, False))
                upper.append(front if halves[0] else back)
                lower.append(front if halves[1] else back)
        rows += [upper, lower]
    pixels = b"".join(bytes(value for value in row for _ in range(_CELL)) * _CELL for row in rows)
    return memoryview(pixels).cast("B", shape=[len(rows) * _CELL, len(rows[0]) * _CELL])


@pytest.mark.parametrize("theme", sorted(_THEMES.all()))
def test_no_line_hides_an_underscore_of_the_url(theme: str) -> None:
    lines = card_lines(CardContent(_URL, "Title"), "", 80, 24, dark=True)
    (span,) = [span for line in lines for span in line.spans if span.spot == URL_SPOT]
    assert not Painter(_THEMES.all()[theme]).style(span.role).underline


@pytest.mark.parametrize("theme", sorted(_THEMES.all()))
async def test_the_code_on_the_screen_is_read_by_a_camera_in_every_theme(garden: World, theme: str) -> None:
    app = garden.app("trees/willow.md", theme=theme)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("U")
        await pilot.pause()
        picture = _photograph(app.screen._compositor.render_strips())
        found = zxingcpp.read_barcode(picture, try_invert=False)
        assert found is not None
        assert found.text == _URL


async def test_where_the_code_does_not_fit_the_card_says_so(garden: World) -> None:
    app = garden.app("trees/willow.md")
    async with app.run_test(size=(60, 15)) as pilot:
        await pilot.press("U")
        await pilot.pause()
        shown = "\n".join(rows_shown(app))
        assert "too small for the QR code" in shown
        assert _URL in shown
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        shown = "\n".join(rows_shown(app))
        assert "too small for the QR code" not in shown
        assert "▄▄▄▄▄" in shown


async def test_the_ladder_ends_at_the_card_and_an_article_without_a_video_says_so(garden: World) -> None:
    opener = FakeOpener(Rung.CARD)
    app = garden.app("trees/willow.md", opener=lambda: opener)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("v")
        await until(pilot, lambda: isinstance(app.screen, UrlCard))
        assert opener.opened == [_URL]
        assert "Opened by nobody." in "\n".join(rows_shown(app))
        await pilot.press("escape", "g", "h", "v")
        assert "names no video" in rows_shown(app)[-1]


async def test_the_card_of_a_selected_link_is_the_link_s(world: World) -> None:
    app = world.app("index.md")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("full_stop", "U")
        await pilot.pause()
        assert not isinstance(app.screen, UrlCard)  # a wikilink stays within the library
        await pilot.press("full_stop", "U")
        await until(pilot, lambda: isinstance(app.screen, UrlCard))
        assert "https://example.org/a" in [row.strip() for row in rows_shown(app)]


async def test_the_video_of_a_moment_that_is_walked_to_opens(world: World) -> None:
    app = world.app("lectures/vision.md")
    seconds = []
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in ["right_square_bracket"] * 3 + ["left_square_bracket"] * 2:
            await pilot.press(key)
            await pilot.pause()
            moment = _selected(app)
            await pilot.press("v")
            await until(pilot, lambda: len(world.opener.opened) > len(seconds))
            seconds.append(moment)
    assert seconds == [600, 630, 2460, 630, 600]
    assert [url.partition("&t=")[2] for url in world.opener.opened] == [f"{one}s" for one in seconds]


def _selected(app: DltuiApp) -> int | None:
    moment = screen_of(app).reader.selected_moment
    return moment.seconds if moment else None


async def test_what_is_told_before_the_card_is_drawn_stands_on_it(garden: World) -> None:
    app = garden.app("trees/willow.md")
    app.write_raw = lambda _data: None  # type: ignore[method-assign]
    async with app.run_test(size=(80, 24)) as pilot:
        card = UrlCard(app.painter, CardContent(_URL, "Willow", "1:00"), {})
        app.push_screen(card)
        card.tell("Told too early.")
        await pilot.pause()
        assert app.screen is card
