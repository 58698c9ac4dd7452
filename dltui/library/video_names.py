"""Which video an article was made from: what its front matter calls it by, else the only one that its body names."""

import re
from collections.abc import Iterable, Mapping

from dltui.model.video import VIDEO_ADDRESS, is_video_id

_ID_KEYS = ("videoid", "video", "youtube", "youtubeid", "ytid", "videourl", "youtubeurl")
"""Keys whose value is an id or an address, and wrong if it is neither; see `plain_key`."""

_ADDRESS_KEYS = ("source", "url", "link", "media", "medialink")
"""Keys under which web clippers and players keep where a note came from; a video only if it is one of YouTube's."""

_NOTHING = frozenset({"", "~", "null"})
_IN_URL = re.compile(r"(?:v=|youtu\.be/|shorts/|embed/|live/)([A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])")


def plain_key(key: str) -> str:
    """A key without what people write differently: `Video-ID` and `video_id` are one."""
    return key.casefold().replace("-", "").replace("_", "").replace(" ", "")


def video_in(values: Mapping[str, str | tuple[str, ...]]) -> tuple[str | None, str]:
    """The validated id that front matter names, and what was written for it: empty where it names none."""
    named = {plain_key(key): value for key, value in reversed(tuple(values.items()))}
    for key in _ID_KEYS:
        written = [text for text in _texts(named.get(key, ())) if text.casefold() not in _NOTHING]
        if written:
            return next(filter(None, map(_id_of, written)), None), written[0]
    for key in _ADDRESS_KEYS:
        for text in _texts(named.get(key, ())):
            if match := VIDEO_ADDRESS.match(text):
                return match[1], text
    return None, ""


def only_video(body: str) -> str | None:
    """The id of the video that a body links to, if it links to one and no other."""
    found = {match[1] for match in VIDEO_ADDRESS.finditer(body)}
    return found.pop() if len(found) == 1 else None


def _texts(value: str | tuple[str, ...]) -> Iterable[str]:
    return (value,) if isinstance(value, str) else value


def _id_of(written: str) -> str | None:
    if is_video_id(written):
        return written
    match = _IN_URL.search(written)
    return match[1] if match else None
