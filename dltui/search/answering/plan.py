"""What a query looks up, segment by segment: each step gives passages with scores, or narrows those given.

Whole posting lists are combined as sets and dicts, whose loops run in C; stepping through postings one at a time, as
Whoosh's matchers do, costs many times as much.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import islice
from typing import Protocol

from dltui.search.answering.deadline import Deadline
from dltui.search.disk.postings import TOP_LEVEL
from dltui.search.disk.segment import Segment

Scores = dict[int, float]
"""Passages of one segment, each with its score so far."""


class Step(Protocol):
    """A part of a query, resolved against the index."""

    def size(self, segment: Segment) -> int:
        """About how many passages match; steps of small size are taken first."""

    def scores(self, segment: Segment, deadline: Deadline, /) -> Scores:
        """The passages that match, as a new dict; where there are many and time is short, only some.

        Raises:
            OutOfTimeError: also from `narrow`.
        """

    def narrow(self, segment: Segment, scores: Scores, deadline: Deadline, /) -> Scores:
        """Those of the given passages that match, with what this step adds to their scores."""


@dataclass(frozen=True, slots=True)
class TermStep:
    """A word in any of several forms.

    Attributes:
        forms: each with what its heaviest posting adds to a score.
    """

    field: str
    forms: tuple[tuple[str, float], ...]

    def size(self, segment: Segment) -> int:
        """The passages of all forms, counted per form."""
        return sum(segment.files.count(self.field, word) for word, _ in self.forms)

    def levels(self, segment: Segment) -> "list[tuple[float, Sequence[int]]]":
        """Scores with the passages that have them, the highest first; a passage may stand under several."""
        found = [
            (worth * (level + 0.5) / TOP_LEVEL, passages)
            for word, worth in self.forms
            for level, passages in segment.files.levels(self.field, word)
        ]
        return sorted(found, key=_score, reverse=True)

    def scores(self, segment: Segment, deadline: Deadline) -> Scores:
        """Each passage with the best of its forms; the best passages where there are more than may be looked at."""
        levels = self.levels(segment)
        taken = held = 0
        while taken < len(levels) and held < deadline.candidates:
            held += len(levels[taken][1])
            taken += 1
        deadline.cut |= taken < len(levels)
        scores: Scores = {}
        for score, passages in reversed(levels[:taken]):
            scores.update(dict.fromkeys(passages, score))
        return scores

    def narrow(self, segment: Segment, scores: Scores, _deadline: Deadline) -> Scores:
        """Those that hold one of the forms, each with the worthiest it holds."""
        narrowed: Scores = {}
        left = set(scores)
        for word, worth in sorted(self.forms, key=_second, reverse=True):
            if not left:
                break
            added = _added(segment, self.field, word, worth, left)
            for passage, score in added.items():
                narrowed[passage] = scores[passage] + score
            left.difference_update(added)
        return narrowed


def _added(segment: Segment, field: str, word: str, worth: float, passages: set[int]) -> Scores:
    """What a word adds to the scores of those passages that hold it."""
    step = worth / TOP_LEVEL
    levels = segment.files.level_map(field, word)
    if levels is not None:
        return {passage: (levels[passage] - 0.5) * step for passage in passages if levels[passage]}
    added: Scores = {}
    for level, held in segment.files.levels(field, word):
        added.update(dict.fromkeys(passages.intersection(held), (level + 0.5) * step))
    return added


def _second(item: tuple[str, float]) -> float:
    return item[1]


def _score(item: tuple[float, Sequence[int]]) -> float:
    return item[0]


@dataclass(frozen=True, slots=True)
class SetStep:
    """A property that a passage has or hasn't; it adds nothing to scores."""

    passages: Callable[[Segment], frozenset[int]]

    def size(self, segment: Segment) -> int:
        """How many have it."""
        return len(self.passages(segment))

    def scores(self, segment: Segment, deadline: Deadline) -> Scores:
        """Those that have it, or as many of them as may be looked at."""
        passages = self.passages(segment)
        deadline.cut |= len(passages) > deadline.candidates
        return dict.fromkeys(islice(passages, deadline.candidates), 0.0)

    def narrow(self, segment: Segment, scores: Scores, _deadline: Deadline) -> Scores:
        """Those that have it."""
        return {passage: scores[passage] for passage in scores.keys() & self.passages(segment)}


