"""`dltui keys`: every key, by pane, with the name it goes by in the settings."""

import argparse

from dltui.cli.output import bold, dim, print_line, tell
from dltui.cli.places import settings_file
from dltui.errors import ExitCode
from dltui.library.settings_file import load_settings
from dltui.ui.keys.key_names import key_name
from dltui.ui.keys.keymap import PANES
from dltui.ui.keys.own_keys import own_keys


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """It has none of its own."""


def run(_arguments: argparse.Namespace) -> ExitCode:
    """Print the table, with the user's own keys in it."""
    settings = load_settings(settings_file())
    keymap, _, refused = own_keys(settings.keys)
    for number, (pane, title) in enumerate(PANES.items()):
        if number:
            print_line()
        print_line((title, bold))
        for key in keymap:
            if key.pane == pane:
                print_line(f"  {key_name(key.keys):<26}", (f"{key.id:<26}", dim), key.does)
    for problem in (*settings.problems, *refused):
        tell(f"dltui: {problem}")
    return ExitCode.DONE
