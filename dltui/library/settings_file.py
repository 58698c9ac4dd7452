"""The user's settings, as YAML: `open.command` is the key `command` below `open`."""

import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dltui.errors import NotFoundError
from dltui.library.source import load_source
from dltui.model.clean import clean, clean_line
from dltui.model.settings import Settings

if TYPE_CHECKING:
    from dltui.library.yaml_file import Node

_NARROWEST, _WIDEST = 20, 300  # cells
_TRUE = frozenset({"true", "yes", "on"})
_FALSE = frozenset({"false", "no", "off"})


class _BrokenSettingError(Exception):
    """A value that can't be used; the sentence says what it should be."""


def load_settings(file: Path) -> Settings:
    """Read the settings; what can't be used keeps its default and is one of the problems. Never raises.

    A file that isn't there is nothing wrong.
    """
    if not file.exists():
        return Settings()
    try:
        text = load_source(file, clean_line(str(file))).text
    except NotFoundError as error:
        return Settings(problems=(f"The settings aren't used: {error.message}.",))
    return parse_settings(text, file.name)


def parse_settings(text: str, shown: str) -> Settings:
    """Read the text of a settings file.

    Args:
        text: YAML, a mapping of sections to mappings.
        shown: the file as problems name it.
    """
    from dltui.library.yaml_file import load_mapping  # noqa: PLC0415 -- most people have no such file

    sections, problem = load_mapping(text)
    if problem:
        return Settings(problems=(f"{shown} isn't used: {clean_line(problem)}.",))
    values: dict[str, Any] = {}
    problems: list[str] = []
    for name, node in _named(sections):
        field, read = _READERS.get(name, ("", _unknown))
        try:
            values[field] = read(node)
        except _BrokenSettingError as error:
            problems.append(f"{shown}: `{clean_line(name)[:60]}` {error}.")
    return Settings(**values, problems=tuple(problems))


def _named(sections: dict[str, "Node"]) -> Iterator[tuple[str, "Node"]]:
    """Each setting under its full name; an empty section holds none, and `keys` is one as a whole."""
    for section, node in sections.items():
        if isinstance(node, dict) and section not in _READERS:
            yield from ((f"{section}.{name}", value) for name, value in node.items())
        elif node:
            yield section, node


def _unknown(_node: "Node") -> object:
    raise _BrokenSettingError("is no setting")


def _words(node: "Node") -> tuple[str, ...]:
    """An argument list: a sequence of texts, or one text split into words as a shell would, without a shell."""
    if isinstance(node, str):
        try:
            words = shlex.split(node)
        except ValueError:
            raise _BrokenSettingError("has a quote without its end") from None
    elif isinstance(node, tuple) and all(isinstance(word, str) for word in node):
        words = [word for word in node if isinstance(word, str)]
    else:
        raise _BrokenSettingError("must be a command: a text, or a list of its arguments")
    if not words or not words[0]:
        raise _BrokenSettingError("names no program")
    if any(word != clean(word) for word in words):
        raise _BrokenSettingError("holds control characters")
    return tuple(words)


def _keys(node: "Node") -> dict[str, tuple[str, ...]]:
    """Ids to keys: a text with commas between them, or a list. What is none is for the table of keys to say."""
    if not isinstance(node, dict):
        raise _BrokenSettingError("must name keys below it, as in `reader.find: ctrl+f`")
    return {name: tuple(_each_key(name, keys)) for name, keys in node.items()}


def _each_key(name: str, node: "Node") -> Iterator[str]:
    if isinstance(node, dict) or not node:
        raise _BrokenSettingError(f"has no key for `{clean_line(name)[:60]}`")
    if isinstance(node, str):
        yield from (key.strip() for key in ([node] if node.strip() == "," else node.split(",")))
    else:
        yield from (key if isinstance(key, str) else "" for key in node)


def _name(node: "Node") -> str:
    if not isinstance(node, str) or not node or node != clean_line(node):
        raise _BrokenSettingError("must be a name")
    return node


def _column(node: "Node") -> int:
    written = node if isinstance(node, str) else ""
    if not (written.isascii() and written.isdigit() and _NARROWEST <= int(written[:9]) <= _WIDEST):
        raise _BrokenSettingError(f"must be a number of cells from {_NARROWEST} to {_WIDEST}")
    return int(written)


def _is_ascii(node: "Node") -> bool:
    if node not in {"ascii", "unicode"}:
        raise _BrokenSettingError("must be `unicode` or `ascii`")
    return node == "ascii"


def _flag(node: "Node") -> bool:
    written = node.lower() if isinstance(node, str) else ""
    if written not in _TRUE | _FALSE:
        raise _BrokenSettingError("must be true or false")
    return written in _TRUE


def _place(node: "Node") -> Path:
    try:
        place = Path(node if isinstance(node, str) else "").expanduser()
    except RuntimeError:
        place = Path()
    if not place.is_absolute() or str(place) != clean_line(str(place)):
        raise _BrokenSettingError("must be a path, written in full or from `~` on")
    return place


_READERS: dict[str, tuple[str, Callable[["Node"], object]]] = {
    "library": ("library", _place),
    "theme": ("theme", _name),
    "keys": ("keys", _keys),
    "reader.width": ("column", _column),
    "reader.icons": ("ascii_icons", _is_ascii),
    "open.command": ("open_command", _words),
    "open.terminal": ("open_in_terminal", _flag),
    "play.command": ("play_command", _words),
    "export.folder": ("export_folder", _place),
}
