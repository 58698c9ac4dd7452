"""`dltui export`: moments in the format of another program, to standard output."""

import argparse
import sys
from contextlib import suppress

from dltui.cli.arguments import VIDEO_HELP
from dltui.cli.citing import citations_of, cited
from dltui.cli.ensure_index import catalogued
from dltui.cli.opening import OpenLibrary, open_library
from dltui.cli.output import tell
from dltui.cli.places import state_file
from dltui.errors import ExitCode, NotFoundError, UsageError
from dltui.handoff.citation import Citation, in_video_order, playable
from dltui.handoff.export.formats import ExportFormat, export_moments, is_for_players
from dltui.state.keepsakes import Keepsakes
from dltui.state.store import StateStore


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", nargs="?", metavar="ARTICLE|VIDEO", help=VIDEO_HELP)
    parser.add_argument("--starred", action="store_true", help="the moments of every article with a star")
    parser.add_argument(
        "--format",
        required=True,
        choices=[one.value for one in ExportFormat],
        help="of the file: Markdown, CSV, JSON, a playlist, an mpv edit list, or chapters for ffmpeg",
    )


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the file; exit 1 if there is no moment to put into it."""
    if bool(arguments.name) is arguments.starred:
        raise UsageError("name an article or a video, or give --starred.")
    export_format = ExportFormat(arguments.format)
    opened = catalogued(open_library(arguments.library))
    found = _of_the_stars(opened) if arguments.starred else cited(opened.shelf, arguments.name).citations
    chosen = playable(found) if is_for_players(export_format) else found
    if not chosen:
        tell("There is no moment to export.")
        return ExitCode.NOTHING_FOUND
    # The formats know what may stand in them, their line ends included, and are UTF-8 everywhere.
    sys.stdout.flush()
    sys.stdout.buffer.write(export_moments(chosen, export_format).encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
    return ExitCode.DONE


def _of_the_stars(opened: OpenLibrary) -> tuple[Citation, ...]:
    """The moments of the articles with a star, the newest star first; what is gone is passed over."""
    keepsakes = Keepsakes(StateStore(state_file()), str(opened.library.root))
    citations: list[Citation] = []
    for path in keepsakes.stars():
        with suppress(NotFoundError):
            citations += citations_of(opened.shelf.load(path))
    return in_video_order(citations)
