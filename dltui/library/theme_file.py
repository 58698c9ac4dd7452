"""Themes as people write them: YAML files with a palette and a style for each role."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from dltui.errors import NotFoundError
from dltui.library.codes import Code, diagnose
from dltui.library.source import load_source
from dltui.library.yaml_file import Node, load_mapping
from dltui.model.clean import clean_line
from dltui.model.diagnostic import Diagnostic
from dltui.model.theme import Theme

PALETTE = (
    "background",
    "surface",
    "panel",
    "foreground",
    "muted",
    "primary",
    "secondary",
    "accent",
    "success",
    "warning",
    "error",
    "border",
    "selection",
)
"""The colours every palette needs; it may name more, for its own roles."""

_ANSI = "black|red|green|yellow|blue|magenta|cyan|white"
_COLOUR = re.compile(rf"#[0-9a-f]{{6}}|ansi_(?:default|(?:bright_)?(?:{_ANSI}))", re.IGNORECASE)
_PART = (
    rf"(?:on )?(?:#[0-9a-f]{{6}}|default|(?:bright_)?(?:{_ANSI}))"
    r"|(?:not )?(?:bold|dim|italic|underline2?|strike|reverse|overline)"
)
_STYLE = re.compile(rf"(?:(?:{_PART})(?: (?:{_PART}))*)?")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off"})


class _BrokenThemeError(Exception):
    """A theme file that can't be used at all."""


def load_themes(folders: Iterable[Path]) -> tuple[dict[str, Theme], tuple[Diagnostic, ...]]:
    """Read every `*.yaml` and `*.yml` of the folders; a theme of a later folder replaces an earlier one's.

    Returns:
        Themes by name, sorted, and what is wrong with the files. A folder that isn't there is nothing wrong.
    """
    themes: dict[str, Theme] = {}
    problems: list[Diagnostic] = []
    for place in _files(folders):
        shown = clean_line(str(place))
        try:
            theme, found = parse_theme(load_source(place, shown).text, place.stem, shown)
        except (NotFoundError, _BrokenThemeError) as error:
            problems.append(diagnose(Code.THEME_INVALID, str(error), path=shown))
        else:
            themes[theme.name] = theme
            problems += found
    return dict(sorted(themes.items())), tuple(problems)


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        try:
            found = sorted(folder.iterdir())
        except OSError:
            continue
        yield from (
            place
            for place in found
            if place.suffix.lower() in {".yaml", ".yml"} and not place.name.startswith(".")
        )


def parse_theme(text: str, stem: str, shown: str) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """Read one theme.

    Args:
        text: YAML with `name`, `title`, `dark`, `palette`, `roles` and `code`; a style may name a colour of the
            palette as `$name`, and a key several roles parted by commas.
        stem: the file's stem, the theme's name where none is written.
        shown: the file as diagnostics name it.

    Raises:
        _BrokenThemeError: it isn't YAML, or its palette isn't whole.
    """
    values, problem = load_mapping(text)
    if problem:
        raise _BrokenThemeError(problem)
    palette, problems = _palette(values.get("palette"))
    roles, more = _roles(values.get("roles"), palette)
    name = _text(values.get("name")) or stem
    theme = Theme(
        name=name if _NAME.fullmatch(name) else stem,
        title=_text(values.get("title")) or stem,
        dark=_is_true(values.get("dark")),
        palette=palette,
        roles=roles,
        code=_text(values.get("code")) or "default",
    )
    return theme, tuple(diagnose(Code.THEME_INVALID, detail, path=shown) for detail in (*problems, *more))


def _text(node: Node | None) -> str:
    return clean_line(node) if isinstance(node, str) else ""


def _is_true(node: Node | None) -> bool:
    written = _text(node).lower()
    if written not in _TRUE | _FALSE:
        raise _BrokenThemeError("`dark` must be true or false")
    return written in _TRUE


def _palette(node: Node | None) -> tuple[dict[str, str], list[str]]:
    """The colours by name, and what was left out."""
    written = node if isinstance(node, dict) else {}
    palette = {name: _text(colour).lower() for name, colour in written.items()}
    wrong = [name for name, colour in palette.items() if not _COLOUR.fullmatch(colour)]
    whole = {name: colour for name, colour in palette.items() if name not in wrong}
    missing = [name for name in PALETTE if name not in whole]
    if missing:
        raise _BrokenThemeError(f"its palette needs a colour (#rrggbb) for {', '.join(missing)}")
    return whole, [f"not a colour, left out of the palette: {name}" for name in wrong]


def _roles(node: Node | None, palette: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """The styles by role in Rich's style language, and what was left out."""
    roles: dict[str, str] = {}
    problems: list[str] = []
    for names, written in (node if isinstance(node, dict) else {}).items():
        try:
            style = _style(_text(written), palette)
        except _BrokenThemeError as error:
            problems.append(f"the style of `{clean_line(names)}` is left out: {error}")
        else:
            roles.update((role.strip(), style) for role in names.split(","))
    return roles, problems


def _style(written: str, palette: dict[str, str]) -> str:
    """A style with the palette's colours put in place of their names."""
    words = []
    for word in written.lower().split():
        if word.startswith("$") and word[1:] not in palette:
            raise _BrokenThemeError(f"there is no {word} in the palette")
        words.append(palette[word[1:]].removeprefix("ansi_") if word.startswith("$") else word)
    style = " ".join(words)
    if not _STYLE.fullmatch(style):
        raise _BrokenThemeError(f"`{written}` is made of something else than colours and attributes")
    return style
