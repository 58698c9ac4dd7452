from functools import cache
from pathlib import Path

import pytest
from rich.style import Style

from dltui.library.theme_file import load_themes
from dltui.model.theme import Theme
from dltui.render import roles
from dltui.render.compose.callouts import FAMILIES

FOLDER = Path(__file__).resolve().parents[2] / "themes"
THEMES, PROBLEMS = load_themes([FOLDER])
HIGH_CONTRAST = ("lighthouse", "ink-and-chalk")
COLOURED = [theme for theme in THEMES.values() if theme.palette["background"].startswith("#")]

#: Lines and marks that say nothing by themselves: they may stand back.
ORNAMENTS = ("quote.bar", "rule", "rule.heading", "table.border", "header.rule")
#: Roles whose style is a background for others.
SURFACES = ("panel", "selection", "selection.faint")
ROLES = sorted(
    {value for name, value in vars(roles).items() if name.isupper() and isinstance(value, str)}
    | {roles.heading(level) for level in range(1, 7)}
    | {f"callout.{family}{part}" for family in FAMILIES for part in ("", ".title")}
    | {
        f"code.token.{token}"
        for token in ("k", "kc", "nf", "nb", "s", "s1", "m", "mi", "o", "c", "c1", "err")
    }
    | {
        "tree.category",
        "tree.current",
        "tree.count",
        "hit.title",
        "hit.snippet",
        "hit.moment",
        "hit.more",
        "match",
    }
    | {"bar.key", "bar.text", "bar.status", "bar.notice", "help.group", "help.key"}
)


@cache
def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colours(theme: Theme, *layers: str) -> tuple[str, str]:
    """The text's and the background's colour of roles laid over plain text, outermost last."""
    style = Style.parse(theme.written("text"))
    for role in layers:
        style += Style.parse(theme.written(role))
    assert style.color is not None
    assert style.bgcolor is not None
    pair = (style.color.name, style.bgcolor.name)
    return (pair[1], pair[0]) if style.reverse else pair


def test_all_themes_are_read_without_a_complaint() -> None:
    assert PROBLEMS == ()
    assert len(THEMES) >= 6
    kinds = {(theme.dark, theme.name in HIGH_CONTRAST) for theme in COLOURED}
    assert kinds == {(True, True), (True, False), (False, True), (False, False)}
    assert sum(theme.dark for theme in COLOURED) >= 2
    assert sum(not theme.dark for theme in COLOURED) >= 2
    assert len(COLOURED) < len(THEMES)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_role_has_a_style_of_its_own_or_of_its_parent(theme: Theme) -> None:
    missing = [
        role for role in ROLES if role not in theme.roles and role.rpartition(".")[0] not in theme.roles
    ]
    assert missing == []


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_every_text_stands_out_from_every_background(theme: Theme) -> None:
    least = 7.0 if theme.name in HIGH_CONTRAST else 4.5
    poor = []
    texts = {role for role in (*ROLES, *theme.roles) if not role.startswith("rule.")}
    for role in sorted(texts - {*ORNAMENTS, *SURFACES}):
        for surface in ("text", *SURFACES, "code.block"):
            found = contrast(*colours(theme, surface, role))
            if found < least:
                poor.append((role, surface, round(found, 2)))
    assert poor == []


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_ornaments_are_seen_without_shouting(theme: Theme) -> None:
    for role in ORNAMENTS:
        assert contrast(*colours(theme, role)) >= (4.5 if theme.name in HIGH_CONTRAST else 2.5)


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_what_is_selected_or_found_differs_from_the_rest(theme: Theme) -> None:
    page = theme.palette["background"]
    assert (luminance(page) < 0.2) is theme.dark
    backgrounds = [colours(theme, role)[1] for role in ("selection", "match", "panel")]
    assert len({page, *backgrounds}) == 4


def test_the_terminals_own_colours_name_none_of_ours() -> None:
    theme = THEMES["terminal"]
    assert not any("#" in written for written in (*theme.palette.values(), *theme.roles.values()))
