"""What is imperfect about an article's times."""

from collections.abc import Iterable, Iterator

from dltui.library.codes import Code, diagnose
from dltui.model.clean import clean_line
from dltui.model.diagnostic import Diagnostic
from dltui.model.timestamp import Reading, Timestamp, clock


def time_problems(timestamps: Iterable[Timestamp]) -> Iterator[Diagnostic]:
    """The timestamps that don't mean what their digits say, or mean nothing."""
    for timestamp in timestamps:
        line, written = timestamp.stamp.line, clean_line(timestamp.stamp.text)[:60]
        if timestamp.seconds is None:
            yield diagnose(Code.TIMESTAMP_WITHOUT_TIME, written, line=line)
        elif timestamp.reading is Reading.INFERRED:
            if (
                clock(timestamp.seconds) in written
            ):  # what the label says already is read instead of the value
                written = clean_line(timestamp.stamp.value)[:60]
            detail = f"{written} is read as {clock(timestamp.seconds)}, because {timestamp.reason}"
            yield diagnose(Code.TIMESTAMP_INFERRED, detail, line=line)
