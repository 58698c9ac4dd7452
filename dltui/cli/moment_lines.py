"""Moments as every command prints them: for a person, for a pipe, and as JSON."""

from collections.abc import Sequence
from typing import Any

from dltui.cli.hanging import print_hanging
from dltui.cli.output import dim, for_a_person, print_row, timed
from dltui.handoff.citation import Citation
from dltui.handoff.export.records import moment_record
from dltui.model.timestamp import Reading, clock

_NO_TIME = "no time"


def moment_json(citation: Citation) -> dict[str, Any]:
    """A moment, with the article that cites it."""
    return {**moment_record(citation), "path": citation.article.path}


def print_moments(citations: Sequence[Citation], *, of_one_article: bool = False) -> None:
    """A line for each moment; for a pipe: place, time, reading, title, heading and sentence, parted by tabs.

    Args:
        citations: in the order to print.
        of_one_article: a person knows which one, so its path is left out.
    """
    if not for_a_person():
        for citation in citations:
            moment = citation.moment
            place = f"{citation.article.path}:{moment.line}"
            reading = moment.timestamp.reading.value
            print_row(place, citation.clock, reading, citation.article.title, moment.heading, moment.text)
        return
    column = max((len(_time(citation)) for citation in citations), default=0)
    for citation in citations:
        path = "line " if of_one_article else f"{citation.article.path}:"
        lead = f"{_time(citation):>{column}}  "
        print_hanging((lead, timed), citation.caption, (f"  {path}{citation.moment.line}", dim))


def _time(citation: Citation) -> str:
    """The time as it was read; what it was read from stands beside it where that wasn't plain."""
    timestamp = citation.moment.timestamp
    if citation.seconds is None:
        return _NO_TIME
    end = "" if citation.end_seconds is None else f"–{clock(citation.end_seconds)}"
    written = f"{timestamp.stamp.text} ≈ " if timestamp.reading is Reading.INFERRED else ""
    return f"{written}{clock(citation.seconds)}{end}"
