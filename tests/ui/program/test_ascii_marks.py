"""`reader.icons: ascii`: the whole interface, and not the article alone, draws with ASCII."""

from collections.abc import Callable

import pytest

from dltui.render.settings import LayoutSettings
from dltui.ui.program.url_card import UrlCard
from tests.ui.conftest import FILES, World, rows_shown, until

#: Letters of sentences and names of keys, which no mark is.
_NO_MARKS = str.maketrans("", "", "\xa0“”↑↓←→")
_ASCII = LayoutSettings(air=1, ascii_icons=True)
_PROBLEMS = {
    "bad/one.md": "---\ntitle: One\nvideoId: nothing\n---\n\nA link to [[nowhere at all]], at [N/A] 09:10:57.\n",
    "bad/two.md": "---\ntitle: a: b: c\n---\n\nText.\n",
}
_LONG = (
    "A sentence that is so long that it has to be cut where a row ends, and goes on for a while after that. "
    * 3
)


@pytest.fixture
def ascii_world(world_of: Callable[..., World]) -> World:
    return world_of(
        {**FILES, **_PROBLEMS, "long.md": f"---\ntitle: {_LONG}\n---\n\n{_LONG}\n"}, searchable=True
    )


_SCREENS = {
    "right_square_bracket g v": "VideoScreen",
    "right_square_bracket g a": "MomentScreen",
    "g p n": "ProblemScreen",
    "g l": "NeighbourhoodScreen",
    "g e": "PickScreen",
    "t": "ThemeScreen",
    "question_mark": "HelpScreen",
    "ctrl+o v i": "PickScreen",
    "g": "MainScreen",
    "f": "MainScreen",
    "slash e enter": "MainScreen",
    "V": "MainScreen",
    "B": "MainScreen",
    "1 j enter": "MainScreen",
    "s l e a r n": "MainScreen",
}


async def test_every_screen(ascii_world: World) -> None:
    app = ascii_world.app("lectures/vision.md", layout=_ASCII)
    async with app.run_test(size=(110, 24)) as pilot:
        await pilot.press("asterisk")
        for keys, name in _SCREENS.items():
            await pilot.press(*keys.split())
            await pilot.pause(0.05)
            strange = [row for row in rows_shown(app) if not row.translate(_NO_MARKS).isascii()]
            assert (keys, type(app.screen).__name__, strange) == (keys, name, [])
            await pilot.press("escape")


@pytest.mark.parametrize("has_all_letters", [True, False])
async def test_the_card_has_its_code_where_that_can_be_sent(
    ascii_world: World, has_all_letters: bool
) -> None:
    app = ascii_world.app("lectures/vision.md", layout=_ASCII, has_all_letters=has_all_letters)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("U")
        await until(pilot, lambda: isinstance(app.screen, UrlCard))
        await pilot.pause()
        shown = "\n".join(rows_shown(app))
        assert ("▀" in shown) is has_all_letters
        assert ("no blocks for the QR code" in shown) is not has_all_letters


async def test_another_theme_keeps_them(ascii_world: World) -> None:
    app = ascii_world.app("lectures/vision.md", layout=_ASCII)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("t", "j", "enter")
        await pilot.pause()
        assert [row for row in rows_shown(app) if not row.translate(_NO_MARKS).isascii()] == []
