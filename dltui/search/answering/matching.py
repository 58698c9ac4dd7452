"""What matches a plan, segment by segment: how many passages, and the best of them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from heapq import nlargest
from operator import itemgetter

from dltui.search.answering.deadline import Deadline, OutOfTimeError
from dltui.search.answering.plan import Step, TermStep
from dltui.search.answering.resolve import Plan
from dltui.search.disk.segment import Segment
from dltui.search.disk.snapshot import Snapshot

Candidate = tuple[float, int, int]
"""Score, the segment's place in the snapshot, the passage."""

_MANY = 4000
_MOST_CHECKED = 2000
_FEWEST_ARTICLES = 20


@dataclass(slots=True)
class Matches:
    """What was found.

    Attributes:
        passages: those that match, by their segment's place in the snapshot, where they were gathered.
        uncounted: how many match elsewhere, at least.
        best: candidates, in no order.
        exact: nothing was left out.
    """

    passages: dict[int, Collection[int]] = field(default_factory=dict)
    uncounted: int = 0
    best: list[Candidate] = field(default_factory=list)
    exact: bool = True

    @property
    def total(self) -> int:
        """How many passages match, at least."""
        return self.uncounted + sum(map(len, self.passages.values()))


def match(plan: Plan, snapshot: Snapshot, deadline: Deadline, kept: int) -> Matches:
    """Find what matches a plan; what the deadline cuts off is left out.

    Args:
        plan: from a query.
        snapshot: of the index.
        deadline: for all of it.
        kept: how many candidates of each segment are kept at least.
    """
    matches = Matches(exact=plan.complete)
    if plan.step is None:
        return matches
    try:
        for place, segment in enumerate(snapshot.segments):
            deadline.check()
            deadline.found = bool(matches.best)
            if isinstance(plan.step, TermStep) and not plan.checks:
                _take_word(matches, plan.step, segment, place, kept, patient=deadline.patient)
            else:
                _take(
                    matches, plan.step, segment, place, deadline, kept=_MOST_CHECKED if plan.checks else kept
                )
        if plan.checks:
            _check(matches, plan, snapshot, deadline)
    except OutOfTimeError:
        matches.exact = False
    return matches


def _take(
    matches: Matches, step: Step, segment: Segment, place: int, deadline: Deadline, *, kept: int
) -> None:
    """Add what matches in one segment, and the best of it."""
    scores = step.scores(segment, deadline)
    for passage in segment.deleted & scores.keys():
        del scores[passage]
    matches.passages[place] = scores.keys()

    def best(count: int) -> list[tuple[int, float]]:
        return nlargest(count, scores.items(), key=itemgetter(1))

    matches.best += [(score, place, passage) for passage, score in _varied(best, segment, kept)]


def _take_word(
    matches: Matches, step: TermStep, segment: Segment, place: int, kept: int, *, patient: bool
) -> None:
    """The same for a single word: its best passages stand first in its list, so none needs a score.

    Where there are many and time is short, they aren't gathered; the most frequent form tells how many at least.
    """
    levels = step.levels(segment)
    if patient or step.size(segment) <= _MANY:
        matches.passages[place] = set().union(*(passages for _, passages in levels)) - segment.deleted
    else:
        matches.exact = False
        most = max(segment.files.count(step.field, word) for word, _ in step.forms)
        matches.uncounted += max(0, most - len(segment.deleted))

    def best(count: int) -> list[tuple[int, float]]:
        scores: dict[int, float] = {}
        for score, passages in levels:
            for passage in passages[: 2 * count]:
                if passage not in segment.deleted:
                    scores.setdefault(passage, score)
            if len(scores) >= count:
                break
        return list(scores.items())

    matches.best += [(score, place, passage) for passage, score in _varied(best, segment, kept)]


def _varied(
    best: Callable[[int], list[tuple[int, float]]], segment: Segment, kept: int
) -> list[tuple[int, float]]:
    """The best passages, and more of them where a few articles have them all."""
    article_of = segment.files.articles.article_of
    while True:
        found = best(kept)
        if len(found) < kept or len({article_of[passage] for passage, _ in found}) >= _FEWEST_ARTICLES:
            return found
        kept *= 4


def _check(matches: Matches, plan: Plan, snapshot: Snapshot, deadline: Deadline) -> None:
    """Keep the candidates whose text holds what the plan's checks look for, trying the best first."""
    candidates = nlargest(_MOST_CHECKED, matches.best)
    matches.exact &= len(candidates) == matches.total
    matches.best = []
    held: dict[int, list[int]] = {place: [] for place in matches.passages}
    matches.passages = dict(held)
    for candidate in candidates:
        deadline.check()
        _, place, passage = candidate
        if all(check(snapshot.segments[place], passage) for check in plan.checks):
            matches.best.append(candidate)
            held[place].append(passage)
