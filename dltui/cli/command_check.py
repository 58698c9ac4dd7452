"""`dltui check`: everything that is imperfect about a library and the themes, a line for each."""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from dltui.cli.ensure_index import catalogued
from dltui.cli.opening import OpenLibrary, open_library
from dltui.cli.output import Span, bold, counted, dim, print_json, print_line, tell, warned
from dltui.cli.places import theme_folders
from dltui.errors import ExitCode
from dltui.library.checking import problems_in
from dltui.library.theme_file import load_themes
from dltui.model.diagnostic import Diagnostic, Severity


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("path", nargs="?", metavar="PATH", help="the library")
    parser.add_argument("--json", action="store_true", help="one JSON object")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Print the problems; exit 1 if one of them is an error."""
    opened = catalogued(open_library(arguments.path or arguments.library))
    found: list[Diagnostic] = []
    for problem in _all_problems(opened):
        found.append(problem)
        if not arguments.json:
            print_line(*_line(problem))
    counts = Counter(problem.severity for problem in found)
    articles = opened.shelf.article_count
    if arguments.json:
        print_json(_as_json(found, counts, articles))
    else:
        tell(_summary(counts, articles))
    return ExitCode.NOTHING_FOUND if counts[Severity.ERROR] else ExitCode.DONE


def _all_problems(opened: OpenLibrary) -> Iterator[Diagnostic]:
    """The problems of the folders, of every article by path, and of the themes."""
    for _, problems in problems_in(opened.shelf, opened.shelf.paths()):
        yield from problems
    yield from load_themes(theme_folders())[1]


def _line(problem: Diagnostic) -> Iterator[Span]:
    """`path:line: severity: message [code]`; line 0 is the file as a whole."""
    yield f"{problem.path}:{problem.line}: ", bold
    yield (f"{problem.severity}: ", warned) if problem.severity is Severity.ERROR else f"{problem.severity}: "
    yield problem.message
    yield f" [{problem.code}]", dim


def _as_json(found: Iterable[Diagnostic], counts: Counter[Severity], articles: int) -> dict[str, Any]:
    return {
        "articles": articles,
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "notes": counts[Severity.NOTE],
        "diagnostics": [
            {
                "path": problem.path,
                "line": problem.line,
                "severity": problem.severity,
                "code": problem.code,
                "message": problem.message,
            }
            for problem in found
        ],
    }


def _summary(counts: Counter[Severity], articles: int) -> str:
    parts = [counted(counts[severity], severity) for severity in Severity if counts[severity]]
    return f"{counted(articles, 'article')}: {', '.join(parts) or 'nothing is imperfect'}."
