"""A small store of what the reader left behind: the theme, and where they were in each library."""

import json
import sqlite3
from contextlib import closing, suppress
from dataclasses import asdict
from pathlib import Path

from dltui.model.location import Location

_SCHEMA = "CREATE TABLE IF NOT EXISTS memory (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"
_BUSY_SECONDS = 0.2
_NUMBERS = ("line", "flow", "offset", "rows")


class StateStore:
    """Keys and texts in SQLite. Losing it is harmless, so nothing here raises: what can't be kept is forgotten.

    Args:
        file: the database; None keeps nothing beyond this run.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._memory: dict[str, str] = {}

    @property
    def theme(self) -> str:
        """The name of the theme that was chosen last; empty if none was."""
        return self._get("theme")

    @theme.setter
    def theme(self, name: str) -> None:
        self._put("theme", name)

    def location(self, library: str) -> Location | None:
        """Where the reader was in a library.

        Args:
            library: what tells the library from others, e.g. its absolute path.
        """
        try:
            values = json.loads(self._get(f"location:{library}"))
        except ValueError:
            return None
        return _location(values)

    def keep_location(self, library: str, location: Location) -> None:
        """Remember where the reader is in a library."""
        self._put(f"location:{library}", json.dumps(asdict(location)))

    def _get(self, key: str) -> str:
        if key in self._memory or self._file is None or not self._file.exists():
            return self._memory.get(key, "")
        with suppress(sqlite3.Error), closing(self._connect(self._file)) as database:
            row = database.execute("SELECT value FROM memory WHERE key = ?", (key,)).fetchone()
            return str(row[0]) if row else ""
        return ""

    def _put(self, key: str, value: str) -> None:
        self._memory[key] = value
        if self._file is None:
            return
        with suppress(sqlite3.Error, OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with closing(self._connect(self._file)) as database, database:
                database.execute(_SCHEMA)
                database.execute("INSERT OR REPLACE INTO memory VALUES (?, ?)", (key, value))

    @staticmethod
    def _connect(file: Path) -> sqlite3.Connection:
        return sqlite3.connect(file, timeout=_BUSY_SECONDS)


def _location(values: object) -> Location | None:
    """What was kept of a place, as far as it has the right shape."""
    if not isinstance(values, dict) or not isinstance(values.get("path"), str):
        return None
    numbers = {name: values[name] for name in _NUMBERS if type(values.get(name)) is int}
    return Location(values["path"], **numbers)
