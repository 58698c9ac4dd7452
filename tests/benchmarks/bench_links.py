"""How many body links of a library resolve, by which rule, and how many go to another top folder.

The library's folder is given as argument: a channel alone, or a folder of channels.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from dltui.library.catalogue.catalogue import Catalogue
from dltui.library.catalogue.catalogue_writer import CatalogueWriter
from dltui.library.file_name import category_of
from dltui.library.indexing.indexing import index_articles
from dltui.library.library import Library
from dltui.model.passage import Passage
from dltui.model.target import FoundBy, LinkState


class _NoIndex:
    """Takes passages and forgets them."""

    fingerprints: dict[str, str] = {}  # noqa: RUF012 -- always empty

    def put(self, prepared: object) -> None:
        """Nothing is kept."""

    def delete(self, path: str) -> None:
        """Nothing is there."""

    def commit(self) -> None:
        """Nothing waits."""


def _nothing(path: str, passages: Sequence[Passage], fingerprint: str) -> None:
    """What is made ready for no index."""


def main(root: Path) -> None:
    """Print the table."""
    catalogue = Catalogue(None)
    library = Library.open(root)
    with CatalogueWriter(None, catalogue) as writer:
        index_articles(library, writer, _NoIndex(), _nothing)
    counts: Counter[str] = Counter()
    across = guessed = total = 0
    for article in catalogue.articles():
        for link in catalogue.links(article.path):
            if link.target.state in {LinkState.URL, LinkState.ANCHOR}:
                continue
            total += 1
            found = link.target.found_by
            counts[found.value if found else link.target.state.value] += 1
            if link.target.path and _top(link.target.path) != _top(article.path):
                across += 1
                guessed += found is FoundBy.LABEL
    resolved = total - counts["missing"] - counts["ambiguous"]
    print(
        f"{total:,} body links in {len(catalogue.articles()):,} articles, {100 * resolved / total:.1f} % resolve"
    )
    for name, count in counts.most_common():
        print(f"  {name:<12}{count:8,}{100 * count / total:8.1f} %")
    print(f"to another top folder {across:,}, of them by a label alone {guessed:,}")


def _top(path: str) -> str:
    return category_of(path).partition("/")[0]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
