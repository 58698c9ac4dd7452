"""A library opened with all that belongs to it: its catalogue and the folder of its index."""

import atexit
import os
import shutil
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from dltui.cli.fingerprint import fingerprint, kept_fingerprint
from dltui.cli.places import cache_base, index_folder, library_place
from dltui.errors import IndexUnavailableError, NotFoundError
from dltui.library.catalogue.cache import cache_folder
from dltui.library.catalogue.catalogue import Catalogue
from dltui.library.library import Library
from dltui.library.shelf import Shelf

if TYPE_CHECKING:
    from dltui.search.index import SearchIndex


_LEAST_ROOM_BYTES = 1_000_000
"""On a disk with less, the index of some hundred articles isn't begun."""


@dataclass
class OpenLibrary:
    """A library with its cache.

    Attributes:
        cache: the private folder of its catalogue and index; None where there can't be one.
        notices: what went wrong, one sentence each.
    """

    library: Library
    cache: Path | None
    notices: list[str] = field(default_factory=list)

    @cached_property
    def shelf(self) -> Shelf:
        """Articles by name; the catalogue is kept in memory where there is no cache."""
        try:
            return Shelf(self.library, Catalogue(self.cache))
        except IndexUnavailableError as error:
            self.notices.append(error.message)
            self.cache = None
            return Shelf(self.library, Catalogue(None))

    def borrow_cache(self) -> None:
        """Take a private folder for this run alone, where the cache can't be used.

        Raises:
            IndexUnavailableError: there is no place for it either.
        """
        from dltui.search.disk.storage import temporary_folder  # noqa: PLC0415 -- rarely needed

        self.cache = temporary_folder()
        atexit.register(shutil.rmtree, self.cache, ignore_errors=True)
        self.__dict__.pop("shelf", None)

    def see_to_cache(self) -> bool:
        """Take such a folder where the cache can't be written, or has no room, and isn't up to date either; say so.

        Returns:
            Whether an index can be written.
        """
        is_writable = self.cache is not None and os.access(self.cache, os.W_OK)
        if is_writable and self.cache is not None and _has_room(self.cache):
            return True
        if self.cache is not None and kept_fingerprint(self.cache) == fingerprint(self.library.scan()):
            return is_writable
        problem = "has no room left" if is_writable else "can't be written"
        reason = self.notices[-1] if self.notices else f"The cache folder {self.cache} {problem}"
        try:
            self.borrow_cache()
        except IndexUnavailableError as error:
            self.notices.append(error.message)
            return False
        self.notices[-1:] = [f"{reason.rstrip('.')}; the index is made for this run alone."]
        return True

    @property
    def place(self) -> Path:
        """What was opened: the library's folder, or its one file."""
        return self.library.root / self.library.only if self.library.only else self.library.root

    def index(self) -> "SearchIndex":
        """The search index.

        Raises:
            IndexUnavailableError: there is none yet, or it can't be trusted.
        """
        if self.cache is None:
            raise IndexUnavailableError(
                "There is no folder for an index.", "Set XDG_CACHE_HOME to a folder of yours."
            )
        from dltui.search.index import SearchIndex  # noqa: PLC0415 -- Whoosh is imported by the first query

        return SearchIndex.open(index_folder(self.cache))


def _has_room(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free >= _LEAST_ROOM_BYTES
    except OSError:  # some file systems don't tell
        return True


def open_library(given: str | None) -> OpenLibrary:
    """Open a library and its cache folder.

    Args:
        given: a folder or a file; None for the user's default, else the bundled library.

    Raises:
        NotFoundError: there is no such library, it can't be read, or no article is in it.
    """
    opened = OpenLibrary(Library.open(library_place(given)), None)
    try:
        opened.cache = cache_folder(opened.place, cache_base())
    except IndexUnavailableError as error:
        opened.notices.append(error.message)
    return opened


def require_articles(opened: OpenLibrary) -> None:
    """Refuse a library without a single article.

    Raises:
        NotFoundError: there is none.
    """
    if not opened.shelf.article_count:
        raise NotFoundError(
            f"no article in {opened.library.root}",
            "An article is a file whose name ends in .md, .markdown or .txt.",
        )
