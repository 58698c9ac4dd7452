"""An index that is there and fits the files, opened without the library's machinery: so a search starts fast."""

from pathlib import Path

from dltui.cli.fingerprint import fingerprint, kept_fingerprint
from dltui.cli.places import cache_base, index_folder, library_place
from dltui.errors import DamagedIndexError, IndexUnavailableError
from dltui.library.catalogue.cache import cache_folder
from dltui.library.scan import scan_folder
from dltui.search.index import SearchIndex


def ready_index(given: str | None) -> SearchIndex | None:
    """The index of a folder, if nothing has changed since it was made; else None: the library is to be opened.

    Args:
        given: the library, as on the command line.
    """
    try:
        root = library_place(given).expanduser().resolve(strict=True)
        return _index_of(root) if root.is_dir() else None
    except (OSError, RuntimeError, ValueError, DamagedIndexError, IndexUnavailableError):
        return None


def _index_of(root: Path) -> SearchIndex | None:
    cache = cache_folder(root, cache_base())
    kept = kept_fingerprint(cache)
    if not kept or kept != fingerprint(scan_folder(root).entries):
        return None
    index = SearchIndex.open(index_folder(cache))
    return index if index.articles else None
