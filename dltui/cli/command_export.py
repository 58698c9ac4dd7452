"""`dltui export`: moments in the format of another program, to standard output."""

import argparse
import sys

from dltui.cli.arguments import VIDEO_HELP
from dltui.cli.citing import cited
from dltui.cli.ensure_index import catalogued
from dltui.cli.opening import open_library
from dltui.errors import ExitCode
from dltui.handoff.citation import playable
from dltui.handoff.export.formats import ExportFormat, export_moments, is_for_players


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", metavar="ARTICLE|VIDEO", help=VIDEO_HELP)
    parser.add_argument(
        "--format",
        required=True,
        choices=[one.value for one in ExportFormat],
        help="of the file: Markdown, CSV, JSON, a playlist, an mpv edit list, or chapters for ffmpeg",
    )


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the file; exit 1 if there is no moment to put into it."""
    export_format = ExportFormat(arguments.format)
    citations = cited(catalogued(open_library(arguments.library)).shelf, arguments.name).citations
    chosen = playable(citations) if is_for_players(export_format) else citations
    if not chosen:
        return ExitCode.NOTHING_FOUND
    # The formats know what may stand in them, their line ends included, and are UTF-8 everywhere.
    sys.stdout.flush()
    sys.stdout.buffer.write(export_moments(chosen, export_format).encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
    return ExitCode.DONE
