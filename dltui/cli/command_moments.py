"""`dltui moments`: the moments of an article or a video, in the order of the video."""

import argparse
from collections.abc import Sequence
from typing import Any

from dltui.cli.arguments import VIDEO_HELP
from dltui.cli.citing import Cited, cited
from dltui.cli.ensure_index import catalogued
from dltui.cli.moment_lines import moment_json, print_moments
from dltui.cli.opening import open_library
from dltui.cli.output import bold, counted, dim, for_a_person, print_json, print_line, tell
from dltui.errors import ExitCode
from dltui.handoff.citation import Citation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", metavar="ARTICLE|VIDEO", help=VIDEO_HELP)
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the moments; exit 1 if there are none."""
    found = cited(catalogued(open_library(arguments.library)).shelf, arguments.name)
    if arguments.json:
        print_json(as_json(found))
    else:
        if for_a_person():
            _print_head(found)
        print_moments(found.citations, of_one_article=len(found.articles) == 1)
        if not found.citations:
            tell(f"“{found.title or arguments.name}” names no moment.")
    return ExitCode.DONE if found.citations else ExitCode.NOTHING_FOUND


def as_json(found: Cited) -> dict[str, Any]:
    """The video, its articles, and every moment with the article that cites it."""
    return {
        "video": found.video.id if found.video else None,
        "video_title": (found.video.title or None) if found.video else None,
        "articles": [article.path for article in found.articles],
        "moments": [moment_json(citation) for citation in found.citations],
    }


def _print_head(found: Cited) -> None:
    print_line((found.title, bold))
    if found.video:
        print_line((found.video.url(), dim))
    print_line((_summary(found.citations, len(found.articles)), dim))


def _summary(citations: Sequence[Citation], articles: int) -> str:
    moments = counted(len(citations), "moment")
    return f"{moments} of {articles:,} articles" if articles > 1 else moments
