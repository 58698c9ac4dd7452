"""`dltui paths`: where the program keeps its own files."""

import argparse

from dltui.cli.opening import open_library
from dltui.cli.output import print_line
from dltui.cli.places import bundled, cache_base, config_folder, export_folder, settings_file, state_file
from dltui.errors import ExitCode
from dltui.library.settings_file import load_settings


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """It has none of its own."""


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print them, a line each."""
    opened = open_library(arguments.library)
    rows = (
        ("library", opened.library.root),
        ("index", opened.cache or "none"),
        ("cache", cache_base()),
        ("state", state_file()),
        ("config", config_folder()),
        ("settings", settings_file()),
        ("exports", load_settings(settings_file()).export_folder or export_folder()),
        ("themes", bundled("themes")),
        ("bundled library", bundled("content")),
    )
    for name, place in rows:
        print_line(f"{name:<16}{place}")
    return ExitCode.DONE
