"""Keeping the number of segments small: which are merged, and how."""

from array import array
from collections.abc import Sequence
from typing import Any

from dltui.search.disk.articles import COLUMNS
from dltui.search.disk.postings import MOST_PASSAGES, TOP_LEVEL, Level
from dltui.search.disk.prepare import article_line
from dltui.search.disk.segment import Segment

_MOST_SMALL_SEGMENTS = 3
_MOSTLY_DELETED = 0.4


def segments_to_merge(segments: Sequence[Segment]) -> list[Segment]:
    """The segments that had better be one; none where the index is tidy.

    Small ones are merged with those of their own size or less, so a passage is copied a few times in its life, not at
    each merge; one that is mostly deleted is written anew.
    """
    for segment in segments:
        if len(segment.deleted) > _MOSTLY_DELETED * segment.files.passages:
            return [segment]
    small = sorted(
        (item for item in segments if item.live_passages <= MOST_PASSAGES // 2),
        key=lambda item: item.live_passages,
    )
    if len(small) <= _MOST_SMALL_SEGMENTS:
        return []
    chosen, passages = small[:2], sum(item.live_passages for item in small[:2])
    for segment in small[2:]:
        if passages + segment.live_passages > MOST_PASSAGES or segment.live_passages > 2 * passages:
            break
        chosen.append(segment)
        passages += segment.live_passages
    return chosen


def absorb(writer: Any, segment: Segment) -> None:
    """Copy what isn't deleted of a segment into Whoosh's writer, whole posting lists at a time."""
    files = segment.files
    places: dict[int, int] = {}
    for row in segment.live_articles:
        line = article_line([str(value) for value in row[: len(COLUMNS)]])
        for passage, record in zip(range(row.first, row.end), files.record_lines(row), strict=True):
            places[passage] = writer.docnum
            writer.add_passage(record, line, {})
    for key, levels in files.all_levels():
        postings = array("I")
        for level in levels:
            postings.extend(_moved(level, places, whole=not segment.deleted))
        if postings:
            writer.pool.extend(key, postings, writer.docnum)


def _moved(level: Level, places: dict[int, int], *, whole: bool) -> list[int]:
    weight, passages = level
    if whole:
        base = ((TOP_LEVEL - weight) << 16) + places[0]
        return [base + passage for passage in passages]
    base = (TOP_LEVEL - weight) << 16
    return [base + places[passage] for passage in passages if passage in places]
