"""`dltui doctor`: how the program gets on with this terminal and this machine; nothing is started or changed."""

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version

from dltui import __version__
from dltui.cli.opening import OpenLibrary, open_library
from dltui.cli.output import bold, counted, print_line, width
from dltui.cli.places import cache_base, config_folder, export_folder, settings_file, state_file
from dltui.errors import DltuiError, ExitCode
from dltui.handoff.browsers import find_program
from dltui.handoff.clipboard import clip
from dltui.handoff.hyperlink import supports_hyperlinks
from dltui.handoff.opener import Opener
from dltui.handoff.session import is_remote, multiplexer
from dltui.library.settings_file import load_settings
from dltui.model.settings import Settings
from dltui.ui.keys.own_keys import own_keys

_LIBRARIES = (
    *("textual", "rich", "Whoosh", "PyYAML", "markdown-it-py", "mdit-py-plugins", "platformdirs"),
    *("Pygments", "segno"),
)
_VARIABLES = (
    "TERM",
    "COLORTERM",
    "TERM_PROGRAM",
    "LANG",
    "LC_ALL",
    "NO_COLOR",
    "BROWSER",
    "DISPLAY",
    "WAYLAND_DISPLAY",
)
_COLUMN = 16

Row = tuple[str, str]


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """It has none of its own."""


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print what was found, section by section."""
    environment, settings = os.environ, load_settings(settings_file())
    sections: tuple[tuple[str, Iterable[Row]], ...] = (
        ("Program", _program()),
        ("Terminal", _terminal(environment)),
        ("A URL leaves by", _ways_out(environment, settings)),
        ("Library", _library(arguments.library)),
        ("Places", _places(settings)),
    )
    for number, (title, rows) in enumerate(sections):
        if number:
            print_line()
        print_line((title, bold))
        for name, found in rows:
            print_line(f"  {name:<{_COLUMN}}{found}")
    return ExitCode.DONE


def _program() -> Iterator[Row]:
    yield "dltui", __version__
    yield "Python", f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    for name in _LIBRARIES:
        try:
            yield name, version(name)
        except PackageNotFoundError:
            yield name, "not installed"


def _terminal(environment: Mapping[str, str]) -> Iterator[Row]:
    streams = [name for name in ("stdin", "stdout", "stderr") if getattr(sys, name).isatty()]
    yield "terminal", ", ".join(streams) or "none of standard input, output and error"
    yield "size", f"{width()} x {shutil.get_terminal_size((80, 24)).lines}"
    yield "colours", _colours(environment)
    yield "encoding", sys.stdout.encoding or "unknown"
    yield "SSH", "yes" if is_remote(environment) else "no"
    yield "multiplexer", multiplexer(environment).value
    yield "hyperlinks", "yes (OSC 8)" if supports_hyperlinks(environment) else "no"
    yield "clipboard", "yes (OSC 52)" if clip("x", environment).sent else "no"
    for name in _VARIABLES:
        if environment.get(name):
            yield name, environment[name]


def _colours(environment: Mapping[str, str]) -> str:
    """How many colours the variables promise."""
    term = environment.get("TERM", "")
    if environment.get("NO_COLOR"):
        return "none, as NO_COLOR asks"
    if term in ("", "dumb", "unknown"):
        return "none"
    if environment.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "16 million"
    return "256" if "256" in term else "16"


def _ways_out(environment: Mapping[str, str], settings: Settings) -> Iterator[Row]:
    opener = Opener(environment, settings.open_command, in_terminal=settings.open_in_terminal)
    for number, (rung, program) in enumerate(opener.programs()):
        yield rung.value, program if number == 0 else f"{program}, if what stands above fails"
    yield from ((rung.value, problem) for rung, problem in opener.problems())
    player = settings.play_command[0]
    yield "player", player if find_program(player, environment) else f"{player} isn't installed"


def _library(given: str | None) -> Iterator[Row]:
    try:
        opened = open_library(given)
        yield from _index(opened)
    except DltuiError as error:
        yield "problem", error.message


def _index(opened: OpenLibrary) -> Iterator[Row]:
    yield "library", str(opened.place)
    read, known = opened.shelf.catalogue.progress()
    changes = opened.shelf.catalogue.changes(opened.library.scan())
    yield "articles", f"{opened.shelf.article_count:,}"
    yield "indexed", f"{read:,} of {known:,}"
    stale = len(changes.new) + len(changes.changed) + len(changes.gone)
    yield "changed since", counted(stale, "file")
    yield "index", str(opened.cache or "none")
    for notice in (*opened.notices, opened.shelf.catalogue.problem):
        if notice:
            yield "problem", notice


def _places(settings: Settings) -> Iterator[Row]:
    yield "cache", str(cache_base())
    yield "state", str(state_file())
    yield "config", str(config_folder())
    yield "settings", f"{settings_file()}{'' if settings_file().exists() else ' (there are none)'}"
    yield "exports", str(settings.export_folder or export_folder())
    for problem in (*settings.problems, *own_keys(settings.keys).problems):
        yield "problem", problem
