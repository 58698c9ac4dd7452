"""A second look at the best of what matches: what posting lists don't tell."""

from collections.abc import Iterator
from heapq import nlargest
from operator import itemgetter

from dltui.search.deadline import Deadline
from dltui.search.matching import Candidate, Matches, match
from dltui.search.resolve import Plan
from dltui.search.snapshot import Snapshot
from dltui.search.titles import matching_titles
from dltui.search.worth import text_worth, title_worth

_RATED = 100
_KEPT = 40
_LOOKED_AT = 30
_TITLE_SCORE = 0.6


def rank(plan: Plan, snapshot: Snapshot, deadline: Deadline, limit: int) -> Matches:
    """What matches a plan, the best first in order; what the deadline cuts off is left out.

    Args:
        plan: from a query.
        snapshot: of the index.
        deadline: for all of it.
        limit: how many hits are wanted.
    """
    matches = match(plan, snapshot, deadline, kept=max(_KEPT, 2 * limit if deadline.patient else limit))
    _add_titles(matches, plan, snapshot)
    if plan.wanted.items:
        matches.best = _rated(matches, plan, snapshot, deadline, most=max(_RATED, 2 * limit))
    matches.best.sort(key=_order)
    return matches


def _add_titles(matches: Matches, plan: Plan, snapshot: Snapshot) -> None:
    """Add the first passages of articles whose title answers; a word just begun is looked for nowhere else."""
    titles = matching_titles(plan, snapshot)
    score = _TITLE_SCORE * (plan.total_rarity or 1.0)
    matches.best += [
        (score, place, first)
        for _, place, first in titles.best
        if all(check(snapshot.segments[place], first) for check in plan.checks)
    ]
    if plan.begun:
        for place, firsts in titles.firsts.items():
            matches.passages[place] = {*firsts, *matches.passages.get(place, ())}


def _rated(
    matches: Matches, plan: Plan, snapshot: Snapshot, deadline: Deadline, most: int
) -> list[Candidate]:
    """The likeliest candidates by titles and, while there is time, headings and how close the words stand."""
    measure = plan.total_rarity or 1.0
    scores: dict[tuple[int, int], float] = {}
    for score, place, passage in matches.best:
        scores[place, passage] = max(score / measure, scores.get((place, passage), 0.0))
    likely = dict(nlargest(most, scores.items(), key=itemgetter(1)))
    rated = sorted(_with_titles(likely, plan, snapshot), key=_order)
    for at, (score, place, passage) in enumerate(rated[:_LOOKED_AT]):
        if deadline.passed:
            break
        record = snapshot.segments[place].files.record(passage)
        rated[at] = (score + text_worth(plan.wanted, record), place, passage)
    return rated


def _with_titles(scores: dict[tuple[int, int], float], plan: Plan, snapshot: Snapshot) -> Iterator[Candidate]:
    """The candidates with what their article's title is worth."""
    worths: dict[tuple[int, int], tuple[float, float]] = {}
    for (place, passage), score in scores.items():
        articles = snapshot.segments[place].files.articles
        article = articles.article_of[passage]
        worth = worths.get((place, article))
        if worth is None:
            worth = worths[place, article] = title_worth(plan.wanted, articles.column("words")[article])
        yield score + worth[passage != articles.firsts[article]], place, passage


def _order(candidate: Candidate) -> Candidate:
    score, place, passage = candidate
    return -score, place, passage
