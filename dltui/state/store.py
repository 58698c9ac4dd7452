"""A small store of what the reader left behind: the theme, and where they were in each library."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import asdict
from pathlib import Path

from dltui.model.location import Location

_SCHEMA = "CREATE TABLE IF NOT EXISTS memory (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"
_BUSY_SECONDS = 0.2
_NUMBERS = ("line", "flow", "offset", "rows")


class StateStore:
    """Keys and texts in SQLite. Losing it is harmless, so nothing here raises: what can't be kept is forgotten.

    Several programs may keep theirs in one file; any thread may ask.

    Args:
        file: the database; None keeps nothing beyond this run.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._memory: dict[str, str] = {}

    @property
    def theme(self) -> str:
        """The name of the theme that was chosen last; empty if none was."""
        return self.value("theme")

    @theme.setter
    def theme(self, name: str) -> None:
        self.keep("theme", name)

    def location(self, library: str) -> Location | None:
        """Where the reader was in a library.

        Args:
            library: what tells the library from others, e.g. its absolute path.
        """
        try:
            return location_of(json.loads(self.value(f"location:{library}")))
        except ValueError:
            return None

    def keep_location(self, library: str, location: Location) -> None:
        """Remember where the reader is in a library."""
        self.keep(f"location:{library}", json.dumps(asdict(location)))

    def value(self, key: str) -> str:
        """What is kept under a key now, by whichever program; empty for nothing."""
        if key not in self._memory and self._file is not None and self._file.exists():
            with suppress(sqlite3.Error), closing(self._connect(self._file)) as database:
                return _read(database, key)
        return self._memory.get(key, "")

    def keep(self, key: str, value: str) -> None:
        """Keep a text under a key."""
        self.change(key, lambda _: value)

    def change(self, key: str, changed: Callable[[str], str]) -> None:
        """Replace what is kept under a key; no other program comes in between.

        Args:
            key: whose text.
            changed: gives the new text for the one that is kept, `""` where there is none. It may be asked twice.
        """
        if self._file is not None and key not in self._memory:
            with suppress(sqlite3.Error, OSError):
                self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                with closing(self._connect(self._file)) as database, database:
                    database.execute("BEGIN IMMEDIATE")
                    database.execute(_SCHEMA)
                    value = changed(_read(database, key))
                    database.execute("INSERT OR REPLACE INTO memory VALUES (?, ?)", (key, value))
                return
        # What can't be written lasts for this run.
        self._memory[key] = changed(self.value(key))

    @staticmethod
    def _connect(file: Path) -> sqlite3.Connection:
        return sqlite3.connect(file, timeout=_BUSY_SECONDS)


def location_of(values: object) -> Location | None:
    """What was kept of a place, as far as it has the right shape."""
    if not isinstance(values, dict) or not isinstance(values.get("path"), str):
        return None
    numbers = {name: values[name] for name in _NUMBERS if type(values.get(name)) is int}
    return Location(values["path"], **numbers)


def _read(database: sqlite3.Connection, key: str) -> str:
    row = database.execute("SELECT value FROM memory WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""
