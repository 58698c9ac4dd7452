"""The themes there are. The one to begin with is remembered in ready form, as YAML takes a tenth of the start."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from functools import cached_property
from pathlib import Path

from dltui.model.diagnostic import Diagnostic
from dltui.model.theme import Theme

_ENDINGS = (".yaml", ".yml")


class Themes:
    """Themes by name.

    Args:
        folders: where they are looked for; a later one replaces an earlier one's of the same name.
        memory: a private file that keeps the last one used in ready form; None for none.
    """

    def __init__(self, folders: Sequence[Path], memory: Path | None) -> None:
        self._folders = folders
        self._memory = memory
        self._known: dict[str, Theme] = {}

    def all(self) -> Mapping[str, Theme]:
        """Every theme that can be used."""
        return self._read[0]

    @property
    def problems(self) -> Sequence[Diagnostic]:
        """What is wrong with the files."""
        return self._read[1]

    def has(self, name: str) -> bool:
        """Whether there is such a theme, as far as can be told without reading files."""
        return bool(name) and (any(self._files(name)) or name in self.all())

    def get(self, name: str) -> Theme:
        """The theme of that name; another one if there is none."""
        if name not in self._known:
            self._known[name] = self._remembered(name) or self._chosen(name)
        return self._known[name]

    def keep(self, name: str) -> None:
        """Remember a theme in ready form for the next start."""
        self._remember(name, self.get(name))

    @cached_property
    def _read(self) -> tuple[Mapping[str, Theme], Sequence[Diagnostic]]:
        from dltui.library.theme_file import load_themes  # noqa: PLC0415 -- YAML is imported only when it is read

        return load_themes(self._folders)

    def _chosen(self, name: str) -> Theme:
        themes = self.all()
        return themes.get(name) or next(iter(themes.values()))

    def _files(self, name: str) -> list[Path]:
        places = (folder / f"{name}{ending}" for folder in self._folders for ending in _ENDINGS)
        return [place for place in places if place.is_file()]

    def _stamp(self, name: str) -> list[list[str | int]]:
        """What tells whether the theme's files have changed."""
        return [[str(place), place.stat().st_mtime_ns, place.stat().st_size] for place in self._files(name)]

    def _remembered(self, name: str) -> Theme | None:
        if self._memory is None:
            return None
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            kept = json.loads(self._memory.read_text("utf-8"))
            if kept["stamp"] and kept["name"] == name and kept["stamp"] == self._stamp(name):
                return Theme(**kept["theme"])
        return None

    def _remember(self, name: str, theme: Theme) -> None:
        if self._memory is None:
            return
        with suppress(OSError):
            kept = {"name": name, "stamp": self._stamp(name), "theme": asdict(theme)}
            fresh = self._memory.with_suffix(".new")
            self._memory.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            fresh.write_text(json.dumps(kept), "utf-8")
            fresh.replace(self._memory)
