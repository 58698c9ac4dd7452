"""What the second pass of the indexer learns of a file: everything, with the body parsed in full."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dltui.library.article.facts import facts_of
from dltui.library.article.loaded import LoadedArticle
from dltui.library.article.passages import passages_of
from dltui.library.catalogue.catalogue import Catalogue
from dltui.library.catalogue.catalogue_writer import BodyRow
from dltui.library.catalogue.head import digest_of
from dltui.library.catalogue.packing import pack
from dltui.library.library import Library
from dltui.library.linking.links import mention_keys
from dltui.library.linking.resolver import Resolver
from dltui.model.passage import Passage

Prepare = Callable[[str, Sequence[Passage], str], Any]
"""Makes an article's passages ready for the index: path, passages, fingerprint. It may run in another process."""


@dataclass(frozen=True, slots=True)
class Body:
    """One file, parsed: its row for the catalogue, and what was made ready for the index."""

    row: BodyRow
    prepared: Any


def load_body(library: Library, catalogue: Catalogue, prepare: Prepare, path: str) -> Body:
    """Read and parse an article's file.

    Args:
        library: the files.
        catalogue: with the names and the evidence that links and timestamps are read by.
        prepare: for the index.
        path: of the article.

    Raises:
        NotFoundError: the file is gone or can't be read.
    """
    source = library.source(path)
    digest = digest_of(source.data)
    loaded = LoadedArticle.of(path, source, catalogue.evidence(path))
    facts = facts_of(loaded)
    resolver = Resolver(catalogue)
    passages = tuple(passages_of(loaded, lambda wikilink: resolver.resolve(wikilink, path)))
    keys = mention_keys(said.wikilink for said in facts.links)
    return Body(BodyRow(path, digest, pack(facts), frozenset(keys)), prepare(path, passages, digest.hex()))
