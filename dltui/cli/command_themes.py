"""`dltui themes`: the themes there are, and what is wrong with any of them."""

import argparse

from dltui.cli.output import bold, print_line, tell
from dltui.cli.places import theme_folders
from dltui.errors import ExitCode
from dltui.library.theme_file import load_themes


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """It has none of its own."""


def run(_arguments: argparse.Namespace) -> ExitCode:
    """Print a line for each theme; problems go to standard error."""
    themes, problems = load_themes(theme_folders())
    for theme in themes.values():
        print_line(f"{theme.name:<24}{'dark ' if theme.dark else 'light'}  ", (theme.title, bold))
    for problem in problems:
        tell(f"{problem.path}: {problem.message}")
    return ExitCode.DONE
