"""The whole command line as data: what the completion scripts and the manual are made from."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dltui.cli.arguments import COMMANDS, command_parser, load_command, main_parser


class Kind(StrEnum):
    """What may stand for an argument."""

    NOTHING = "nothing"
    FILE = "file"
    FOLDER = "folder"
    CHOICE = "choice"
    TEXT = "text"


_KINDS = {"PATH": Kind.FILE, "FILE": Kind.FILE, "FOLDER": Kind.FOLDER}


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument.

    Attributes:
        names: of an option, shortest first; empty for what has a place.
        metavar: what stands for its value; empty for a switch.
        choices: for the kind `choice`.
        several: it may be given more than once.
        required: it can't be left out.
    """

    names: tuple[str, ...]
    metavar: str
    kind: Kind
    help: str
    choices: tuple[str, ...] = ()
    several: bool = False
    required: bool = False


@dataclass(frozen=True, slots=True)
class Surface:
    """A command as people type it.

    Attributes:
        name: empty for the program itself.
        help: what it does, a part of a sentence.
    """

    name: str
    help: str
    arguments: tuple[Argument, ...]

    @property
    def options(self) -> tuple[Argument, ...]:
        """Those with a name."""
        return tuple(argument for argument in self.arguments if argument.names)

    @property
    def places(self) -> tuple[Argument, ...]:
        """Those without."""
        return tuple(argument for argument in self.arguments if not argument.names)


def program() -> Surface:
    """`dltui [PATH]`."""
    return Surface("", "open a library", tuple(_arguments(main_parser())))


def commands() -> Iterator[Surface]:
    """Every command, in the order of the help."""
    for name, what in COMMANDS.items():
        yield Surface(name, what, tuple(_arguments(command_parser(name, load_command(name)))))


def _arguments(parser: argparse.ArgumentParser) -> Iterator[Argument]:
    # argparse keeps no public list of what was declared; this is the one place that looks.
    for action in parser._actions:  # noqa: SLF001
        takes = action.nargs != 0
        choices = tuple(map(str, action.choices or ()))
        metavar = str(action.metavar or ("|".join(choices) if choices else action.dest.upper()))
        kind = Kind.CHOICE if choices else _KINDS.get(metavar, Kind.TEXT)
        yield Argument(
            names=tuple(sorted(action.option_strings, key=len)),
            metavar=metavar if takes else "",
            kind=kind if takes else Kind.NOTHING,
            help=(action.help or "").replace("show this help message and exit", "print the help"),
            choices=choices,
            several=action.nargs in ("*", "+"),
            required=action.required and action.nargs not in ("?", "*"),
        )
