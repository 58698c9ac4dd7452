"""Which hits of an answer are shown: the best two of each article, and more where somebody asked. No Textual here."""

from collections.abc import Sequence
from typing import NamedTuple

from dltui.model.passage import Hit
from dltui.search.answering.grouping import group_by_article

#: Passages of an article at first, so that several articles are in sight.
_AT_FIRST = 2
_STEP = 4


class ShownHit(NamedTuple):
    """A hit that is shown.

    Attributes:
        follows: whether the row above is of the same article.
        hidden: on the last row of an article, how many more of its hits are known; else 0.
    """

    hit: Hit
    follows: bool
    hidden: int


class ShownHits:
    """The hits of an answer, by article, the article with the best passage first.

    Attributes:
        rows: what is shown now.
    """

    def __init__(self) -> None:
        self.rows: Sequence[ShownHit] = ()
        self._articles: dict[str, Sequence[Hit]] = {}
        self._counts: dict[str, int] = {}
        #: Articles whose hits are all known.
        self._whole: set[str] = set()

    def take(self, hits: Sequence[Hit], *, same_query: bool) -> None:
        """Take the hits of an answer.

        Args:
            hits: best first.
            same_query: whether it answers what the one before did; what was opened stays open then.
        """
        fresh: dict[str, Sequence[Hit]] = {group.best.path: group.hits for group in group_by_article(hits)}
        if same_query:
            fresh |= {path: self._articles[path] for path in self._whole & fresh.keys()}
        else:
            self._counts.clear()
            self._whole.clear()
        self._articles = fresh
        self._build()

    def take_article(self, path: str, hits: Sequence[Hit]) -> None:
        """Take all hits of one article."""
        if path in self._articles and hits:
            self._articles[path] = hits
            self._whole.add(path)
            self._build()

    def more(self, path: str) -> bool:
        """Show more of an article; whether the index should be asked for all of its hits."""
        known = len(self._articles.get(path, ()))
        self._counts[path] = self._count(path) + _STEP
        self._build()
        return known > 0 and path not in self._whole and self._counts[path] > known

    def fewer(self, path: str) -> None:
        """Show fewer hits of an article, but its best."""
        shown = min(self._count(path), len(self._articles.get(path, ())))
        self._counts[path] = max(1, _AT_FIRST if shown > _AT_FIRST else shown - 1)
        self._build()

    def is_whole(self, path: str) -> bool:
        """Whether all hits of an article are shown."""
        return path in self._whole and self._count(path) >= len(self._articles[path])

    def index_of(self, hit: Hit) -> int | None:
        """The row of a hit, else that of its article's best; None if the article isn't there."""
        same = [at for at, row in enumerate(self.rows) if row.hit.path == hit.path]
        return next((at for at in same if self.rows[at].hit.line == hit.line), same[0] if same else None)

    def _count(self, path: str) -> int:
        return self._counts.get(path, _AT_FIRST)

    def _build(self) -> None:
        rows: list[ShownHit] = []
        for path, hits in self._articles.items():
            shown = hits[: self._count(path)]
            hidden = len(hits) - len(shown)
            last = len(shown) - 1
            rows += [ShownHit(hit, at > 0, hidden if at == last else 0) for at, hit in enumerate(shown)]
        self.rows = rows
