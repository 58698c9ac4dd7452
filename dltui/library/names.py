"""What articles are called, and the form in which two spellings of a name agree."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Protocol

from dltui.library.file_name import stem_of
from dltui.model.article import Article
from dltui.model.block import OutlineEntry
from dltui.model.clean import fold, normalised

_LONGEST = 300  # characters; a file's name holds 255 bytes, and nobody links by more


class NameKind(IntEnum):
    """Where a name of an article comes from; the catalogue stores the number."""

    STEM = 0
    TITLE = 1
    ALIAS = 2


@dataclass(frozen=True, slots=True)
class Name:
    """One of the names of the article at `path`."""

    path: str
    kind: NameKind


class Names(Protocol):
    """Who can tell which articles go by a name."""

    def named(self, key: str) -> Sequence[Name]:
        """The articles with a name of that key, see `name_key`; sorted by path."""

    def has(self, path: str) -> bool:
        """Whether there is an article at that path."""

    def headings(self, path: str) -> Sequence[OutlineEntry]:
        """The outline of an article; empty where it isn't known."""


@lru_cache(maxsize=20_000)
def name_key(name: str) -> str:
    """What a name is filed under: its letters and digits, folded; the folded name where it has none."""
    name = name[:_LONGEST]
    return normalised(name) or fold(name).strip()


def names_of(article: Article) -> dict[tuple[str, NameKind], None]:
    """The keys of an article, each once, in the order of `NameKind`."""
    keys = {(name_key(stem_of(article.path)), NameKind.STEM): None}
    keys[name_key(article.title), NameKind.TITLE] = None
    keys.update({(name_key(alias), NameKind.ALIAS): None for alias in article.aliases})
    return {key: None for key in keys if key[0]}
