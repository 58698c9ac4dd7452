"""The manual page, made from the table of arguments: `python -m dltui.cli.manual > dltui/cli/man/dltui.1`."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dltui import __version__
from dltui.cli.surface import Argument, Surface, commands, program
from dltui.errors import ExitCode

_DESCRIPTION = """\
dltui opens a library of articles that were made from videos: a folder of Markdown or plain text, an Obsidian vault, or
a single file. It shows a tree of categories, an article, and a search bar whose hits name the second of the video they
come from. Without a PATH it opens the library that DLTUI_LIBRARY names, else the bundled one.

With a command it prints instead of drawing: data to standard output, everything else to standard error. With --json it
prints JSON whose fields are only ever added to.

An ARTICLE is a path, a stem, a title or a unique part of one; several candidates are listed. A VIDEO is an id or a
YouTube URL; an id that begins with a dash goes after --."""
_EXIT_CODES = {
    ExitCode.DONE: "done",
    ExitCode.NOTHING_FOUND: "nothing was found, or `check` found an error",
    ExitCode.BAD_USAGE: "the command line, a setting or the terminal can't be used",
    ExitCode.NO_SUCH: "there is no such library or article",
    ExitCode.INDEX_UNWRITABLE: "the index can't be written",
}
_ENVIRONMENT = {
    "DLTUI_LIBRARY": "the library to open when none is named",
    "BROWSER": "a list of browsers, parted by colons; console browsers in it are never started",
    "NO_COLOR": "if it isn't empty, nothing is printed in colour",
    "XDG_CACHE_HOME": "the folder below which indexes are kept",
    "XDG_CONFIG_HOME": "the folder below which your own themes are looked for",
    "XDG_STATE_HOME": "the folder below which the last place in each library is kept",
}
_EXAMPLES = {
    "dltui ~/vault": "read a vault",
    "dltui search --json '\"self-attention\" -vision' | jq .hits[0].moment.url": "the moment of the best hit",
    "dltui show --plain transformers": "an article for a pipe, a screen reader or a braille line",
    "dltui at 'https://youtu.be/F1ka6a13S9I?t=62'": "what is written about that second",
    "dltui export transformers --format ffmetadata": "its moments as chapters",
}


def manual() -> str:
    """The page as groff's man macros."""
    return "\n".join([*_lines(), ""])


def _lines() -> Iterator[str]:
    yield f'.TH DLTUI 1 "" "dltui {__version__}" "User Commands"'
    yield from (".SH NAME", r"dltui \- read, search and walk a library of articles made from videos")
    yield ".SH SYNOPSIS"
    yield from _synopsis(program())
    yield from (".br", ".B dltui", r".I COMMAND", "\\&...", ".SH DESCRIPTION")
    for line in _DESCRIPTION.split("\n"):
        yield _text(line) if line else ".PP"
    yield ".SH OPTIONS"
    yield from _arguments(program())
    yield from (".SH COMMANDS", _text("Every command takes --library PATH and --help, too."))
    for surface in map(_without_shared, commands()):
        yield f'.SS "{surface.name}: {_text(surface.help)}"'
        yield from _synopsis(surface)
        yield from _arguments(surface)
    yield from _table("EXIT STATUS", {str(int(code)): what for code, what in _EXIT_CODES.items()})
    yield from _table("ENVIRONMENT", _ENVIRONMENT)
    yield from _table("EXAMPLES", _EXAMPLES)


def _without_shared(surface: Surface) -> Surface:
    """A command without the options that all of them take."""
    own = tuple(one for one in surface.arguments if one.names[-1:] not in (("--help",), ("--library",)))
    return replace(surface, arguments=own)


def _synopsis(surface: Surface) -> Iterator[str]:
    yield f".B dltui {surface.name}".rstrip()
    for argument in surface.places:
        dots = r" \&..." if argument.several else ""
        yield f"{_value(argument)}{dots}" if argument.required else f"[{_value(argument)}{dots}]"
    for argument in surface.options:
        name = _bold(argument.names[-1]) + (f" {_value(argument)}" if argument.metavar else "")
        yield name if argument.required else f"[{name}]"


def _arguments(surface: Surface) -> Iterator[str]:
    for argument in (*surface.places, *surface.options):
        value = f" {_value(argument)}" if argument.metavar and argument.names else ""
        names = ", ".join(map(_bold, argument.names)) or _value(argument)
        yield from (".TP", f"{names}{value}", _text(argument.help))


def _table(title: str, rows: dict[str, str]) -> Iterator[str]:
    yield f".SH {title}"
    for name, what in rows.items():
        yield from (".TP", _bold(name), _text(what))


def _value(argument: Argument) -> str:
    return rf"\fI{_text(argument.metavar)}\fR"


def _bold(name: str) -> str:
    return rf"\fB{_text(name)}\fR"


def _text(text: str) -> str:
    """Text as groff wants it: dashes that can be copied, and nothing at the start of a line that it would obey."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace("~", r"\(ti").replace("^", r"\(ha")
    escaped = re.sub(r"`([^`]*)`", r"\\fB\1\\fR", escaped).replace("…", r"\&...")
    return rf"\&{escaped}" if escaped[:1] in {".", "'"} else escaped


if __name__ == "__main__":
    print(manual(), end="")
