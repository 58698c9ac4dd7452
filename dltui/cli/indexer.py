"""Bringing a library's catalogue and index up to date: the two are put together here."""

from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

from dltui.cli.fingerprint import fingerprint, keep_fingerprint
from dltui.cli.opening import OpenLibrary
from dltui.cli.output import tell
from dltui.cli.places import index_folder
from dltui.errors import DamagedIndexError, IndexUnavailableError
from dltui.library.catalogue.catalogue_writer import CatalogueWriter
from dltui.library.indexing.indexing import IndexProgress, IndexReport, index_articles
from dltui.search.disk.prepare import prepare
from dltui.search.disk.writer import IndexWriter


def bring_up_to_date(
    opened: OpenLibrary,
    progress: Callable[[IndexProgress], None],
    *,
    rebuild: bool = False,
    first: Collection[str] = (),
    saved: Callable[[], Collection[str]] = tuple,
    tidy: bool = False,
    notice: Callable[[str], None] = tell,
    done: Callable[[IndexReport], None] = lambda _: None,
) -> IndexReport:
    """Read what has changed, and nothing else.

    Args:
        opened: the library.
        progress: called after each batch.
        rebuild: read everything.
        first: paths of files and folders that are known to have changed, so these are seen to before all are looked at.
        saved: asked now and then for paths that have changed meanwhile, see `index_articles`.
        tidy: merge small parts of the index afterwards, which may take some seconds.
        done: called when everything can be found, also everything of `first`; what follows may be broken off.
        notice: is given a sentence for whatever was damaged and is made anew.

    Raises:
        IndexUnavailableError: there is no folder for it, or it can't be written.
        IndexBusyError: another program is at it.
    """
    if opened.cache is None:
        raise IndexUnavailableError(*opened.notices[-1:] or ["There is no folder for an index."])
    if first and not rebuild:
        _see_to(opened, opened.cache, first, progress, done)
    entries = opened.library.scan()  # what changes from here on is read the next time
    with (
        CatalogueWriter(opened.cache) as writer,
        IndexWriter(index_folder(opened.cache), rebuild=rebuild) as index,
    ):
        for problem in (opened.shelf.catalogue.problem or writer.catalogue.problem, index.problem):
            if problem:
                notice(f"{problem} It is made anew.")
        if rebuild:
            writer.clear()
        report = index_articles(
            opened.library, writer, index, prepare, progress=progress, entries=entries, saved=saved
        )
        index.commit()
        keep_fingerprint(opened.cache, fingerprint(entries))
        done(report)
        while tidy and index.tidy():
            pass
    return report


def _see_to(
    opened: OpenLibrary,
    cache: Path,
    paths: Collection[str],
    progress: Callable[[IndexProgress], None],
    done: Callable[[IndexReport], None],
) -> None:
    """Read what has changed at some paths, without a look at anything else; damage is left to who looks at all."""
    with (
        suppress(DamagedIndexError),
        CatalogueWriter(cache, is_trusted=True) as writer,
        IndexWriter(index_folder(cache), is_trusted=True) as index,
    ):
        if writer.catalogue.problem or index.problem:
            return
        report = index_articles(opened.library, writer, index, prepare, progress=progress, at=paths)
        index.commit()
        done(report)
