"""`dltui [PATH]`: the interface, put together and started."""

import argparse
import codecs
import gc
import os
import sys
import zlib
from functools import partial
from io import TextIOWrapper
from typing import TYPE_CHECKING

from dltui import __version__
from dltui.cli.places import (
    cache_base,
    export_folder,
    library_place,
    settings_file,
    state_file,
    theme_folders,
)
from dltui.errors import DltuiError, ExitCode, UsageError
from dltui.handoff.session import is_served
from dltui.library.catalogue.cache import cache_folder
from dltui.library.settings_file import load_settings
from dltui.library.themes import Themes
from dltui.model.location import Location
from dltui.model.settings import Settings
from dltui.render.settings import LayoutSettings

if TYPE_CHECKING:
    from dltui.cli.opening import OpenLibrary
    from dltui.handoff.opener import Opener
    from dltui.handoff.player import Player
    from dltui.state.store import StateStore
    from dltui.ui.services import Services
    from dltui.ui.terminal.curtain import CurtainFile

_DEFAULT_THEME = "harbour-night"

#: How long the interface waits while the files of a slow folder are listed for a link to one of them.
_PATIENCE_SECONDS = 0.05


def open_reader(arguments: argparse.Namespace) -> int:
    """Open the library that the arguments name, and stay until the reader quits.

    Returns:
        0, or Python's own 1 where the interface ended with a traceback.
    """
    served = is_served(os.environ)
    if not served:
        require_terminal()
        _keep_to_cells()
    # Collecting garbage while modules are imported costs a twentieth of the start; the app turns it on again.
    gc.disable()
    from dltui.ui.app import DltuiApp  # noqa: PLC0415 -- Textual is imported only when it is used

    themes = Themes(theme_folders(), cache_base() / "theme.json")
    curtain_file = None if served else _curtain_file(arguments)
    curtain = curtain_file.load() if curtain_file else None
    theme = themes.get(curtain.theme if curtain else _theme_name(themes, arguments.theme))
    app = DltuiApp(partial(services_for, arguments, themes, curtain_file), theme, curtain)
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or ExitCode.DONE


def _curtain_file(arguments: argparse.Namespace) -> "CurtainFile | None":
    """Where the picture of the first screen is, for this library, terminal and command line."""
    from dltui.ui.terminal.curtain import CurtainFile  # noqa: PLC0415 -- with Textual

    size = os.get_terminal_size(sys.__stderr__.fileno() if sys.__stderr__ else 2)
    terminal = [os.environ.get(name) for name in ("TERM", "COLORTERM", "NO_COLOR", "TEXTUAL_COLOR_SYSTEM")]
    asked = [arguments.article, arguments.at, arguments.theme]
    try:
        place = library_place(arguments.path or arguments.library).expanduser().resolve(strict=True)
        folder = cache_folder(place, cache_base())
    except (OSError, RuntimeError, DltuiError):
        return None
    stamp = repr((__version__, tuple(size), terminal, asked))
    return CurtainFile(folder / f"curtain-{zlib.crc32(stamp.encode()):08x}.json", stamp)


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


def _keep_to_cells() -> None:
    r"""See to it that what the locale's encoding lacks takes its cells: Python would write `\u2502` on this stream."""
    if isinstance(sys.__stderr__, TextIOWrapper):
        codecs.register_error("lookalike", _write_lookalike)
        sys.__stderr__.reconfigure(errors="lookalike")


def _write_lookalike(error: UnicodeError) -> tuple[str, int]:
    from dltui.render.marks import lookalike  # noqa: PLC0415 -- most terminals have all letters

    if not isinstance(error, UnicodeEncodeError):
        raise error
    return lookalike(error.object[error.start : error.end]), error.end


def _has_all_letters() -> bool:
    """Whether the terminal is written to in an encoding that has more than a few letters."""
    encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
    return encoding.lower().replace("-", "").startswith("utf")


def services_for(
    arguments: argparse.Namespace, themes: Themes, curtain: "CurtainFile | None" = None
) -> "Services":
    """Put together what the interface works with.

    Raises:
        NotFoundError: there is no such library or article.
    """
    from dltui.cli.opening import open_library, require_articles  # noqa: PLC0415 -- behind the curtain
    from dltui.state.store import StateStore  # noqa: PLC0415 -- the same
    from dltui.ui.keys.own_keys import own_keys  # noqa: PLC0415 -- the same
    from dltui.ui.services import Services  # noqa: PLC0415 -- the same

    opened = open_library(arguments.path or arguments.library)
    is_writable = opened.see_to_cache()
    require_articles(opened)
    opened.shelf.attachments.patience = _PATIENCE_SECONDS
    state, settings = StateStore(state_file()), load_settings(settings_file())
    keys = own_keys(settings.keys)
    return Services(
        shelf=opened.shelf,
        start=_start(opened, arguments, state),
        themes=themes,
        open_index=opened.index,
        indexer=_indexer(opened) if is_writable else [],
        opener=partial(_opener, settings),
        player=partial(_player, settings),
        exports=settings.export_folder or export_folder(),
        environment=os.environ,
        state=state,
        curtain=curtain,
        keys=keys,
        layout=LayoutSettings(
            column=settings.column, air=1, ascii_icons=settings.ascii_icons or not _has_all_letters()
        ),
        has_all_letters=_has_all_letters(),
        notices=(*opened.notices, *settings.problems, *keys.problems),
    )


def _opener(settings: Settings) -> "Opener":
    from dltui.handoff.opener import Opener  # noqa: PLC0415 -- imported when the first URL leaves

    return Opener(
        os.environ,
        settings.open_command,
        in_terminal=settings.open_in_terminal,
        served=is_served(os.environ),
    )


def _player(settings: Settings) -> "Player":
    from dltui.handoff.player import Player  # noqa: PLC0415 -- imported when the first video is played

    return Player(os.environ, settings.play_command)


def _start(opened: "OpenLibrary", arguments: argparse.Namespace, state: "StateStore") -> Location | None:
    if arguments.article or arguments.at:
        from dltui.cli.starting_place import asked_location  # noqa: PLC0415 -- rarely needed

        return asked_location(opened, arguments.article, arguments.at)
    if opened.library.only:
        return Location(opened.library.only)
    last = state.location(str(opened.library.root))
    return last if last is not None and opened.library.has(last.path) else None


def _theme_name(themes: Themes, asked: str | None) -> str:
    from dltui.state.store import StateStore  # noqa: PLC0415 -- SQLite isn't needed behind a curtain

    if asked and not themes.has(asked):
        raise UsageError(f"there is no theme called {asked}.", f"There are: {', '.join(themes.all())}.")
    remembered = StateStore(state_file()).theme
    wanted = asked or remembered or load_settings(settings_file()).theme
    return wanted if wanted and themes.has(wanted) else _DEFAULT_THEME


def _indexer(opened: "OpenLibrary") -> list[str]:
    command = [sys.executable, "-m", "dltui", "index", str(opened.place), "--progress-json"]
    return [*command, "--cache", str(opened.cache)]
