"""Any spelling of a YouTube URL, read as a video and a second."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs, urlsplit

from dltui.handoff.refusal import Refusal
from dltui.model.video import is_video_id, watch_url

NOT_A_VIDEO = Refusal("This YouTube address doesn't lead to a video.")
BAD_VIDEO_ID = Refusal("This YouTube address names no valid video id.")

_MAX_LENGTH = 4096
_SITE = re.compile(r"(?:(?:www|m|music|gaming)\.)?youtube(?:-nocookie)?\.com", re.IGNORECASE)
_SHORT_SITE = re.compile(r"(?:www\.)?youtu\.be", re.IGNORECASE)
_START = re.compile(
    r"(?:https?:)?(?://)?(?:[a-z]+\.)?(?:youtube(?:-nocookie)?\.com|youtu\.be)(?=[./:?#]|$)", re.IGNORECASE
)
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff]")
_ID_FOLDERS = frozenset({"shorts", "embed", "live", "v", "e", "watch"})
_TIME_NAMES = ("t", "start", "time_continue")

_PLAIN = re.compile(r"([0-9]{1,9})(?:\.[0-9]{1,9})?s?")
_UNITS = re.compile(r"(?:([0-9]{1,6})h)?(?:([0-9]{1,6})m)?(?:([0-9]{1,6})s?)?", re.IGNORECASE)
_CLOCK = re.compile(r"(?:([0-9]{1,4}):)?([0-9]{1,4}):([0-5]?[0-9])")


@dataclass(frozen=True, slots=True)
class MomentUrl:
    """A second of a video, as a URL names it.

    Attributes:
        video: a validated id.
        seconds: whole seconds from the start; None where the URL names no time, or none that can be read.
    """

    video: str
    seconds: int | None

    @property
    def url(self) -> str:
        """The watch page, rebuilt from the id and the seconds."""
        return watch_url(self.video, self.seconds)

    @property
    def short_url(self) -> str:
        """The same place in the fewest characters, for narrow windows."""
        return f"https://youtu.be/{self.video}" + ("" if self.seconds is None else f"?t={self.seconds}")


def parse_moment_url(text: str) -> MomentUrl | Refusal | None:
    """Read a YouTube URL: `watch?v=`, `youtu.be/`, `shorts/`, `embed/`, `live/`, with or without `https://`.

    The time may stand as `t=`, `start=`, `time_continue=` or `#t=`. Never raises.

    Returns:
        None for whatever isn't a YouTube URL (it is something to search for); a Refusal for a YouTube URL
        that names no video.
    """
    address = text.strip().removeprefix("<").removesuffix(">").replace("&amp;", "&")
    if not _START.match(address):
        return None
    if len(address) > _MAX_LENGTH or _UNSAFE.search(address):
        return BAD_VIDEO_ID
    parts = _split(address)
    if parts is None:
        return BAD_VIDEO_ID
    host = (parts.hostname or "").removesuffix(".")
    video = _video_named(host, parts)
    if isinstance(video, str):
        return MomentUrl(video, _time_named(parts)) if is_video_id(video) else BAD_VIDEO_ID
    return video


def parse_url_time(text: str) -> int | None:
    """Seconds from a time as URLs write it (`90`, `90s`, `1m30s`, `1h2m3s`, `1:02:03`), else None."""
    plain = _PLAIN.fullmatch(text)
    if plain:
        return int(plain[1])
    match = _UNITS.fullmatch(text) or _CLOCK.fullmatch(text)
    if match is None or not any(match.groups()):
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    if ":" in text and match[1] and minutes >= 60:
        return None
    return hours * 3600 + minutes * 60 + seconds


def _split(address: str) -> SplitResult | None:
    """The URL's parts, with `https` where no scheme was written; None if it can't be split."""
    if not re.match(r"https?:", address, re.IGNORECASE):
        address = "https://" + address.removeprefix("//")
    try:
        return urlsplit(address)
    except ValueError:
        return None


def _video_named(host: str, parts: SplitResult) -> str | Refusal | None:
    """What stands where the id belongs, unchecked; None if the host isn't YouTube's."""
    folders = [folder for folder in parts.path.split("/") if folder]
    if _SHORT_SITE.fullmatch(host):
        return folders[0] if folders else NOT_A_VIDEO
    if not _SITE.fullmatch(host):
        return None
    if len(folders) >= 2 and folders[0].lower() in _ID_FOLDERS:
        return folders[1]
    if folders and folders[0].lower() == "watch":
        return _parameters(parts.query).get("v", "")
    return NOT_A_VIDEO


def _time_named(parts: SplitResult) -> int | None:
    """The first readable time in the query, else in the fragment (`#t=10`, also `#t=10,20`)."""
    for text, names in ((parts.query, _TIME_NAMES), (parts.fragment, ("t",))):
        parameters = _parameters(text)
        for name in names:
            seconds = parse_url_time(parameters.get(name, "").partition(",")[0])
            if seconds is not None:
                return seconds
    return None


def _parameters(text: str) -> dict[str, str]:
    """The first value of each parameter."""
    try:
        return {name: values[0] for name, values in parse_qs(text, max_num_fields=64).items()}
    except ValueError:
        return {}
