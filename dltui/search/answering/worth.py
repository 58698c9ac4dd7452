"""What a second look adds to a candidate's score, which is 0 to 1 from posting lists alone."""

from dltui.search.answering.closeness import closeness
from dltui.search.answering.titles import title_strength
from dltui.search.disk.record import Record
from dltui.search.language.wanted import WantedWords
from dltui.search.language.words import comparable

_TITLE = 0.5
_TITLE_STRENGTH = 0.7
_SAME_ARTICLE = 0.15
_PART_OF_TITLE = 0.25
_HEADING = 0.2
_HEADING_STRENGTH = 0.2
_CLOSE = 0.35


def title_worth(wanted: WantedWords, title: str) -> tuple[float, float]:
    """For the words of a title: to the first passage of its article, and to any other."""
    share = wanted.share_in(title)
    if share < 1.0:
        return _PART_OF_TITLE * share**2, _PART_OF_TITLE * share**2
    return _TITLE + _TITLE_STRENGTH * title_strength(wanted, title), _SAME_ARTICLE


def text_worth(wanted: WantedWords, record: Record) -> float:
    """For the heading and for words that stand close together."""
    worth = 0.0
    heading = comparable(record.heading)
    if wanted.all_stand_in(heading):
        worth = _HEADING + _HEADING_STRENGTH * title_strength(wanted, heading)
    if len(wanted.items) > 1:
        worth += _CLOSE * closeness(record.tokens, wanted)
    return worth
