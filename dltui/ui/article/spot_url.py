"""The URL that stands behind a link or a moment. No Textual here."""

from collections.abc import Callable

from dltui.handoff.address import outgoing_url
from dltui.model.inline import Image, Link
from dltui.model.target import LinkState, Target
from dltui.model.video import Video
from dltui.render.spot import Spot

VideoOf = Callable[[str], Video | None]
"""The video that the article at a path was made of."""


def outside_url(spot: Spot, video: Video | None, video_of: VideoOf | None = None) -> str:
    """Where a spot leads outside the library: a web page, or a second of a video; empty for nowhere.

    An article has no address outside the library, and a path of this machine means nothing at the other end of an
    SSH line: a wikilink leads to the video that its target was made of.

    Args:
        spot: of an article.
        video: of that article; a moment may be one of another video.
        video_of: of the articles that wikilinks lead to; None for nowhere.
    """
    if spot.timestamp is not None:
        seconds, named = spot.timestamp.seconds, spot.timestamp.stamp.video
        video = Video(named) if named else video
        return video.url(seconds) if video is not None and seconds is not None else ""
    if spot.target is not None:
        return _url_of_target(spot.target, video_of)
    written = spot.node.url if isinstance(spot.node, Link) else ""
    if isinstance(spot.node, Image):
        written = spot.node.source
    return _checked(written)


def _url_of_target(target: Target, video_of: VideoOf | None) -> str:
    if target.state is LinkState.URL:
        return _checked(target.url)
    is_found = target.state in {LinkState.RESOLVED, LinkState.ANCHOR}
    video = video_of(target.path) if is_found and video_of is not None else None
    return video.url() if video is not None else ""


def _checked(written: str) -> str:
    url = outgoing_url(written) if "://" in written else ""
    return url if isinstance(url, str) else ""
