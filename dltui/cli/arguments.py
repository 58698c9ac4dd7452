"""The command line as people type it: which commands there are, and how their arguments are read."""

import argparse
import importlib
from collections.abc import Sequence
from typing import NoReturn, Protocol, cast

from dltui.errors import ExitCode, UsageError

COMMANDS: dict[str, str] = {
    "show": "print articles",
    "search": "search the library",
    "index": "bring the index up to date",
    "themes": "list the themes",
    "keys": "list the keys",
    "paths": "where dltui keeps its own files",
}


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
        raise UsageError(f"{message[:1].upper()}{message[1:]}.", f"Try `{self.prog} --help`.")


def load_command(name: str) -> Command:
    """The module of a command; only the one that runs is imported."""
    return cast("Command", importlib.import_module(f"dltui.cli.command_{name}"))


def add_library(parser: argparse.ArgumentParser) -> None:
    """The option that every command takes."""
    parser.add_argument(
        "--library", metavar="PATH", help="the library (default: DLTUI_LIBRARY, else the bundled one)"
    )


def main_parser() -> Parser:
    """The parser of `dltui [PATH]`, whose help names the commands."""
    commands = "\n".join(f"  dltui {name:<10}{what}" for name, what in COMMANDS.items())
    parser = Parser(
        prog="dltui",
        usage="dltui [PATH] [--article NAME [--at TIME]]\n       dltui COMMAND …",
        description="Read, search and walk a library of articles made from videos, down to the second.",
        epilog=f"commands:\n{commands}\n\n`dltui COMMAND --help` tells more; a folder called like a command: ./show",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "path", nargs="?", metavar="PATH", help="a folder of articles, an Obsidian vault, or one file"
    )
    parser.add_argument(
        "--article", metavar="NAME", help="open there: a path, a stem, a title or a unique part of one"
    )
    parser.add_argument("--at", metavar="TIME", help="with --article: the moment to go to, e.g. 12:34")
    parser.add_argument("--theme", metavar="NAME", help="the theme for this run (`dltui themes` lists them)")
    parser.add_argument("--version", action="store_true", help="print the version")
    add_library(parser)
    return parser


def command_parser(name: str, command: Command) -> Parser:
    """The parser of one command."""
    parser = Parser(prog=f"dltui {name}", description=f"{COMMANDS[name].capitalize()}.")
    command.add_arguments(parser)
    add_library(parser)
    return parser


def is_command(arguments: Sequence[str]) -> bool:
    """Whether the first argument names a command rather than a path."""
    return bool(arguments) and arguments[0] in COMMANDS
