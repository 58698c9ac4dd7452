"""Where things are: the bundled library and themes, and the folders of the user's own."""

import os
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent.parent


def bundled(name: str) -> Path:
    """A folder that travels with the program: `content` or `themes`.

    In a wheel they lie within the package, in a checkout beside it.
    """
    inside = _PACKAGE / "bundled" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def cache_base() -> Path:
    """The folder of all libraries' indexes."""
    return Path(platformdirs.user_cache_dir("dltui", appauthor=False))


def index_folder(cache: Path) -> Path:
    """The folder of the search index within a library's cache folder."""
    return cache / "passages"


def state_file() -> Path:
    """What the reader left behind."""
    return Path(platformdirs.user_state_dir("dltui", appauthor=False)) / "state.sqlite3"


def config_folder() -> Path:
    """The user's settings and themes."""
    return Path(platformdirs.user_config_dir("dltui", appauthor=False))


def settings_file() -> Path:
    """The user's settings; there need not be any."""
    return config_folder() / "config.yaml"


def export_folder() -> Path:
    """Where the interface puts exported moments, unless the settings name another folder."""
    return Path(platformdirs.user_data_dir("dltui", appauthor=False)) / "exports"


def library_place(given: str | None) -> Path:
    """The library to open: what was given, else DLTUI_LIBRARY, else that of the settings, else the bundled one."""
    chosen = given or os.environ.get("DLTUI_LIBRARY")
    if chosen:
        return Path(chosen)
    from dltui.library.settings_file import load_settings  # noqa: PLC0415 -- YAML isn't needed otherwise

    return load_settings(settings_file()).library or bundled("content")


def theme_folders() -> tuple[Path, Path]:
    """Where themes are looked for; the user's own come last, so they win."""
    return bundled("themes"), config_folder() / "themes"
