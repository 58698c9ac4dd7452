"""The index of a library, opened for searching."""

from collections.abc import Callable, Sequence
from pathlib import Path

from dltui.model.clean import clean, clean_line
from dltui.model.passage import Answer
from dltui.search.answering.answers import SECONDS_PER_HIT, count_articles, facets_of, hits_of
from dltui.search.answering.completing import completions_of
from dltui.search.answering.deadline import Deadline
from dltui.search.answering.expand import FEW_COMPLETIONS, MANY_COMPLETIONS
from dltui.search.answering.matching import Matches
from dltui.search.answering.ranking import Wish, rank
from dltui.search.answering.relaxing import FEW, relaxations
from dltui.search.answering.resolve import Plan, Resolver
from dltui.search.answering.suggest import suggestion, unquoted
from dltui.search.disk.contents import contents_stamp
from dltui.search.disk.snapshot import Snapshot, open_snapshot
from dltui.search.language.lexer import LONGEST_QUERY
from dltui.search.language.parser import parse_query
from dltui.search.language.query import Filter, Node, Query
from dltui.search.language.understood import in_words

_PER_ARTICLE = 4
_COUNTED = 5000
"""Matches that are counted by category even where time is short."""


class SearchIndex:
    """Answers queries from the index in a folder, as it stood when it was opened or last refreshed.

    Use `SearchIndex.open`. Any thread may search; `refresh` belongs to one.
    """

    def __init__(self, folder: Path, snapshot: Snapshot) -> None:
        self._folder = folder
        self._snapshot = snapshot

    @classmethod
    def open(cls, folder: Path) -> "SearchIndex":
        """Open the index in a folder; one that isn't there yet is empty until `refresh` finds it.

        Raises:
            IndexUnavailableError: the folder can't be trusted: it isn't the user's, or others may write it.
            DamagedIndexError: it has to be built again; `search` and `refresh` may find that out too.
        """
        return cls(folder, open_snapshot(folder))

    @property
    def articles(self) -> int:
        """How many articles the index holds."""
        return self._snapshot.articles

    def holds(self, feature: str) -> bool:
        """Whether any passage has a feature, one of `FEATURES`."""
        return bool(self._snapshot.count("key", f"has:{feature}"))

    @property
    def fingerprints(self) -> dict[str, str]:
        """Each article's path with the fingerprint it was written with."""
        return {
            path: fingerprint
            for segment in self._snapshot.segments
            for path, fingerprint in zip(
                segment.live_column("path"), segment.live_column("fingerprint"), strict=True
            )
        }

    def refresh(self) -> bool:
        """Take up what was committed since; whether anything was."""
        if contents_stamp(self._folder) == self._snapshot.stamp:
            return False
        self._snapshot = open_snapshot(self._folder, self._snapshot)
        return True

    def complete(self, text: str, *, limit: int = 8) -> tuple[str, ...]:
        """How a query could go on: itself with its last word completed to a field, a field's value or a word.

        Raises:
            DamagedIndexError: the index has to be built again.
        """
        return completions_of(text[:LONGEST_QUERY], self._snapshot, limit)

    def search(
        self,
        text: str,
        *,
        limit: int = 50,
        budget_seconds: float | None = 0.014,
        category: str = "",
        article: str = "",
        typing: bool = True,
        wanted: Callable[[], bool] | None = None,
    ) -> Answer:
        """Answer a query; no text raises.

        Args:
            text: in the query language.
            limit: hits at most; each costs about a tenth of a millisecond.
            budget_seconds: after which the best so far is given, `exact` being false; None for all the time it takes,
                which is bounded too.
            category: only passages of this folder and those below it.
            article: only passages of the article at this path, all of them; else an article gives a few at most.
            typing: the last word is still being typed, so it may go on.
            wanted: asked now and then whether the answer is still wanted; once it isn't, what there is is given.

        Raises:
            DamagedIndexError: the index has to be built again.
        """
        snapshot = self._snapshot
        deadline = Deadline(budget_seconds, reserve=limit * SECONDS_PER_HIT, wanted=wanted)
        text = clean(text[: LONGEST_QUERY + 1])  # what is said about it is shown
        query = parse_query(text, typing=typing)
        narrowed = [
            Filter(name, value) for name, value in (("within", category), ("article", article)) if value
        ]
        wish = Wish(limit, 0 if article else _PER_ARTICLE)
        plan, matches, note = _answered(query.root, narrowed, snapshot, deadline, wish)
        hits = hits_of(matches.best, plan.wanted, snapshot)
        counted = deadline.patient or (matches.total <= _COUNTED and not deadline.passed)
        articles = count_articles(matches, snapshot) if counted else len({hit.path for hit in hits})
        facets = facets_of(matches, snapshot) if counted else ()
        better = suggestion(text, plan.unknown, snapshot, deadline)
        understood = in_words(Query(query.root, (*query.notes, *note)))
        exact = matches.exact and counted and not deadline.cut
        final = exact or deadline.patient
        if final and not matches.total:
            better = better or unquoted(text, plan.unknown)
        return Answer(
            query=clean_line(text[:LONGEST_QUERY]),
            understood=understood.whole,
            hits=hits,
            total=matches.total,
            articles=articles,
            indexed=snapshot.articles,
            elapsed_ms=deadline.elapsed_ms,
            exact=exact,
            suggestion=better,
            facets=facets,
            meaning="" if understood.is_plain else understood.said,
            notes=understood.notes,
            final=final,
        )


def _answered(
    root: Node | None, narrowed: Sequence[Filter], snapshot: Snapshot, deadline: Deadline, wish: Wish
) -> tuple[Plan, Matches, tuple[str, ...]]:
    """The plan and what it found; where that is little, what a less demanding query finds, and a note."""
    if root is None:
        return Plan(), Matches(), ()
    completions = MANY_COMPLETIONS if deadline.patient else FEW_COMPLETIONS
    plan = Resolver(snapshot, completions).plan(root, narrowed)
    matches = rank(plan, snapshot, deadline, wish)
    hasty = not (plan.complete or deadline.patient)
    if matches.total >= FEW or hasty or deadline.cut or deadline.passed:
        return plan, matches, ()
    for less, note, least in relaxations(root, matches.total, plan.unknown, plan.wanted):
        other = Resolver(snapshot, completions).plan(less, narrowed)
        other.unknown = plan.unknown
        found = rank(other, snapshot, deadline, wish)
        if found.total >= least:
            return other, found, (note,)
    return plan, matches, ()
