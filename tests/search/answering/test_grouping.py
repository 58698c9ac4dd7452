"""Hits by article."""

from dltui.search.answering.grouping import group_by_article
from dltui.search.index import SearchIndex


def test_the_article_with_the_best_passage_comes_first(garden: SearchIndex) -> None:
    hits = garden.search("roses", typing=False, budget_seconds=None).hits
    groups = group_by_article(hits)
    assert [group.best for group in groups] == [
        next(hit for hit in hits if hit.path == group.best.path) for group in groups
    ]
    assert [group.best.path for group in groups] == list(dict.fromkeys(hit.path for hit in hits))
    assert sum(len(group.hits) for group in groups) == len(hits)
    assert len(groups[0].hits) == 2
    assert group_by_article(()) == ()
