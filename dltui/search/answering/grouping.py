"""Hits by article."""

from collections.abc import Iterable
from dataclasses import dataclass

from dltui.model.passage import Hit


@dataclass(frozen=True, slots=True)
class ArticleHits:
    """The hits of one article, best first; never empty."""

    hits: tuple[Hit, ...]

    @property
    def best(self) -> Hit:
        """The article's best passage."""
        return self.hits[0]


def group_by_article(hits: Iterable[Hit]) -> tuple[ArticleHits, ...]:
    """Gather the hits of each article, the article with the best passage first."""
    articles: dict[str, list[Hit]] = {}
    for hit in hits:
        articles.setdefault(hit.path, []).append(hit)
    return tuple(ArticleHits(tuple(group)) for group in articles.values())
