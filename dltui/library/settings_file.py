"""The user's settings, as YAML: `open.command` is the key `command` below `open`."""

import shlex
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from dltui.errors import NotFoundError
from dltui.library.source import load_source
from dltui.library.yaml_file import Node, load_mapping
from dltui.model.clean import clean, clean_line
from dltui.model.settings import Settings

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


def _named(sections: dict[str, Node]) -> Iterator[tuple[str, Node]]:
    """Each setting under its full name; an empty section holds none."""
    for section, node in sections.items():
        if isinstance(node, dict):
            yield from ((f"{section}.{name}", value) for name, value in node.items())
        elif node:
            yield section, node


def _unknown(_node: Node) -> object:
    raise _BrokenSettingError("is no setting")


def _words(node: Node) -> tuple[str, ...]:
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


def _flag(node: Node) -> bool:
    written = node.lower() if isinstance(node, str) else ""
    if written not in _TRUE | _FALSE:
        raise _BrokenSettingError("must be true or false")
    return written in _TRUE


def _folder(node: Node) -> Path:
    try:
        folder = Path(node if isinstance(node, str) else "").expanduser()
    except RuntimeError:
        folder = Path()
    if not folder.is_absolute() or str(folder) != clean_line(str(folder)):
        raise _BrokenSettingError("must be a folder, written in full or from `~` on")
    return folder


_READERS: dict[str, tuple[str, Callable[[Node], object]]] = {
    "open.command": ("open_command", _words),
    "open.terminal": ("open_in_terminal", _flag),
    "play.command": ("play_command", _words),
    "export.folder": ("export_folder", _folder),
}
