"""Every theme can be used: previewed, kept, and drawn in, also the one in the terminal's own colours."""

from pathlib import Path

import pytest
from textual.app import App

from dltui.library.themes import Themes
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.textual_theme import textual_theme

_FOLDER = Path(__file__).resolve().parents[3] / "themes"
_THEMES = Themes((_FOLDER,), None)
_DRAWN_BY_PANES = [
    "bar",
    "bar.key",
    "bar.notice",
    "bar.status",
    "bar.text",
    "help.group",
    "help.key",
    "hint",
    "hit.heading",
    "hit.moment",
    "hit.more",
    "hit.snippet",
    "hit.title",
    "match",
    "match.current",
    "panel",
    "qr",
    "selected",
    "selection",
    "selection.faint",
    "surface",
    "tree.article",
    "tree.category",
    "tree.count",
    "tree.current",
    "tree.mark",
]


def test_there_are_dark_light_and_high_contrast_ones():
    kinds = {theme.dark for theme in _THEMES.all().values()}
    assert kinds == {True, False}
    assert len(_THEMES.all()) >= 6
    assert not _THEMES.problems


@pytest.mark.parametrize("name", _THEMES.all())
def test_a_theme_styles_whatever_the_panes_draw(name):
    theme = _THEMES.get(name)
    assert [role for role in _DRAWN_BY_PANES if not theme.written(role)] == []
    assert Painter(theme).style("selected") != Painter(theme).style("text")


async def test_textual_takes_every_theme():
    app = App()
    async with app.run_test() as pilot:
        for theme in _THEMES.all().values():
            app.register_theme(textual_theme(theme))
            app.theme = theme.name
            await pilot.pause()
            assert app.current_theme.name == theme.name


def test_a_remembered_theme_is_the_one_of_the_file(tmp_path):
    memory = tmp_path / "theme.json"
    first = Themes((_FOLDER,), memory)
    name = next(iter(first.all()))
    first.keep(name)
    assert Themes((_FOLDER,), memory).get(name) == first.get(name)
    memory.write_text('{"name": "' + name + '", "stamp": [], "theme": {}}')
    assert Themes((_FOLDER,), memory).get(name) == first.get(name)
    memory.write_bytes(b"\xff\x00")
    assert Themes((_FOLDER,), memory).get(name) == first.get(name)
