"""`dltui index`: bring the index of a library up to date, or tell how it stands."""

import argparse
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dltui.cli.opening import OpenLibrary, open_library, require_articles
from dltui.cli.output import counted, print_line, tell
from dltui.cli.places import index_folder
from dltui.cli.progress import progress_bar
from dltui.cli.saved_paths import SavedPaths
from dltui.errors import DltuiError, ExitCode, IndexBusyError
from dltui.library.catalogue.cache import check_private
from dltui.library.indexing.indexing import IndexProgress, IndexReport
from dltui.library.indexing.workers import collect_garbage_rarely

_MANY_ARTICLES = 100
_NICENESS = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("path", nargs="?", metavar="PATH", help="the library")
    parser.add_argument("--rebuild", action="store_true", help="read everything, not only what has changed")
    parser.add_argument(
        "--first",
        metavar="FILE",
        action="append",
        default=[],
        help="with --progress-json: see to this file or folder before all others; may be given again",
    )
    parser.add_argument("--status", action="store_true", help="only tell how the index stands")
    parser.add_argument(
        "--cache",
        metavar="FOLDER",
        type=Path,
        help="keep the index in this private folder, not in your cache",
    )
    parser.add_argument("--progress-json", action="store_true", help="progress as one JSON object a line")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Do it, or tell."""
    opened = open_library(arguments.path or arguments.library)
    if arguments.cache is not None:
        check_private(arguments.cache)
        opened.cache = arguments.cache
    if arguments.status:
        return _tell_status(opened)
    collect_garbage_rarely()
    if arguments.progress_json:
        return _index_for_program(opened, rebuild=arguments.rebuild, first=arguments.first)
    return _index_for_person(opened, rebuild=arguments.rebuild)


def _index_for_person(opened: OpenLibrary, *, rebuild: bool) -> ExitCode:
    from dltui.cli.indexer import bring_up_to_date  # noqa: PLC0415 -- Whoosh is imported only for work

    started = time.monotonic()
    report = bring_up_to_date(opened, progress_bar(started), rebuild=rebuild, tidy=True)
    require_articles(opened)
    gone = f", {len(report.changes.gone):,} gone" if report.changes.gone else ""
    print_line(f"{counted(report.indexed, 'article')} read{gone}, in {time.monotonic() - started:.1f} s.")
    for path in report.unreadable:
        tell(f"can't be read: {path}")
    return ExitCode.DONE


def _index_for_program(opened: OpenLibrary, *, rebuild: bool, first: Sequence[str]) -> ExitCode:
    """One JSON object a line; ends when nobody reads them any more. Who does may tell what was saved meanwhile."""
    from dltui.cli.indexer import bring_up_to_date  # noqa: PLC0415 -- Whoosh is imported only for work

    started, saved = time.monotonic(), SavedPaths(sys.stdin.fileno() if sys.stdin else -1)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(ExitCode.DONE))
    _say(state="scanning")
    make_way = _once_there_is_much()

    def progress(now: IndexProgress) -> None:
        make_way(now.total)
        seconds = max(time.monotonic() - started, 0.001)
        _say(state="indexing", done=now.done, total=now.total, per_second=round(now.done / seconds, 1))

    def notice(sentence: str) -> None:
        _say(state="mending", message=sentence)

    def done(report: IndexReport) -> None:
        _say(state="done", total=report.indexed + len(report.changes.gone), done=report.indexed)

    try:
        bring_up_to_date(
            opened, progress, rebuild=rebuild, first=first, saved=saved, tidy=True, notice=notice, done=done
        )
    except IndexBusyError:
        _say(state="busy", message="Another dltui is indexing this library.")
    except DltuiError as error:
        _say(state="failed", message=error.message)
        return error.exit_code
    return ExitCode.DONE


def _once_there_is_much() -> Callable[[int], None]:
    """What lets others go first as soon as so many articles are to be read that somebody would notice."""
    is_nice = False

    def make_way(articles: int) -> None:
        nonlocal is_nice
        if articles > _MANY_ARTICLES and not is_nice:
            is_nice = True
            os.nice(_NICENESS)

    return make_way


def _say(**progress: str | float) -> None:
    print(json.dumps(progress), flush=True)


def _tell_status(opened: OpenLibrary) -> ExitCode:
    if opened.cache is None:
        tell(opened.notices[-1])
        return ExitCode.INDEX_UNWRITABLE
    catalogue = opened.shelf.catalogue
    changes = catalogue.changes(opened.library.scan())
    read, known = catalogue.progress()
    folder = index_folder(opened.cache)
    size = sum(file.stat().st_size for file in opened.cache.rglob("*") if file.is_file())
    print_line(f"{'library':<16}{opened.library.root}")
    print_line(f"{'index':<16}{folder}")
    print_line(f"{'articles':<16}{read:,} of {known:,} indexed")
    print_line(f"{'new':<16}{len(changes.new):,}")
    print_line(f"{'changed':<16}{len(changes.changed):,}")
    print_line(f"{'gone':<16}{len(changes.gone):,}")
    print_line(f"{'size':<16}{size / 1e6:,.1f} MB")
    return ExitCode.DONE
