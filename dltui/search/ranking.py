"""The candidates of a plan, and a second look at the best of them."""

from collections.abc import Collection
from dataclasses import dataclass, field
from heapq import nlargest
from operator import itemgetter

from dltui.search.deadline import Deadline, OutOfTimeError
from dltui.search.plan import TermStep
from dltui.search.resolve import Plan
from dltui.search.segment import Segment
from dltui.search.snapshot import Snapshot
from dltui.search.titles import matching_titles
from dltui.search.worth import text_worth, title_worth

Candidate = tuple[float, int, int]
"""Score, the segment's place in the snapshot, the passage."""

_PER_SEGMENT = 64
_MOST_TITLES = 40
_LOOKED_AT = 40
_TITLE_SCORE = 0.6
_MOST_CHECKED = 2000


@dataclass(slots=True)
class Ranking:
    """What was found.

    Attributes:
        matched: for each segment looked at, the passages that match.
        best: candidates, best first.
        exact: nothing was left out.
    """

    matched: list[tuple[Segment, Collection[int]]] = field(default_factory=list)
    best: list[Candidate] = field(default_factory=list)
    exact: bool = True

    @property
    def total(self) -> int:
        """How many passages match, at least."""
        return sum(len(passages) for _, passages in self.matched)


def rank(plan: Plan, snapshot: Snapshot, deadline: Deadline) -> Ranking:
    """Find what matches a plan, the best first; what the deadline cuts off is left out."""
    ranking = Ranking(exact=plan.complete)
    try:
        for place, segment in enumerate(snapshot.segments):
            deadline.check()
            _take(ranking, plan, segment, place)
        if plan.checks:
            _check(ranking, plan, snapshot, deadline)
    except OutOfTimeError:
        ranking.exact = False
    _add_titles(ranking, plan, snapshot)
    _look_again(ranking, plan, snapshot, deadline)
    return ranking


def _take(ranking: Ranking, plan: Plan, segment: Segment, place: int) -> None:
    """Add what matches in one segment."""
    if plan.step is None:
        return
    if isinstance(plan.step, TermStep) and not plan.checks:
        matched, best = _of_one_word(plan.step, segment)
    else:
        scores = plan.step.scores(segment)
        for passage in segment.deleted & scores.keys():
            del scores[passage]
        matched = scores.keys()
        kept = len(scores) if plan.checks else _PER_SEGMENT
        best = [(score, passage) for passage, score in nlargest(kept, scores.items(), key=itemgetter(1))]
    ranking.matched.append((segment, matched))
    ranking.best += [(score, place, passage) for score, passage in best]


def _of_one_word(step: TermStep, segment: Segment) -> tuple[Collection[int], list[tuple[float, int]]]:
    """The same without giving each passage a score: the best stand in the first levels."""
    levels = step.levels(segment)
    matched = set().union(*(passages for _, passages in levels)) - segment.deleted
    best: dict[int, float] = {}
    for score, passages in levels:
        for passage in passages:
            if passage in matched:
                best.setdefault(passage, score)
            if len(best) >= _PER_SEGMENT:
                return matched, [(score, passage) for passage, score in best.items()]
    return matched, [(score, passage) for passage, score in best.items()]


def _check(ranking: Ranking, plan: Plan, snapshot: Snapshot, deadline: Deadline) -> None:
    """Keep the candidates whose text holds what the plan's checks look for, trying the best first."""
    candidates = sorted(ranking.best, reverse=True)
    ranking.exact &= len(candidates) <= _MOST_CHECKED
    held: list[Candidate] = []
    try:
        for candidate in candidates[:_MOST_CHECKED]:
            deadline.check()
            segment = snapshot.segments[candidate[1]]
            if all(check(segment, candidate[2]) for check in plan.checks):
                held.append(candidate)
    finally:
        ranking.best = held
        ranking.matched = [
            (segment, [passage for _, at, passage in held if at == place])
            for place, segment in enumerate(snapshot.segments)
        ]


def _add_titles(ranking: Ranking, plan: Plan, snapshot: Snapshot) -> None:
    """Add the first passages of articles whose title answers; a word just begun is looked for nowhere else."""
    found = matching_titles(plan, snapshot)
    ranking.best += [
        (_TITLE_SCORE * (plan.total_rarity or 1.0), place, first)
        for _, place, first in nlargest(_MOST_TITLES, found)
    ]
    matched = dict(ranking.matched)
    for at, segment in enumerate(snapshot.segments):
        added = {first for _, place, first in found if place == at}.difference(matched.get(segment, ()))
        if added:
            matched[segment] = added.union(matched.get(segment, ()))
    ranking.matched = list(matched.items())


def _look_again(ranking: Ranking, plan: Plan, snapshot: Snapshot, deadline: Deadline) -> None:
    """Put the candidates in order by what posting lists don't tell: titles, headings, how close words stand."""
    measure = plan.total_rarity or 1.0
    scores: dict[tuple[int, int], float] = {}
    for score, place, passage in ranking.best:
        scores[place, passage] = max(score / measure, scores.get((place, passage), 0.0))
    rated = [
        (score + title_worth(plan.wanted, snapshot.segments[place].files, passage), place, passage)
        for (place, passage), score in scores.items()
    ]
    rated.sort(key=_order)
    for at, (score, place, passage) in enumerate(rated[:_LOOKED_AT]):
        if deadline.passed:
            break
        record = snapshot.segments[place].files.record(passage)
        rated[at] = (score + text_worth(plan.wanted, record), place, passage)
    ranking.best = sorted(rated, key=_order)


def _order(candidate: Candidate) -> tuple[float, int, int]:
    score, place, passage = candidate
    return -score, place, passage
