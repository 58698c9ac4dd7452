"""What a query looks up, segment by segment: each step gives passages with scores, or narrows those given.

Whole posting lists are combined as sets and dicts, whose loops run in C; stepping through postings one at a time, as
Whoosh's matchers do, costs many times as much.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from dltui.search.deadline import Deadline
from dltui.search.postings import TOP_LEVEL
from dltui.search.segment import Segment

Scores = dict[int, float]
"""Passages of one segment, each with its score so far."""


class Step(Protocol):
    """A part of a query, resolved against the index."""

    def size(self, segment: Segment) -> int:
        """About how many passages match; steps of small size are taken first."""

    def scores(self, segment: Segment) -> Scores:
        """The passages that match; a new dict."""

    def narrow(self, segment: Segment, scores: Scores) -> Scores:
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

    def scores(self, segment: Segment) -> Scores:
        """Each passage with the best of its forms."""
        scores: Scores = {}
        for score, passages in reversed(self.levels(segment)):
            scores.update(dict.fromkeys(passages, score))
        return scores

    def narrow(self, segment: Segment, scores: Scores) -> Scores:
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

    def scores(self, segment: Segment) -> Scores:
        """Those that have it."""
        return dict.fromkeys(self.passages(segment), 0.0)

    def narrow(self, segment: Segment, scores: Scores) -> Scores:
        """Those that have it."""
        return {passage: scores[passage] for passage in scores.keys() & self.passages(segment)}


@dataclass(frozen=True, slots=True)
class CheckedStep:
    """A step whose matches are looked at once more, in the text."""

    step: Step
    holds: Callable[[Segment, int], bool]
    deadline: Deadline

    def size(self, segment: Segment) -> int:
        """Every passage, so that little is left to look at."""
        return segment.files.passages

    def scores(self, segment: Segment) -> Scores:
        """Those whose text holds it."""
        return self._checked(segment, self.step.scores(segment))

    def narrow(self, segment: Segment, scores: Scores) -> Scores:
        """Those whose text holds it."""
        return self._checked(segment, self.step.narrow(segment, scores))

    def _checked(self, segment: Segment, scores: Scores) -> Scores:
        checked: Scores = {}
        for passage, score in scores.items():
            self.deadline.check()
            if self.holds(segment, passage):
                checked[passage] = score
        return checked


@dataclass(frozen=True, slots=True)
class NotStep:
    """What another step doesn't match."""

    step: Step

    def size(self, segment: Segment) -> int:
        """Everything, so that it comes last."""
        return segment.files.passages + 1

    def scores(self, segment: Segment) -> Scores:
        """Every other passage."""
        return self.narrow(segment, dict.fromkeys(range(segment.files.passages), 0.0))

    def narrow(self, segment: Segment, scores: Scores) -> Scores:
        """Those it doesn't match."""
        dropped = self.step.narrow(segment, scores)
        return {passage: score for passage, score in scores.items() if passage not in dropped}


@dataclass(frozen=True, slots=True)
class AndStep:
    """What every step matches."""

    steps: tuple[Step, ...]
    deadline: Deadline

    def size(self, segment: Segment) -> int:
        """At most what the smallest matches."""
        return min(step.size(segment) for step in self.steps)

    def scores(self, segment: Segment) -> Scores:
        """From the smallest step on, each narrows what is left."""
        first, *others = self._in_order(segment)
        scores = first.scores(segment)
        return self._narrowed(segment, scores, others)

    def narrow(self, segment: Segment, scores: Scores) -> Scores:
        """Those that every step matches."""
        return self._narrowed(segment, scores, self._in_order(segment))

    def _in_order(self, segment: Segment) -> list[Step]:
        return sorted(self.steps, key=lambda step: step.size(segment))

    def _narrowed(self, segment: Segment, scores: Scores, steps: Sequence[Step]) -> Scores:
        for step in steps:
            if not scores:
                break
            self.deadline.check()
            scores = step.narrow(segment, scores)
        return scores


@dataclass(frozen=True, slots=True)
class OrStep:
    """What one of the steps matches; a passage that several match has the sum of their scores."""

    steps: tuple[Step, ...]
    deadline: Deadline

    def size(self, segment: Segment) -> int:
        """At most what all of them match."""
        return sum(step.size(segment) for step in self.steps)

    def scores(self, segment: Segment) -> Scores:
        """The union."""
        return self._union(step.scores(segment) for step in self._checked())

    def narrow(self, segment: Segment, scores: Scores) -> Scores:
        """Those that one matches."""
        added = self._union(step.narrow(segment, dict.fromkeys(scores, 0.0)) for step in self._checked())
        return {passage: scores[passage] + score for passage, score in added.items()}

    def _checked(self) -> Iterator[Step]:
        for step in self.steps:
            self.deadline.check()
            yield step

    @staticmethod
    def _union(found: Iterable[Scores]) -> Scores:
        union: Scores = {}
        for scores in found:
            for passage, score in scores.items():
                union[passage] = union.get(passage, 0.0) + score
        return union
