"""`dltui import`: plain text or HTML becomes Markdown with front matter, which a person then corrects."""

import argparse
from pathlib import Path

from dltui.cli.importing.article_file import (
    HTML_ENDINGS,
    TEXT_ENDINGS,
    ArticleFile,
    article_of_html,
    article_of_text,
)
from dltui.cli.output import print_line, tell
from dltui.errors import DltuiError, ExitCode, UsageError
from dltui.library.source import load_source


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="plain text (.txt) or HTML (.html)")
    parser.add_argument(
        "-o", "--output", metavar="FOLDER", default=".", help="where the articles go (default: here)"
    )


def run(arguments: argparse.Namespace) -> ExitCode:
    """Write an article for each file and print its place; what goes wrong with one doesn't stop the others."""
    folder = Path(arguments.output).expanduser()
    exit_code = ExitCode.DONE
    for name in arguments.files:
        try:
            place, article = import_file(Path(name).expanduser(), folder)
        except DltuiError as error:
            tell(f"dltui: {error.message}")
            if error.hint:
                tell(error.hint)
            exit_code = max(exit_code, error.exit_code)
        else:
            print_line(str(place))
            for guess in article.guesses:
                tell(f"{place}: {guess}")
    return exit_code


def import_file(place: Path, folder: Path) -> tuple[Path, ArticleFile]:
    """Write the article of one file.

    Args:
        place: of the file.
        folder: where the article goes; made if need be.

    Raises:
        NotFoundError: there is no such file, or it can't be read.
        UsageError: it is of no known kind, or there is such an article already, or it can't be written.
    """
    ending = place.suffix.lower()
    if ending not in (*HTML_ENDINGS, *TEXT_ENDINGS):
        known = "Known are files whose name ends in .txt, .text, .html, .htm or .xhtml."
        raise UsageError(f"{place} is neither plain text nor HTML", known)
    source = load_source(place, str(place))
    article = article_of_html(source, place) if ending in HTML_ENDINGS else article_of_text(source, place)
    target = folder / f"{place.stem}.md"
    _write(target, article.text)
    return target, article


def _write(target: Path, text: str) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise UsageError(
            f"{target} is there already, and nothing is ever overwritten", "Give another folder with -o."
        ) from error
    except OSError as error:
        raise UsageError(f"can't write {target}: {error.strerror}") from error
