"""Moments as CSV (RFC 4180) that no spreadsheet takes for formulas."""

import csv
import io
import re
from collections.abc import Sequence

from dltui.handoff.citation import Citation
from dltui.handoff.export.records import Field, moment_record
from dltui.model.clean import clean_line

COLUMNS = (
    "video",
    "video_title",
    "seconds",
    "end_seconds",
    "time",
    "text",
    "heading",
    "title",
    "path",
    "line",
    "reading",
    "url",
)
_FORMULA = re.compile(r"[=+\-@|%＝＋－＠]")


def csv_table(citations: Sequence[Citation]) -> str:
    """A header row and a row for each moment, with CRLF line ends as the RFC has them."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for citation in citations:
        fields = {**moment_record(citation), "time": citation.clock}
        writer.writerow([_cell(fields[column]) for column in COLUMNS])
    return text.getvalue()


def _cell(value: Field) -> str | int:
    """A cell that stays text: an apostrophe goes before what would be computed (an id like `-x…`, too)."""
    if value is None:
        return ""
    if isinstance(value, int):
        return value
    line = clean_line(value)
    return f"'{line}" if _FORMULA.match(line) else line
