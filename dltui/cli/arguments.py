"""The command line as people type it: which commands there are, and how their arguments are read."""

import argparse
import importlib
import re
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn, Protocol, cast

from dltui.errors import ExitCode, UsageError
from dltui.model.clean import clean_line

COMMANDS: dict[str, str] = {
    "show": "print articles",
    "search": "search the library",
    "moments": "list the moments of an article or a video",
    "at": "find what is said at a moment of a video",
    "open": "open the video of an article in a browser",
    "links": "list where an article leads, and what leads to it",
    "check": "list what is imperfect about a library",
    "index": "bring the index up to date",
    "import": "turn plain text or HTML into an article",
    "export": "write moments in another format",
    "themes": "list the themes",
    "keys": "list the keys",
    "paths": "tell where dltui keeps its own files",
    "doctor": "tell how dltui gets on with this terminal",
    "completion": "print the completion script of a shell",
}
ARTICLE_HELP = "a path, a stem, a title or a unique part of one"
VIDEO_HELP = "an article (as for `show`), a video's id after `--`, or a YouTube URL"
_MOST_HITS = 1000
_EXCLUDED_WORD = re.compile(r"^-(?!-|[hn]$|n\d|$)")


class Command(Protocol):
    """What a module of a command offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's arguments."""

    def run(self, arguments: argparse.Namespace) -> ExitCode:
        """Do it."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, without a page of usage."""

    def error(self, message: str) -> NoReturn:
        """Raise instead of exiting, so that exit codes are decided in one place."""
        hint = f"Try `{self.prog} --help`."
        if re.search(r"arguments(?:: | are required)", message):
            hint += " What begins with a dash and isn't an option goes after `--`."
        raise UsageError(f"{message}.", hint)


def load_command(name: str) -> Command:
    """The module of a command; only the one that runs is imported."""
    return cast("Command", importlib.import_module(f"dltui.cli.command_{name}"))


def add_library(parser: argparse.ArgumentParser) -> None:
    """The option that every command takes."""
    parser.add_argument(
        "--library", metavar="PATH", help="the library (default: DLTUI_LIBRARY, else the bundled one)"
    )


def add_number(parser: argparse.ArgumentParser, default: int, what: str) -> None:
    """The option that says how many at most."""
    parser.add_argument(
        "-n",
        "--number",
        type=_number,
        default=default,
        metavar="N",
        help=f"{what} at most (default: {default})",
    )


def main_parser() -> Parser:
    """The parser of `dltui [PATH]`, whose help names the commands."""
    commands = "\n".join(f"  dltui {name:<12}{what}" for name, what in COMMANDS.items())
    parser = Parser(
        prog="dltui",
        usage="dltui [PATH] [--article NAME [--at TIME]]\n       dltui COMMAND …",
        description="Read, search and walk a library of articles made from videos, down to the second.",
        epilog=f"commands:\n{commands}\n\n`dltui COMMAND --help` tells more; a folder called like a command: ./show",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "path", nargs="?", metavar="PATH", help="a folder of articles, an Obsidian vault, or one file"
    )
    parser.add_argument("--article", metavar="NAME", help=f"open there: {ARTICLE_HELP}")
    parser.add_argument(
        "--at", metavar="TIME", help="the moment to go to: 12:34, 1:02:03, or seconds; with --article"
    )
    parser.add_argument("--theme", metavar="NAME", help="the theme for this run (`dltui themes` lists them)")
    parser.add_argument("--version", action="store_true", help="print the version")
    add_library(parser)
    return parser


def command_parser(name: str, command: Command) -> Parser:
    """The parser of one command."""
    what = COMMANDS[name]
    parser = Parser(prog=f"dltui {name}", description=f"{what[0].upper()}{what[1:]}.", allow_abbrev=False)
    command.add_arguments(parser)
    add_library(parser)
    return parser


def parse_command(name: str, command: Command, arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments of a command, read.

    Raises:
        UsageError: they make no sense.
    """
    if name == "search":  # a `-word` of the query is no option: to argparse, a space before it says so
        arguments = [_EXCLUDED_WORD.sub(" -", argument) for argument in arguments]
    return command_parser(name, command).parse_args(arguments)


def split_command(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The command that is named, and its arguments; empty where a library is to be opened.

    `--library` may stand before the command, too.
    """
    before: list[str] = []
    rest = list(arguments)
    while rest and rest[0].startswith("--library"):
        taken = 1 if "=" in rest[0] else 2
        before, rest = [*before, *rest[:taken]], rest[taken:]
    if rest and rest[0] in COMMANDS:
        return rest[0], [*before, *rest[1:]]
    if len(rest) > 1 and not any(word.startswith("-") for word in rest[:2]):
        _refuse_unknown(rest[0])
    return "", list(arguments)


def _refuse_unknown(word: str) -> None:
    """Words follow, so a command was meant, unless a library is called like that.

    Raises:
        UsageError: it is neither.
    """
    if Path(word).exists():
        return
    close = get_close_matches(word, COMMANDS, n=1)
    hint = f"Did you mean `dltui {close[0]}`?" if close else "`dltui --help` lists the commands."
    raise UsageError(f"“{clean_line(word)}” is neither a command nor a library.", hint)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= _MOST_HITS):
        raise argparse.ArgumentTypeError(f"not a number from 1 to {_MOST_HITS}: {text.strip()}")
    return int(text)
