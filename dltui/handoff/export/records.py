"""Moments as JSON, with the field names that every `--json` of the command line uses."""

import json
from collections.abc import Sequence

from dltui.handoff.citation import Citation
from dltui.model.clean import clean

Field = str | int | None


def moment_record(citation: Citation) -> dict[str, Field]:
    """One moment with the article and the video it belongs to; what is unknown is None, never left out."""
    moment = citation.moment
    timestamp = moment.timestamp
    record: dict[str, Field] = {
        "path": citation.article.path,
        "title": citation.article.title,
        "channel": citation.article.channel or None,
        "video": citation.video or None,
        "video_title": citation.video_title or None,
        "seconds": citation.seconds,
        "end_seconds": citation.end_seconds,
        "raw": timestamp.stamp.value or timestamp.stamp.label,
        "label": timestamp.stamp.label,
        "reading": timestamp.reading.value,
        "reason": timestamp.reason,
        "line": moment.line,
        "heading": moment.heading,
        "text": moment.text,
        "url": citation.url or None,
    }
    return {name: clean(value) if isinstance(value, str) else value for name, value in record.items()}


def json_records(citations: Sequence[Citation]) -> str:
    """An array of `moment_record`s."""
    return (
        json.dumps([moment_record(citation) for citation in citations], ensure_ascii=False, indent=2) + "\n"
    )
