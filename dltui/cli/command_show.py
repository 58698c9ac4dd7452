"""`dltui show`: articles, drawn for a terminal, as plain text, or as JSON."""

import argparse
from collections.abc import Iterator

from dltui.cli.article_json import as_json
from dltui.cli.article_text import drawn_lines, plain_lines
from dltui.cli.ensure_index import catalogued
from dltui.cli.naming import article_named
from dltui.cli.opening import open_library
from dltui.cli.output import print_json, print_text, width
from dltui.errors import ExitCode, UsageError
from dltui.library.loaded import LoadedArticle
from dltui.library.shelf import Shelf

_WIDTHS = range(10, 1001)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "articles", nargs="*", metavar="ARTICLE", help="a path, a stem, a title or a unique part of one"
    )
    parser.add_argument("--all", action="store_true", help="the whole library")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--plain", action="store_true", help="linear text for a pipe or a screen reader")
    form.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--width", type=int, metavar="N", help="columns (default: the terminal's)")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the articles."""
    columns = arguments.width or width()
    if columns not in _WIDTHS:
        raise UsageError(f"a width of {columns} can't be drawn.", "Give one from 10 to 1000.")
    shelf = catalogued(open_library(arguments.library)).shelf
    for number, loaded in enumerate(_wanted(shelf, arguments)):
        _print(shelf, loaded, arguments, columns, first=number == 0)
    return ExitCode.DONE


def _wanted(shelf: Shelf, arguments: argparse.Namespace) -> Iterator[LoadedArticle]:
    if not arguments.articles and not arguments.all:
        raise UsageError("name an article.", "`dltui show --all` prints the whole library.")
    named = (article_named(shelf, name).path for name in arguments.articles)
    paths = shelf.paths() if arguments.all else list(named)
    return (shelf.load(path) for path in paths)


def _print(
    shelf: Shelf, loaded: LoadedArticle, arguments: argparse.Namespace, columns: int, *, first: bool
) -> None:
    path = loaded.article.path
    if arguments.json:
        print_json(as_json(loaded, lambda link: shelf.resolve(link, path), shelf.backlinks(path)))
        return
    if not first:
        print_text("")
    if arguments.plain:
        lines = plain_lines(loaded, lambda link: shelf.resolve(link, path), arguments.width or 0)
    else:
        lines = drawn_lines(loaded, lambda link: shelf.resolve(link, path), columns)
    for line in lines:
        print_text(line)
