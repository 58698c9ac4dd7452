"""`dltui completion`: the script that teaches a shell to complete dltui's command line."""

import argparse
import importlib

from dltui.cli.output import print_line
from dltui.errors import ExitCode

_SHELLS = ("bash", "zsh", "fish")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("shell", choices=_SHELLS, help="the shell to print the script for")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the script."""
    module = importlib.import_module(f"dltui.cli.completing.{arguments.shell}")
    for line in module.script().rstrip("\n").split("\n"):
        print_line(line)
    return ExitCode.DONE
