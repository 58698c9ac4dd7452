"""An index that fits the files: a command that needs one makes or mends it first, and says so."""

import time
from typing import TYPE_CHECKING

from dltui.cli.fingerprint import fingerprint, kept_fingerprint
from dltui.cli.opening import OpenLibrary, open_library, require_articles
from dltui.cli.output import tell
from dltui.errors import DamagedIndexError, IndexBusyError, IndexUnavailableError

if TYPE_CHECKING:
    from dltui.search.index import SearchIndex

_MANY_ARTICLES = 500


def catalogued(opened: OpenLibrary) -> OpenLibrary:
    """The library with a catalogue that knows all its articles as they are now.

    Raises:
        NotFoundError: there is no article in it.
        IndexUnavailableError: neither the cache nor a folder for this run can be written.
    """
    require_articles(opened)
    if opened.cache is None:
        _borrow(opened, opened.notices[-1])
    elif not _is_current(opened):
        _make(opened)
    return opened


def searchable(given: str | None, *, rebuild: bool = False) -> "SearchIndex":
    """The index of a library, made first if there is none or it is damaged.

    Args:
        given: the library, as on the command line.
        rebuild: it turned out to be damaged.

    Raises:
        NotFoundError: there is no such library, or no article in it.
        IndexUnavailableError: the index can't be written or trusted.
    """
    opened = catalogued(open_library(given))
    if rebuild:
        return _rebuilt(opened)
    try:
        index = opened.index()
    except DamagedIndexError:
        _make(opened)
        return opened.index()
    except IndexUnavailableError as error:
        _borrow(opened, error.message)
        return opened.index()
    if not index.articles:  # somebody deleted it, and left the catalogue
        _make(opened)
        index = opened.index()
    return index


def _rebuilt(opened: OpenLibrary) -> "SearchIndex":
    tell("The index is damaged; it is made anew.")
    _make(opened, rebuild=True)
    return opened.index()


def _is_current(opened: OpenLibrary) -> bool:
    """Whether the index was finished, and with the files as they are."""
    read, _ = opened.shelf.catalogue.progress()
    kept = kept_fingerprint(opened.cache) if opened.cache else ""
    return read > 0 and bool(kept) and kept == fingerprint(opened.library.scan())


def _make(opened: OpenLibrary, *, rebuild: bool = False, borrowed: bool = False) -> None:
    from dltui.cli.indexer import bring_up_to_date  # noqa: PLC0415 -- Whoosh is imported only for work
    from dltui.cli.progress import progress_bar  # noqa: PLC0415 -- the same

    read, known = opened.shelf.catalogue.progress()
    if max(known, opened.shelf.article_count) - read >= _MANY_ARTICLES:
        tell(f"Indexing {opened.shelf.article_count:,} articles; this happens once.")
    try:
        bring_up_to_date(opened, progress_bar(time.monotonic()), rebuild=rebuild)
    except IndexBusyError:
        tell("Another dltui is indexing this library; this answer knows what it has read so far.")
    except IndexUnavailableError as error:
        if borrowed:
            raise
        _borrow(opened, error.message)
    opened.shelf.refresh()


def _borrow(opened: OpenLibrary, reason: str) -> None:
    """Index the library for this run alone."""
    tell(f"{reason.rstrip('.')}; the index is made for this run alone.")
    opened.borrow_cache()
    _make(opened, borrowed=True)
