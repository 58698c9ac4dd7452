"""The bundled library, with a catalogue and an index of its own, made once for each process of the tests."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from dltui.library.article.loaded import LoadedArticle
from dltui.library.catalogue.cache import cache_folder
from dltui.library.catalogue.catalogue import Catalogue
from dltui.library.catalogue.catalogue_writer import CatalogueWriter
from dltui.library.indexing.indexing import index_articles
from dltui.library.library import Library
from dltui.library.shelf import Shelf
from dltui.search.disk.prepare import prepare
from dltui.search.disk.writer import IndexWriter
from dltui.search.index import SearchIndex

_TOP = Path(__file__).resolve().parents[2]
_CONTENT = _TOP / "content"
#: The articles that the library's facts were drawn from; they don't belong to the project.
_SOURCES = _TOP.parent / "shared"


@dataclass(frozen=True)
class Bundled:
    """The library as the program sees it, its times read with all the evidence there is."""

    shelf: Shelf
    cache: Path

    @cached_property
    def articles(self) -> dict[str, LoadedArticle]:
        return {path: self.shelf.load(path) for path in self.shelf.paths()}

    @cached_property
    def index(self) -> SearchIndex:
        return SearchIndex.open(self.cache / "passages")

    @property
    def essays(self) -> dict[str, LoadedArticle]:
        """The articles proper: no manual, no first page, no lists."""
        return {
            path: loaded
            for path, loaded in self.articles.items()
            if "/" in path and not path.startswith(("guide/", "lexfridman/", "reading_paths/"))
        }


@pytest.fixture(scope="session")
def bundled(tmp_path_factory) -> Bundled:
    library = Library.open(_CONTENT)
    cache = cache_folder(_CONTENT, tmp_path_factory.mktemp("cache"))
    with CatalogueWriter(cache) as writer, IndexWriter(cache / "passages") as index:
        index_articles(library, writer, index, prepare, processes=0)
        index.commit()
    return Bundled(Shelf(library, Catalogue(cache)), cache)


@pytest.fixture(scope="session")
def sources() -> dict[str, str]:
    """The texts of the sources by their path; empty where they aren't at hand."""
    folders = [_SOURCES / "seeds", _SOURCES / "corpus" / "lexfridman", _SOURCES / "corpus" / "fireship"]
    return {
        file.relative_to(_SOURCES).as_posix(): file.read_text("utf-8", "replace")
        for folder in folders
        if folder.is_dir()
        for file in folder.iterdir()
        if file.suffix in {".md", ".txt"}
    }
