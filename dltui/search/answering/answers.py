"""Candidates become hits with snippets; what matches is counted by article and category."""

from collections import Counter
from collections.abc import Sequence

from dltui.model.passage import Hit
from dltui.search.answering.matching import Candidate, Matches
from dltui.search.answering.snippet import cut_snippet, nearest_moment
from dltui.search.disk.record import Record
from dltui.search.disk.segment import SegmentFiles
from dltui.search.disk.snapshot import Snapshot
from dltui.search.language.wanted import WantedWords

SECONDS_PER_HIT = 0.00015
"""About what a hit costs: its record and its snippet."""


def hits_of(candidates: Sequence[Candidate], wanted: WantedWords, snapshot: Snapshot) -> tuple[Hit, ...]:
    """The hits for some candidates, with the words to light in them."""
    return tuple(_hit(candidate, wanted, snapshot) for candidate in candidates)


def _hit(candidate: Candidate, wanted: WantedWords, snapshot: Snapshot) -> Hit:
    score, place, passage = candidate
    files = snapshot.segments[place].files
    row, record = files.article(passage), files.record(passage)
    said = _first_said(files, passage, record)
    snippet = cut_snippet(said, wanted)
    return Hit(
        path=row.path,
        title=row.title,
        category=row.category,
        channel=row.channel,
        video=row.video or None,
        heading=record.heading,
        heading_path=record.heading_path,
        anchor=record.anchor,
        line=record.line,
        score=round(score, 4),
        snippet=snippet.text,
        matches=snippet.matches,
        moment=nearest_moment(said.moments, said.text, snippet.offset),
        terms=(*wanted.terms, *snippet.written),
    )


def _first_said(files: SegmentFiles, passage: int, record: Record) -> Record:
    """The passage itself; where nothing stands directly under its heading, the first below it that says something."""
    depth, end = len(record.heading_path), files.siblings(passage).stop
    said = record
    while not said.text:
        passage += 1
        said = files.record(passage) if passage < end else record
        if said.heading_path[:depth] != record.heading_path or said is record:
            return record
    return said


def count_articles(matches: Matches, snapshot: Snapshot) -> int:
    """How many articles the passages that match belong to."""
    return sum(
        len(set(map(snapshot.segments[place].files.articles.article_of.__getitem__, passages)))
        for place, passages in matches.passages.items()
    )


def facets_of(matches: Matches, snapshot: Snapshot) -> tuple[tuple[str, int], ...]:
    """How many passages match by category, most first."""
    facets: Counter[str] = Counter()
    for at, passages in matches.passages.items():
        articles = snapshot.segments[at].files.articles
        categories = articles.categories
        for place, count in Counter(map(articles.category_of.__getitem__, passages)).items():
            facets[categories[place]] += count
    return tuple(sorted(facets.items(), key=lambda item: (-item[1], item[0])))