@dataclass(frozen=True, slots=True)
class CheckedStep:
    """A step whose matches are looked at once more, in the text: the best first, as many as there is time for.

    Attributes:
        in_doubt: whether a passage counts as a match that wasn't looked at; under a Not it does, to be left out.
    """

    step: Step
    holds: Callable[[Segment, int], bool]
    in_doubt: bool

    def size(self, segment: Segment) -> int:
        """Every passage, so that little is left to look at."""
        return segment.files.passages

    def scores(self, segment: Segment, deadline: Deadline) -> Scores:
        """Those whose text holds it."""
        return self._checked(segment, self.step.scores(segment, deadline), deadline)

    def narrow(self, segment: Segment, scores: Scores, deadline: Deadline) -> Scores:
        """Those whose text holds it."""
        return self._checked(segment, self.step.narrow(segment, scores, deadline), deadline)

    def _checked(self, segment: Segment, scores: Scores, deadline: Deadline) -> Scores:
        checked: Scores = {}
        likely = nlargest(deadline.checks, scores, key=scores.__getitem__)
        for at, passage in enumerate(likely):
            if deadline.passed:
                likely = likely[:at]
                break
            if self.holds(segment, passage):
                checked[passage] = scores[passage]
        deadline.cut |= len(likely) < len(scores)
        if self.in_doubt:
            checked |= {passage: scores[passage] for passage in scores.keys() - set(likely)}
        return checked


@dataclass(frozen=True, slots=True)
class NotStep:
    """What another step doesn't match."""

    step: Step

    def size(self, segment: Segment) -> int:
        """Everything, so that it comes last."""
        return segment.files.passages + 1

    def scores(self, segment: Segment, deadline: Deadline) -> Scores:
        """Every other passage, of those that may be looked at."""
        looked_at = min(segment.files.passages, deadline.candidates)
        deadline.cut |= looked_at < segment.files.passages
        return self.narrow(segment, dict.fromkeys(range(looked_at), 0.0), deadline)

    def narrow(self, segment: Segment, scores: Scores, deadline: Deadline) -> Scores:
        """Those it doesn't match."""
        dropped = self.step.narrow(segment, scores, deadline)
        return {passage: score for passage, score in scores.items() if passage not in dropped}


@dataclass(frozen=True, slots=True)
class AndStep:
    """What every step matches."""

    steps: tuple[Step, ...]

    def size(self, segment: Segment) -> int:
        """At most what the smallest matches."""
        return min(step.size(segment) for step in self.steps)

    def scores(self, segment: Segment, deadline: Deadline) -> Scores:
        """From the smallest step on, each narrows what is left."""
        first, *others = self._in_order(segment)
        return _narrowed(segment, first.scores(segment, deadline), others, deadline)

    def narrow(self, segment: Segment, scores: Scores, deadline: Deadline) -> Scores:
        """Those that every step matches."""
        return _narrowed(segment, scores, self._in_order(segment), deadline)

    def _in_order(self, segment: Segment) -> list[Step]:
        return sorted(self.steps, key=lambda step: step.size(segment))


def _narrowed(segment: Segment, scores: Scores, steps: Sequence[Step], deadline: Deadline) -> Scores:
    for step in steps:
        if not scores:
            break
        deadline.check()
        scores = step.narrow(segment, scores, deadline)
    return scores


@dataclass(frozen=True, slots=True)
class OrStep:
    """What one of the steps matches; a passage that several match has the sum of their scores."""

    steps: tuple[Step, ...]

    def size(self, segment: Segment) -> int:
        """At most what all of them match."""
        return sum(step.size(segment) for step in self.steps)

    def scores(self, segment: Segment, deadline: Deadline) -> Scores:
        """The union."""
        return _union(step.scores(segment, deadline) for step in self.steps)

    def narrow(self, segment: Segment, scores: Scores, deadline: Deadline) -> Scores:
        """Those that one matches."""
        unscored = dict.fromkeys(scores, 0.0)
        added = _union(step.narrow(segment, unscored, deadline) for step in self.steps)
        return {passage: scores[passage] + score for passage, score in added.items()}


def _union(found: Iterable[Scores]) -> Scores:
    union: Scores = {}
    for scores in found:
        both = union.keys() & scores.keys()
        sums = {passage: union[passage] + scores[passage] for passage in both}
        union.update(scores)
        union.update(sums)
    return union
