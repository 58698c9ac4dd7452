"""Two tables beside the terms of a segment: frequent completions of three letters, and families of words.

Completions of longer beginnings are read from the terms themselves, which are few by then.
"""

from collections.abc import Iterable, Iterator
from heapq import nlargest
from itertools import groupby
from operator import itemgetter

from dltui.search.disk.sections import SectionWriter
from dltui.search.disk.stemming import stem
from dltui.search.disk.table import Table, TableWriter

SHORTEST_PREFIX = 3
"""Letters from which on words are completed."""

_KEPT = 16


def write_completions(sections: SectionWriter, words: Iterable[tuple[str, int]]) -> None:
    """Write the most frequent words of each beginning.

    Args:
        sections: where to.
        words: in order, each with the number of passages that hold it.
    """
    table = TableWriter(sections, "completions")
    for prefix, group in groupby(words, _beginning):
        if len(prefix) == SHORTEST_PREFIX:
            most = nlargest(_KEPT, group, key=itemgetter(1))
            table.add(prefix.encode(), " ".join(f"{word} {count}" for word, count in most).encode())
    table.close()


def _beginning(item: tuple[str, int]) -> str:
    return item[0][:SHORTEST_PREFIX]


def write_families(sections: SectionWriter, words: Iterable[str]) -> None:
    """Write which words share a stem; a stem that is its only word is left out."""
    families: dict[str, list[str]] = {}
    for word in words:
        families.setdefault(stem(word), []).append(word)
    table = TableWriter(sections, "families")
    for root in sorted(families):
        if families[root] != [root]:
            table.add(root.encode(), " ".join(families[root]).encode())
    table.close()


def frequent_completions(table: Table, prefix: str) -> Iterator[tuple[str, int]]:
    """The most frequent words that begin with these letters, at most three, with their passages."""
    for _, value in table.starting_with(prefix.encode("utf-8", "replace")):
        found = value.decode().split(" ")
        yield from zip(found[::2], map(int, found[1::2]), strict=True)
