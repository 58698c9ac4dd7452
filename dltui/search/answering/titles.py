"""Articles whose title holds every word of the query: found in memory, at the first letter."""

from collections.abc import Collection
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import islice
from typing import NamedTuple

from dltui.search.answering.deadline import Deadline
from dltui.search.answering.resolve import Plan
from dltui.search.disk.segment import SegmentFiles
from dltui.search.disk.snapshot import Snapshot
from dltui.search.language.wanted import WantedWords

_WEIGHED = 40
_WEIGHED_IN_HASTE = 16
_MOST = 40


class TitleMatch(NamedTuple):
    """An article whose title matches.

    Attributes:
        strength: 0 to 1: how much of the title the query is.
        segment: its place in the snapshot.
        first: the article's first passage.
    """

    strength: float
    segment: int
    first: int


@dataclass(slots=True)
class Titles:
    """The articles found by their titles.

    Attributes:
        firsts: the first passages of all of them, by their segment's place in the snapshot.
        best: some of the best, best first.
    """

    firsts: dict[int, Collection[int]] = field(default_factory=dict)
    best: list[TitleMatch] = field(default_factory=list)


def matching_titles(plan: Plan, snapshot: Snapshot, deadline: Deadline) -> Titles:
    """The articles whose titles hold all that a plan wants; none where titles alone can't tell.

    Raises:
        OutOfTimeError: a filter took too long.
    """
    titles = Titles()
    if not plan.titled:
        return titles
    weighed = _WEIGHED if deadline.patient else _WEIGHED_IN_HASTE
    for place, segment in enumerate(snapshot.segments):
        files = segment.files
        words = files.articles.column("words")
        held = _holding(files, plan.wanted, None if plan.filters or plan.begun else weighed)
        passing = dict.fromkeys(map(files.articles.firsts.__getitem__, held), 0.0)
        for passage in segment.deleted & passing.keys():
            del passing[passage]
        for step in plan.filters:
            passing = step.narrow(segment, passing, deadline)
        titles.firsts[place] = passing.keys()
        titles.best += [
            TitleMatch(title_strength(plan.wanted, words[article]), place, first)
            for article in held[:weighed]
            if (first := files.articles.firsts[article]) in passing
        ]
    titles.best = nlargest(_MOST, titles.best)
    return titles


def _holding(files: SegmentFiles, wanted: WantedWords, most: int | None) -> list[int]:
    """The articles whose titles hold all that is wanted, those with the shortest titles first, not more than `most`."""
    titles = files.articles.column("words")
    longest, *others = sorted(wanted.needles, key=len, reverse=True)
    found = files.titles_holding(longest)
    for needle in others:
        found = [article for article in found if needle in titles[article]]
    if wanted.is_needle:
        return found[:most]
    return list(islice((article for article in found if wanted.all_stand_in(titles[article])), most))


def title_strength(wanted: WantedWords, title: str) -> float:
    """How much of a title is made of the query's words, 0 to 1; whole words and its beginning count for more."""
    words = title.split()
    if not words or not wanted.items:
        return 0.0
    places = [wanted.which[word] for word in words]
    held = len(words) - places.count(-1)
    whole = sum(not item.forms.isdisjoint(words) for item in wanted.items)
    return 0.7 * held / len(words) + 0.2 * whole / len(wanted.items) + 0.1 * (places[0] == 0)
