"""`dltui show`: articles, drawn for a terminal, as linear text, or as JSON."""

import argparse
from collections.abc import Iterator

from dltui.cli.arguments import ARTICLE_HELP
from dltui.cli.ensure_index import catalogued
from dltui.cli.naming import article_named
from dltui.cli.opening import open_library
from dltui.cli.output import colours, print_json, print_line, tell, width
from dltui.cli.places import settings_file
from dltui.errors import ExitCode, NotFoundError, UsageError
from dltui.library.article.loaded import LoadedArticle
from dltui.library.shelf import Shelf
from dltui.model.inline import Wikilink
from dltui.model.target import Target

_WIDTHS = range(10, 1001)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("articles", nargs="*", metavar="ARTICLE", help=ARTICLE_HELP)
    parser.add_argument("--all", action="store_true", help="the whole library")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--plain", action="store_true", help="linear text for a pipe or a screen reader")
    form.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument(
        "--width", type=int, metavar="N", help="columns (default: the terminal's; with --plain: no limit)"
    )


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the articles."""
    if arguments.width is not None and arguments.width not in _WIDTHS:
        raise UsageError(f"a width of {arguments.width} can't be drawn.", "Give one from 10 to 1000.")
    if bool(arguments.articles) is arguments.all:
        raise UsageError("name an article, or give --all.", "`dltui show --all` prints the whole library.")
    shelf = catalogued(open_library(arguments.library)).shelf
    printed = 0
    for loaded in _wanted(shelf, arguments):
        if printed and not arguments.json:
            print_line()
        _print(shelf, loaded, arguments)
        printed += 1
    return ExitCode.DONE if printed else ExitCode.NO_SUCH


def _wanted(shelf: Shelf, arguments: argparse.Namespace) -> Iterator[LoadedArticle]:
    """The articles; of a whole library, those that can't be read are told and left out."""
    if not arguments.all:
        # All names are looked up before the first article is printed, so that a wrong one prints nothing.
        for article in [article_named(shelf, name) for name in arguments.articles]:
            yield shelf.load(article.path)
        return
    for path in shelf.paths():
        try:
            yield shelf.load(path)
        except NotFoundError as error:
            tell(error.message)


def _print(shelf: Shelf, loaded: LoadedArticle, arguments: argparse.Namespace) -> None:
    path = loaded.article.path

    def resolve(wikilink: Wikilink) -> Target:
        return shelf.resolve(wikilink, path)

    if arguments.json:
        from dltui.cli.article_json import as_json  # noqa: PLC0415 -- each form needs other modules

        print_json(as_json(loaded, resolve, shelf.backlinks(path)))
    elif arguments.plain:
        from dltui.cli.linear.article import linear_lines  # noqa: PLC0415 -- the same

        for line in linear_lines(loaded, resolve, arguments.width):
            print_line(line)
    else:
        from dltui.cli.article_text import drawn_lines  # noqa: PLC0415 -- the same
        from dltui.library.settings_file import load_settings  # noqa: PLC0415 -- the same

        ascii_icons = load_settings(settings_file()).ascii_icons
        columns = arguments.width or width()
        for spans in drawn_lines(loaded, resolve, columns, coloured=colours(), ascii_icons=ascii_icons):
            print_line(*spans)
