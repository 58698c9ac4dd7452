"""The URL that stands behind a link or a moment. No Textual here."""

from dltui.handoff.address import outgoing_url
from dltui.model.inline import Image, Link
from dltui.model.video import Video
from dltui.render.spot import Spot


def outside_url(spot: Spot, video: Video | None) -> str:
    """Where a spot leads outside the library: a web page, or a second of the video; empty for nowhere.

    Args:
        spot: of an article.
        video: of that article.
    """
    if spot.timestamp is not None:
        seconds = spot.timestamp.seconds
        return video.url(seconds) if video is not None and seconds is not None else ""
    written = spot.node.url if isinstance(spot.node, Link) else ""
    if isinstance(spot.node, Image):
        written = spot.node.source
    url = outgoing_url(written) if "://" in written else ""
    return url if isinstance(url, str) else ""
