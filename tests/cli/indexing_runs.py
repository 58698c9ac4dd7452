"""The indexer in a process of its own, started quickly, that may be killed or run out of room."""

import multiprocessing
import resource
import shutil
import sys
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from dltui.cli.indexer import bring_up_to_date
from dltui.cli.opening import OpenLibrary
from dltui.cli.places import index_folder
from dltui.errors import DltuiError, IndexBusyError
from dltui.library.library import Library
from dltui.search.index import SearchIndex

QUERIES = (
    "apple",
    "number7",
    '"apple number3"',
    "heading:part",
    "title:article",
    "links:folder_1/article_4.md",
)
DONE, UNWRITABLE, BUSY = 0, 4, 5

_starter = multiprocessing.get_context("forkserver" if sys.platform == "linux" else "spawn")
_starter.set_forkserver_preload([__name__])


def files(count: int, version: int = 0) -> dict[str, str]:
    """A library of small articles that link to each other."""
    return {
        f"folder_{at % 3}/article_{at}.md": (
            f"---\ntitle: Article {at}\nvideoId: s3MuSOl1Rog\n---\n\n# Part {at % 5}\n\nThe apple number{at} of version{version}"
            f" is said [00:0{at % 9}:11]. See [[article_{(at * 7) % count}]].\n"
        )
        for at in range(count)
    }


def write(root: Path, contents: dict[str, str]) -> None:
    """Write files."""
    for path, text in contents.items():
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")


def opened(root: Path, cache: Path) -> OpenLibrary:
    """The library with its cache."""
    return OpenLibrary(Library.open(root), cache)


def start(root: Path, cache: Path, *, most_bytes: int = 0) -> BaseProcess:
    """Start the indexer; its exit code is one of those above, 1 for a traceback.

    Args:
        root: of the library.
        cache: its folder.
        most_bytes: that a file may have before the disk is full; 0 for no limit.
    """
    process = _starter.Process(target=_index, args=(root, cache, most_bytes))
    process.start()
    return process


def _index(root: Path, cache: Path, most_bytes: int) -> None:
    if most_bytes:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
    try:
        library = opened(root, cache)
        bring_up_to_date(library, lambda _: None, tidy=True, notice=lambda _: None)
    except IndexBusyError:
        sys.exit(BUSY)
    except DltuiError as error:
        sys.exit(int(error.exit_code))


def known(root: Path, cache: Path) -> tuple[Any, ...]:
    """What the catalogue and the index answer."""
    library = opened(root, cache)
    catalogue = library.shelf.catalogue
    articles = catalogue.articles()
    facts = [
        (catalogue.body(one.path), catalogue.links(one.path), catalogue.backlinks(one.path))
        for one in articles
    ]
    progress = catalogue.progress()
    catalogue.close()
    index = SearchIndex.open(index_folder(cache))
    return articles, facts, progress, index.articles, [_found(index, query) for query in QUERIES]


def _found(index: SearchIndex, query: str) -> tuple[int, list[Any]]:
    """The hits without their scores: what was deleted counts in these until it is tidied away."""
    answer = index.search(query, limit=1000, typing=False, budget_seconds=None)
    hits = [(hit.path, hit.heading, hit.snippet, hit.moment) for hit in answer.hits]
    return answer.total, sorted(hits, key=repr)


def known_afresh(root: Path, cache: Path) -> tuple[Any, ...]:
    """What a new index of the same files answers."""
    other = cache.with_name("another cache")
    shutil.rmtree(other, ignore_errors=True)
    other.mkdir(mode=0o700)
    library = opened(root, other)
    bring_up_to_date(library, lambda _: None, notice=lambda _: None)
    library.shelf.catalogue.close()
    return known(root, other)
