"""`dltui open`: the video of an article leaves for a browser, or its URL is printed."""

import argparse
import os
import sys

from dltui.cli.arguments import VIDEO_HELP
from dltui.cli.ensure_index import catalogued
from dltui.cli.naming import article_named, video_named
from dltui.cli.opening import open_library
from dltui.cli.output import print_line, tell
from dltui.cli.places import settings_file
from dltui.cli.time_argument import seconds_of
from dltui.errors import ExitCode, NotFoundError
from dltui.handoff.clipboard import clip, hand_to_tmux
from dltui.handoff.launcher import run_in_terminal
from dltui.handoff.moment_url import MomentUrl, parse_moment_url
from dltui.handoff.opener import Opener
from dltui.handoff.outcome import Outcome, Rung
from dltui.library.settings_file import load_settings
from dltui.library.shelf import Shelf
from dltui.model.video import Video


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("name", metavar="ARTICLE", help=VIDEO_HELP)
    parser.add_argument("--at", metavar="TIME", help="the second of the video: 12:34, 1:02:03, or seconds")
    parser.add_argument("--print", action="store_true", help="only print the URL")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Hand the URL over; where nothing takes it, it is printed."""
    seconds = seconds_of(arguments.at) if arguments.at else _seconds_in(arguments.name)
    video = _video(catalogued(open_library(arguments.library)).shelf, arguments.name)
    url = video.url(seconds)
    if arguments.print:
        print_line(url)
        return ExitCode.DONE
    settings = load_settings(settings_file())
    for problem in settings.problems:
        tell(problem)
    opener = Opener(os.environ, settings.open_command, in_terminal=settings.open_in_terminal)
    return _finish(opener.open(url, video=video.id, seconds=seconds, title=video.title), url)


def _seconds_in(name: str) -> int | None:
    """The time of a URL that stands in an article's place."""
    parsed = parse_moment_url(name)
    return parsed.seconds if isinstance(parsed, MomentUrl) else None


def _video(shelf: Shelf, name: str) -> Video:
    """The video that a name means.

    Raises:
        NotFoundError: the article has none, or there is no such article.
    """
    named = video_named(shelf, name)
    if named:
        return shelf.catalogue.video(named) or Video(named)
    article = article_named(shelf, name)
    video = shelf.load(article.path).article.video
    if video is None:
        raise NotFoundError(f"{article.path} names no video", "Its front matter has no `videoId`.")
    return video


def _finish(outcome: Outcome, url: str) -> ExitCode:
    """Do what the ladder left to do."""
    if outcome.rung is Rung.CONSOLE:
        return ExitCode.DONE if run_in_terminal(outcome.argv, os.environ) else ExitCode.BAD_USAGE
    if not outcome.done:
        print_line(url)
    tell(outcome.message)
    if outcome.rung is Rung.CARD and sys.stdout.isatty():
        _to_clipboard(url)
    return ExitCode.BAD_USAGE if outcome.rung is Rung.REFUSED else ExitCode.DONE


def _to_clipboard(url: str) -> None:
    """Send the URL to the clipboard of whoever sits at the terminal."""
    prepared = clip(url, os.environ)
    taken = hand_to_tmux(prepared, os.environ)
    if prepared.sequence:
        sys.stdout.flush()
        sys.stdout.buffer.write(prepared.sequence)
        sys.stdout.buffer.flush()
    if prepared.sequence or taken:
        tell(prepared.message)
