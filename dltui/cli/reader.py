"""`dltui [PATH]`: the interface, put together and started."""

import argparse
import gc
import os
import sys
from typing import TYPE_CHECKING

from dltui.cli.opening import OpenLibrary, open_library, require_articles
from dltui.cli.places import cache_base, state_file, theme_folders
from dltui.errors import ExitCode, UsageError
from dltui.library.themes import Themes
from dltui.model.location import Location
from dltui.state.store import StateStore

if TYPE_CHECKING:
    from dltui.handoff.opener import Opener
    from dltui.ui.services import Services

_DEFAULT_THEME = "harbour-night"


def open_reader(arguments: argparse.Namespace) -> ExitCode:
    """Open the library that the arguments name, and stay until the reader quits."""
    require_terminal()
    opened = open_library(arguments.path or arguments.library)
    require_articles(opened)
    _run_app(opened, arguments)
    return ExitCode.DONE


def require_terminal() -> None:
    """Make sure that there is a terminal to draw on.

    Raises:
        UsageError: standard input, output or error leads elsewhere, or the terminal can't place a cursor.
    """
    hint = "Commands print instead: see `dltui --help`."
    for stream, name in ((sys.stdin, "input"), (sys.stdout, "output"), (sys.stderr, "error")):
        if stream is None or not stream.isatty():
            raise UsageError(f"standard {name} is not a terminal, so there is nothing to draw on.", hint)
    if os.environ.get("TERM", "dumb") in ("dumb", "unknown", ""):
        raise UsageError("this terminal (TERM=dumb) can't place a cursor.", hint)


def _run_app(opened: OpenLibrary, arguments: argparse.Namespace) -> None:
    # Collecting garbage while modules are imported costs a twentieth of the start.
    gc.disable()
    from dltui.ui.app import DltuiApp  # noqa: PLC0415 -- Textual is imported only when it is used

    DltuiApp(services_for(opened, arguments)).run()


def services_for(opened: OpenLibrary, arguments: argparse.Namespace) -> "Services":
    """Put together what the interface works with."""
    from dltui.ui.services import Services  # noqa: PLC0415 -- Textual is imported only when it is used

    state = StateStore(state_file())
    themes = Themes(theme_folders(), cache_base() / "theme.json")
    return Services(
        shelf=opened.shelf,
        start=_start(opened, arguments),
        themes=themes,
        theme=_theme_name(themes, arguments.theme, state.theme),
        open_index=opened.index,
        indexer=_indexer(opened),
        opener=_opener,
        environment=os.environ,
        state=state,
        notices=tuple(opened.notices),
    )


def _opener() -> "Opener":
    from dltui.handoff.opener import Opener  # noqa: PLC0415 -- imported when the first URL leaves

    return Opener(os.environ)


def _start(opened: OpenLibrary, arguments: argparse.Namespace) -> Location | None:
    if not arguments.article:
        return Location(opened.library.only) if opened.library.only else None
    from dltui.cli.naming import article_named  # noqa: PLC0415 -- rarely needed

    return Location(article_named(opened.shelf, arguments.article).path)


def _theme_name(themes: Themes, asked: str | None, remembered: str) -> str:
    if asked and not themes.has(asked):
        raise UsageError(f"there is no theme called {asked}.", f"There are: {', '.join(themes.all())}.")
    return next(name for name in (asked, remembered, _DEFAULT_THEME) if name and themes.has(name))


def _indexer(opened: OpenLibrary) -> list[str]:
    if opened.cache is None:
        return []
    place = opened.library.root / opened.library.only if opened.library.only else opened.library.root
    return [sys.executable, "-m", "dltui", "index", str(place), "--progress-json"]
