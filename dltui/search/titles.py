"""Articles whose title holds every word of the query: found in memory, at the first letter."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dltui.search.resolve import Plan
from dltui.search.snapshot import Snapshot
from dltui.search.wanted import Wanted


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


def matching_titles(plan: Plan, snapshot: Snapshot) -> list[TitleMatch]:
    """The articles whose titles hold all that a plan wants, in no order; none where titles alone can't tell."""
    if not plan.titled:
        return []
    found: list[TitleMatch] = []
    needles = sorted((item.needle for item in plan.wanted), key=len, reverse=True)
    for place, segment in enumerate(snapshot.segments):
        files = segment.files
        titles = files.title_words
        at: Iterable[int] = range(len(titles))
        for needle in needles:
            at = [article for article in at if needle in titles[article]]
        held = [article for article in at if all(item.stands_in(titles[article]) for item in plan.wanted)]
        passing = dict.fromkeys((files.articles[article].first for article in held), 0.0)
        for step in plan.filters:
            passing = step.narrow(segment, passing)
        found += [
            TitleMatch(title_strength(plan.wanted, titles[article]), place, first)
            for article in held
            if (first := files.articles[article].first) in passing and first not in segment.deleted
        ]
    return found


def title_strength(wanted: Sequence[Wanted], title: str) -> float:
    """How much of a title is made of the query's words, 0 to 1; whole words and its beginning count for more."""
    words = title.split()
    if not words or not wanted:
        return 0.0
    held = sum(1 for word in words if any(item.fits(word) for item in wanted))
    whole = sum(1 for item in wanted if not item.forms.isdisjoint(words))
    begins = any(item.fits(words[0]) for item in wanted[:1])
    return (0.7 * held / len(words)) + 0.2 * whole / len(wanted) + 0.1 * begins
