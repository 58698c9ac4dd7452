"""Moments as an mpv EDL: the cited seconds, cut together into one timeline with chapters."""

from collections.abc import Sequence

from dltui.handoff.citation import Citation, playable
from dltui.model.clean import clean_line
from dltui.model.video import watch_url

CLIP_SECONDS = 30
"""How long a moment without an end is played, unless the next one of its video begins earlier."""


def mpv_edl(citations: Sequence[Citation]) -> str:
    """A segment for each second that is cited, in the order given.

    mpv doesn't look up watch pages inside an EDL, so the segments name files beside it: `<video id>.mkv`. A
    comment says which video each one is.
    """
    chosen = playable(citations)
    videos = dict.fromkeys(citation.video for citation in chosen)
    lines = ["# mpv EDL v0", *(f"# {_file(video)} is {watch_url(video)}" for video in videos)]
    seen: set[tuple[str, int]] = set()
    for citation, length in zip(chosen, _lengths(chosen), strict=True):
        start = citation.seconds or 0
        if (citation.video, start) not in seen:
            seen.add((citation.video, start))
            title = _guarded(f"{citation.clock} {clean_line(citation.caption)}")
            lines.append(f"{_guarded(_file(citation.video))},{start},{length},title={title}")
    return "\n".join(lines) + "\n"


def _lengths(citations: Sequence[Citation]) -> list[int]:
    """Seconds to play of each: to its end, else to the next moment of the video, else `CLIP_SECONDS`."""
    starts: dict[str, list[int]] = {}
    for citation in citations:
        starts.setdefault(citation.video, []).append(citation.seconds or 0)
    following = {video: _following(seconds) for video, seconds in starts.items()}
    lengths = []
    for citation in citations:
        start = citation.seconds or 0
        if citation.end_seconds is not None:
            lengths.append(citation.end_seconds - start)
        else:
            lengths.append(min(CLIP_SECONDS, following[citation.video][start] - start))
    return lengths


def _following(seconds: Sequence[int]) -> dict[int, int]:
    """For each second the next later one, for the last one the end of its clip."""
    ordered = sorted(set(seconds))
    return dict(zip(ordered, [*ordered[1:], ordered[-1] + CLIP_SECONDS], strict=True))


def _file(video: str) -> str:
    return f"{video}.mkv"


def _guarded(value: str) -> str:
    """A value of any characters: its length in bytes goes before it."""
    return f"%{len(value.encode())}%{value}"
