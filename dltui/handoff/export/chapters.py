"""Moments as chapters in ffmpeg's metadata format, to be muxed into a copy of the video."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from dltui.errors import UsageError
from dltui.handoff.citation import Citation, playable
from dltui.model.clean import clean_line
from dltui.model.video import watch_url

LAST_CHAPTER_SECONDS = 30
"""How long the last chapter is where its moment has no end."""

_MAX_TITLE = 120
_SPECIAL = re.compile(r"[=;#\\\n]")


def ffmetadata(citations: Sequence[Citation]) -> str:
    """Chapters in the order of the video; each ends where the next begins, and no two begin at one second.

    Where an article also names seconds of other videos than its own, those are left out.

    Raises:
        UsageError: the moments are of several videos; chapters belong to one.
    """
    chosen = playable(citations)
    videos = {citation.video for citation in chosen}
    if len(videos) > 1:
        chosen = tuple(citation for citation in chosen if _is_of_own_video(citation)) or chosen
        videos = {citation.video for citation in chosen}
    if len(videos) > 1:
        raise UsageError(
            f"Chapters belong to one video, and these moments are of {len(videos)}.",
            "Export one article or one video, or choose another format.",
        )
    lines = [";FFMETADATA1", *_about(chosen)]
    first: dict[int, Citation] = {}
    for citation in chosen:
        first.setdefault(citation.seconds or 0, citation)
    starts = sorted(first)
    for start, end in zip_longest(starts, starts[1:]):
        lines += _chapter(first[start], start, end)
    return "\n".join(lines) + "\n"


def _is_of_own_video(citation: Citation) -> bool:
    own = citation.article.video
    return own is not None and own.id == citation.video


def _about(citations: Sequence[Citation]) -> list[str]:
    if not citations:
        return []
    title = citations[0].video_title or citations[0].article.title
    return [f"title={_escaped(title)}", f"comment={_escaped(watch_url(citations[0].video))}"]


def _chapter(citation: Citation, start: int, end: int | None) -> list[str]:
    end = end or citation.end_seconds or start + LAST_CHAPTER_SECONDS
    return [
        "[CHAPTER]",
        "TIMEBASE=1/1000",
        f"START={start * 1000}",
        f"END={end * 1000}",
        f"title={_escaped(_shortened(citation.caption))}",
    ]


def _shortened(text: str) -> str:
    """At most `_MAX_TITLE` characters, cut between words where there is a gap."""
    line = clean_line(text)
    if len(line) <= _MAX_TITLE:
        return line
    head = line[: _MAX_TITLE - 1]
    return f"{head.rpartition(' ')[0] or head}…"


def _escaped(text: str) -> str:
    escaped = _SPECIAL.sub(lambda match: "\\" + match[0], clean_line(text))
    # ffmpeg takes a line break after any backslash as escaped, also after an escaped one.
    return f"{escaped} " if escaped.endswith("\\") else escaped
