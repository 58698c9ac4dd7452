"""What the local player is doing, as far as it tells."""

from dataclasses import dataclass
from enum import StrEnum


class PlayerState(StrEnum):
    """`OFF` until a video was asked for; `SILENT` while mpv runs without answering."""

    OFF = "off"
    LOADING = "loading"
    PLAYING = "playing"
    PAUSED = "paused"
    ENDED = "ended"
    FAILED = "failed"
    SILENT = "silent"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Playback:
    """What is being played at this moment.

    Attributes:
        video: the id; empty where nothing plays, or no YouTube video.
        seconds: from the start of the video; None where nothing plays.
        message: a sentence, for the states that need one.
    """

    state: PlayerState
    video: str = ""
    seconds: float | None = None
    message: str = ""


OFF = Playback(PlayerState.OFF)
LOADING = Playback(PlayerState.LOADING)
SILENT_PLAYER = Playback(PlayerState.SILENT, message="mpv doesn't answer.")

_ENDS = {
    "eof": Playback(PlayerState.ENDED, message="The video has ended."),
    "error": Playback(
        PlayerState.FAILED, message="mpv couldn't play the video; to reach YouTube it needs yt-dlp."
    ),
}
_CLOSED = Playback(PlayerState.GONE, message="mpv was closed.")


def after_the_end(reason: str) -> Playback:
    """What a file that ended, or a player that went away after it, leaves; `reason` in mpv's words."""
    return _ENDS.get(reason, _CLOSED)
