"""Moments as an extended M3U playlist, for mpv and VLC."""

from collections.abc import Sequence

from dltui.handoff.citation import Citation, playable
from dltui.model.clean import clean_line

_UNKNOWN_LENGTH = -1


def m3u(citations: Sequence[Citation]) -> str:
    """A playlist entry for each moment, its URL with the time in it. The text is UTF-8.

    mpv takes the time from the URL; VLC from the `#EXTVLCOPT` line, which others pass over.
    """
    lines = ["#EXTM3U", "#EXTENC:UTF-8"]
    for citation in playable(citations):
        start = citation.seconds or 0
        length = _UNKNOWN_LENGTH if citation.end_seconds is None else citation.end_seconds - start
        lines += [
            f"#EXTINF:{length},{citation.clock} {clean_line(citation.caption)}",
            f"#EXTVLCOPT:start-time={start}",
            citation.url,
        ]
    return "\n".join(lines) + "\n"
