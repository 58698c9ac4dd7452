"""A time as people give it to `--at`: a clock or seconds."""

from dltui.errors import UsageError
from dltui.handoff.moment_url import parse_url_time


def seconds_of(text: str) -> int:
    """Whole seconds from the start of a video: `12:34`, `1:02:03`, `754`, `12m34s`.

    Raises:
        UsageError: it's no time.
    """
    seconds = parse_url_time(text.strip())
    if seconds is None:
        raise UsageError(f"not a time: {text}.", "Write 12:34, 1:02:03, or seconds.")
    return seconds
