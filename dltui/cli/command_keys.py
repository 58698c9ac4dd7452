"""`dltui keys`: every key, by pane."""

import argparse

from dltui.cli.output import coloured, print_text
from dltui.errors import ExitCode
from dltui.ui.keymap import KEYMAP, PANES, key_name


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """It has none of its own."""


def run(_arguments: argparse.Namespace) -> ExitCode:
    """Print the table."""
    for pane, title in PANES.items():
        print_text(coloured(title, "bold"))
        for key in KEYMAP:
            if key.pane == pane:
                print_text(f"  {key_name(key.keys):<26}{key.does}")
        print_text("")
    return ExitCode.DONE
