"""`dltui keys`: every key, by pane."""

import argparse

from dltui.cli.output import bold, print_line
from dltui.errors import ExitCode
from dltui.ui.keys.keymap import KEYMAP, PANES, key_name


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """It has none of its own."""


def run(_arguments: argparse.Namespace) -> ExitCode:
    """Print the table."""
    for number, (pane, title) in enumerate(PANES.items()):
        if number:
            print_line()
        print_line((title, bold))
        for key in KEYMAP:
            if key.pane == pane:
                print_line(f"  {key_name(key.keys):<26}{key.does}")
    return ExitCode.DONE
