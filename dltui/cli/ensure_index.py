"""An index where there is none yet: a command that needs one makes it first, and says so."""

import time
from typing import TYPE_CHECKING

from dltui.cli.command_index import progress_bar
from dltui.cli.opening import OpenLibrary, require_articles
from dltui.cli.output import tell
from dltui.errors import DamagedIndexError, IndexBusyError

if TYPE_CHECKING:
    from dltui.search.index import SearchIndex

_MANY_ARTICLES = 500


def catalogued(opened: OpenLibrary) -> OpenLibrary:
    """The library with a catalogue that knows all its articles.

    Raises:
        NotFoundError: there is no article in it.
        IndexUnavailableError: the index can't be written.
    """
    require_articles(opened)
    read, known = opened.shelf.catalogue.progress()
    if opened.cache is not None and (not known or read < known):
        _make(opened)
    return opened


def searchable(opened: OpenLibrary) -> "SearchIndex":
    """The index of a library, made first if there is none or it is damaged.

    Raises:
        NotFoundError: there is no article in the library.
        IndexUnavailableError: the index can't be written or trusted.
    """
    require_articles(opened)
    try:
        index = opened.index()
    except DamagedIndexError as error:
        tell(f"{error.message}; it is made anew.")
        _make(opened, rebuild=True)
        return opened.index()
    if index.articles:
        return index
    _make(opened)
    return opened.index()


def _make(opened: OpenLibrary, *, rebuild: bool = False) -> None:
    from dltui.cli.indexer import bring_up_to_date  # noqa: PLC0415 -- Whoosh is imported only for work

    count = opened.shelf.article_count
    if count >= _MANY_ARTICLES:
        tell(f"Indexing {count:,} articles; this happens once.")
    try:
        bring_up_to_date(opened, progress_bar(time.monotonic()), rebuild=rebuild)
    except IndexBusyError:
        tell("Another dltui is indexing this library; this answer knows what it has read so far.")
    opened.shelf.refresh()
