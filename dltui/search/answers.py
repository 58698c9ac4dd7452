"""Candidates become hits with snippets; what matches is counted by article and category."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dltui.model.passage import Hit
from dltui.search.ranking import Candidate, Ranking
from dltui.search.segment import ArticleRow
from dltui.search.snapshot import Snapshot
from dltui.search.snippet import cut_snippet, nearest_moment
from dltui.search.wanted import Wanted, terms_of

SECONDS_PER_HIT = 0.00015
"""About what a hit costs: its record and its snippet."""


def hits_of(
    ranking: Ranking, wanted: Sequence[Wanted], snapshot: Snapshot, limit: int, per_article: int
) -> tuple[Hit, ...]:
    """The hits for the best candidates.

    Args:
        ranking: what was found.
        wanted: the words to light.
        snapshot: of the index.
        limit: hits at most.
        per_article: hits of one article at most; 0 for any number.
    """
    terms = terms_of(wanted)
    chosen = _spread(ranking.best, snapshot, limit, per_article)
    return tuple(_hit(candidate, row, wanted, terms, snapshot) for candidate, row in chosen)


def _spread(
    candidates: Iterable[Candidate], snapshot: Snapshot, limit: int, per_article: int
) -> list[tuple[Candidate, ArticleRow]]:
    chosen: list[tuple[Candidate, ArticleRow]] = []
    taken: Counter[str] = Counter()
    for candidate in candidates:
        if len(chosen) >= limit:
            break
        row = snapshot.segments[candidate[1]].files.article(candidate[2])
        taken[row.path] += 1
        if not per_article or taken[row.path] <= per_article:
            chosen.append((candidate, row))
    return chosen


def _hit(
    candidate: Candidate,
    row: ArticleRow,
    wanted: Sequence[Wanted],
    terms: tuple[str, ...],
    snapshot: Snapshot,
) -> Hit:
    score, place, passage = candidate
    record = snapshot.segments[place].files.record(passage)
    snippet = cut_snippet(record.text, wanted)
    return Hit(
        path=row.path,
        title=row.title,
        category=row.category,
        channel=row.channel,
        video=row.video,
        heading=record.heading,
        heading_path=record.heading_path,
        anchor=record.anchor,
        line=record.line,
        score=round(score, 4),
        snippet=snippet.text,
        matches=snippet.matches,
        moment=nearest_moment(record.moments, record.text, snippet.offset),
        terms=terms,
    )


def count_articles(ranking: Ranking) -> Counter[tuple[str, str]]:
    """How many passages match, by category and path of their article."""
    counts: Counter[tuple[str, str]] = Counter()
    for segment, passages in ranking.matched:
        articles = segment.files.articles
        for place, count in Counter(map(segment.files.article_of.__getitem__, passages)).items():
            counts[articles[place].category, articles[place].path] += count
    return counts


def facets_of(counts: Mapping[tuple[str, str], int]) -> tuple[tuple[str, int], ...]:
    """How many passages match by category, most first."""
    facets: Counter[str] = Counter()
    for (category, _), count in counts.items():
        facets[category] += count
    return tuple(sorted(facets.items(), key=lambda item: (-item[1], item[0])))
