"""`dltui at`: what articles say nearest to a moment of a video."""

import argparse

from dltui.cli.arguments import add_number
from dltui.cli.citing import cited_video
from dltui.cli.ensure_index import catalogued
from dltui.cli.moment_lines import moment_json, print_moments
from dltui.cli.opening import open_library
from dltui.cli.output import bold, dim, for_a_person, print_json, print_line, tell
from dltui.errors import ExitCode, UsageError
from dltui.handoff.citation import Citation
from dltui.handoff.moment_url import MomentUrl, parse_moment_url
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
    found = cited_video(catalogued(open_library(arguments.library)).shelf, asked.video)
    near = nearest(found.citations, seconds)[: arguments.number]
    if arguments.json:
        passages = [{**moment_json(one), "distance_seconds": distance(one, seconds)} for one in near]
        head = {"video": asked.video, "video_title": found.title or None, "seconds": asked.seconds}
        print_json({**head, "moments": passages})
    else:
        if for_a_person():
            print_line((found.title or asked.video, bold), f"  {clock(seconds)}")
            print_line((asked.url, dim))
        print_moments(near)
    return ExitCode.DONE if near else ExitCode.NOTHING_FOUND


def nearest(citations: tuple[Citation, ...], seconds: int) -> list[Citation]:
    """Those that name a time, nearest first; of two ranges that hold the second, the one that begins nearer."""

    def rank(citation: Citation) -> tuple[int, int]:
        return distance(citation, seconds), abs((citation.seconds or 0) - seconds)

    return sorted((citation for citation in citations if citation.seconds is not None), key=rank)


def distance(citation: Citation, seconds: int) -> int:
    """How far a moment is from a second; 0 within its range."""
    start = citation.seconds or 0
    end = start if citation.end_seconds is None else citation.end_seconds
    return max(start - seconds, seconds - end, 0)


def _asked(url: str) -> MomentUrl:
    parsed = parse_moment_url(url)
    if isinstance(parsed, MomentUrl):
        return parsed
    reason = parsed.message if parsed else f"not a YouTube URL: {url}."
    raise UsageError(reason, "For example: dltui at 'https://youtu.be/F1ka6a13S9I?t=62'")
