"""What a second look adds to a candidate's score, which is 0 to 1 from posting lists alone."""

from collections.abc import Sequence

from dltui.search.closeness import closeness
from dltui.search.record import Record
from dltui.search.segment import SegmentFiles
from dltui.search.titles import title_strength
from dltui.search.wanted import Wanted
from dltui.search.words import comparable

_TITLE = 0.5
_TITLE_STRENGTH = 0.7
_SAME_ARTICLE = 0.15
_PART_OF_TITLE = 0.25
_HEADING = 0.2
_HEADING_STRENGTH = 0.2
_CLOSE = 0.35


def title_worth(wanted: Sequence[Wanted], files: SegmentFiles, passage: int) -> float:
    """For the title: most to the first passage of an article whose title holds all that is wanted."""
    if not wanted:
        return 0.0
    row = files.article(passage)
    held = sum(1 for item in wanted if item.stands_in(row.words))
    if held < len(wanted):
        return _PART_OF_TITLE * (held / len(wanted)) ** 2
    if passage != row.first:
        return _SAME_ARTICLE
    return _TITLE + _TITLE_STRENGTH * title_strength(wanted, row.words)


def text_worth(wanted: Sequence[Wanted], record: Record) -> float:
    """For the heading and for words that stand close together."""
    if not wanted:
        return 0.0
    worth = 0.0
    heading = comparable(record.heading)
    if all(item.stands_in(heading) for item in wanted):
        worth = _HEADING + _HEADING_STRENGTH * title_strength(wanted, heading)
    if len(wanted) > 1:
        worth += _CLOSE * closeness(record.text, wanted)
    return worth
