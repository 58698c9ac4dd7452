"""A second look at the best of what matches: what posting lists don't tell."""

from collections import Counter
from typing import NamedTuple

from dltui.search.answering.deadline import Deadline, OutOfTimeError
from dltui.search.answering.matching import Candidate, Matches, match
from dltui.search.answering.resolve import Plan
from dltui.search.answering.titles import matching_titles
from dltui.search.answering.worth import text_worth, title_worth
from dltui.search.disk.snapshot import Snapshot

_KEPT = 60
_LIKELY = 80
_LOOKED_AT = 30
_TITLE_SCORE = 0.6


class Wish(NamedTuple):
    """How many hits are wanted, and how many of one article at most; 0 for any number."""

    hits: int
    per_article: int


def rank(plan: Plan, snapshot: Snapshot, deadline: Deadline, wish: Wish) -> Matches:
    """What matches a plan, the best of it in order; what the deadline cuts off is left out."""
    matches = match(
        plan, snapshot, deadline, kept=max(_KEPT, 2 * wish.hits if deadline.patient else wish.hits)
    )
    try:
        _add_titles(matches, plan, snapshot, deadline)
    except OutOfTimeError:
        matches.exact = False
    likely = _likely(matches, plan, snapshot, wish)
    if plan.wanted.items:
        likely = _looked_at(likely, plan, snapshot, deadline)
    matches.best = likely[: wish.hits]
    return matches


def _add_titles(matches: Matches, plan: Plan, snapshot: Snapshot, deadline: Deadline) -> None:
    """Add the first passages of articles whose title answers; a word just begun is looked for nowhere else."""
    titles = matching_titles(plan, snapshot, deadline)
    score = _TITLE_SCORE * (plan.total_rarity or 1.0)
    matches.best += [
        (score, place, first)
        for _, place, first in titles.best
        if all(check(snapshot.segments[place], first) for check in plan.checks)
    ]
    if plan.begun:
        for place, firsts in titles.firsts.items():
            matches.passages[place] = {*firsts, *matches.passages.get(place, ())}


def _likely(matches: Matches, plan: Plan, snapshot: Snapshot, wish: Wish) -> list[Candidate]:
    """The likeliest candidates, each once, with what titles are worth; no article takes all the places."""
    measure = plan.total_rarity or 1.0
    scores: dict[tuple[int, int], float] = {}
    for score, place, passage in matches.best:
        scores[place, passage] = max(score / measure, scores.get((place, passage), 0.0))
    likely: list[Candidate] = []
    worths: dict[tuple[int, int], tuple[float, float]] = {}
    taken: Counter[tuple[int, int]] = Counter()
    for less, place, passage in sorted((-score, *found) for found, score in scores.items()):
        articles = snapshot.segments[place].files.articles
        article = place, articles.article_of[passage]
        taken[article] += 1
        if wish.per_article and taken[article] > wish.per_article:
            continue
        if article not in worths:
            worths[article] = title_worth(plan.wanted, articles.column("words")[article[1]])
        likely.append((worths[article][passage != articles.firsts[article[1]]] - less, place, passage))
        if len(likely) >= max(_LIKELY, 2 * wish.hits):
            break
    return sorted(likely, key=_order)


def _looked_at(
    likely: list[Candidate], plan: Plan, snapshot: Snapshot, deadline: Deadline
) -> list[Candidate]:
    """The first of them in order of their headings too, and of how close the words stand, while there is time."""
    looked_at = []
    for score, place, passage in likely[:_LOOKED_AT]:
        if deadline.passed:
            break
        record = snapshot.segments[place].files.record(passage)
        looked_at.append((score + text_worth(plan.wanted, record), place, passage))
    return sorted([*looked_at, *likely[len(looked_at) :]], key=_order)


def _order(candidate: Candidate) -> Candidate:
    score, place, passage = candidate
    return -score, place, passage
