"""`dltui at`: what articles say nearest to a moment of a video."""

import argparse

from dltui.cli.arguments import add_number
from dltui.cli.ensure_index import catalogued
from dltui.cli.moment_lines import moment_json, print_moments
from dltui.cli.opening import open_library
from dltui.cli.output import bold, dim, for_a_person, print_json, print_line, tell
from dltui.errors import ExitCode, UsageError
from dltui.handoff.citation import Citation
from dltui.handoff.moment_url import MomentUrl, parse_moment_url
from dltui.library.catalogue.timeline import distance, said_at
from dltui.model.timestamp import clock

_PASSAGES = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("url", metavar="URL", help="a YouTube URL with a time")
    add_number(parser, _PASSAGES, "passages")
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the passages, nearest first; exit 1 if no article names a moment of the video."""
    asked = _asked(arguments.url)
    seconds = asked.seconds or 0
    if asked.seconds is None:
        tell("The URL names no time, so this is what is said first.")
    catalogue = catalogued(open_library(arguments.library)).shelf.catalogue
    video = catalogue.video(asked.video)
    title = video.title if video else ""
    near = said_at(catalogue.timeline(asked.video), seconds)[: arguments.number]
    citations = [Citation(said.article, said.moment) for said in near]
    if arguments.json:
        passages = [
            {**moment_json(citation), "distance_seconds": distance(said, seconds)}
            for said, citation in zip(near, citations, strict=True)
        ]
        head = {"video": asked.video, "video_title": title or None, "seconds": asked.seconds}
        print_json({**head, "moments": passages})
    else:
        if for_a_person():
            print_line((title or asked.video, bold), f"  {clock(seconds)}")
            print_line((asked.url, dim))
        print_moments(citations)
    if not near:
        tell("No article names a moment of this video.")
    return ExitCode.DONE if near else ExitCode.NOTHING_FOUND


def _asked(url: str) -> MomentUrl:
    parsed = parse_moment_url(url)
    if isinstance(parsed, MomentUrl):
        return parsed
    reason = parsed.message if parsed else f"not a YouTube URL: {url}."
    raise UsageError(reason, "For example: dltui at 'https://youtu.be/F1ka6a13S9I?t=62'")
