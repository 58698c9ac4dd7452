"""Videos and the URLs that lead to a second of them."""

import re
from dataclasses import dataclass

_VIDEO_ID = re.compile(r"[A-Za-z0-9_-]{11}")

VIDEO_ADDRESS = re.compile(
    r"https?://(?:www\.|m\.|music\.)?(?:youtu\.be/|youtube(?:-nocookie)?\.com/"
    r"(?:watch/?\?(?:[^\s()<>\"]{0,200}&)?v=|(?:shorts|embed|live|v|e)/))([A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])",
    re.IGNORECASE,
)
"""A YouTube address within a text; its group is the id."""


def is_video_id(text: str) -> bool:
    """Whether the text is a YouTube video id: eleven characters of `A-Z a-z 0-9 _ -`."""
    return _VIDEO_ID.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Video:
    """A YouTube video that articles were made from.

    Attributes:
        id: validated, see `is_video_id`.
        title: the human title, as a channel page gives it; empty where none is known.
    """

    id: str
    title: str = ""

    def url(self, seconds: int | None = None) -> str:
        """The watch page, at whole seconds from the start if given."""
        return watch_url(self.id, seconds)


def watch_url(video_id: str, seconds: int | None = None) -> str:
    """The watch page of a video, rebuilt from its parts.

    Args:
        video_id: a validated id.
        seconds: whole seconds from the start; None for no time.

    Raises:
        ValueError: the id isn't one, or the seconds are negative.
    """
    if not is_video_id(video_id):
        raise ValueError(f"not a video id: {video_id!r}")
    if seconds is None:
        return f"https://www.youtube.com/watch?v={video_id}"
    if seconds < 0:
        raise ValueError(f"a moment can't be {seconds} s")
    return f"https://www.youtube.com/watch?v={video_id}&t={int(seconds)}s"
