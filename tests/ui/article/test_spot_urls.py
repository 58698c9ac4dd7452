"""Where links and moments lead outside."""

import pytest

from dltui.model.inline import Chip, Image, Link, Wikilink
from dltui.model.target import LinkState, Target
from dltui.model.timestamp import Reading, Stamp, Timestamp
from dltui.model.video import Video
from dltui.render.spot import Spot, SpotKind
from dltui.ui.article.spot_url import outside_url

_VIDEO = Video("s3MuSOl1Rog")
_STAMP = Stamp("0:05", "0:05", 1)


def _link(url: str) -> Spot:
    return Spot(SpotKind.LINK, Link(url, "", (), 1), 1, "x")


def _moment(seconds: int | None) -> Spot:
    timestamp = Timestamp(_STAMP, seconds, reading=Reading.EXACT)
    return Spot(SpotKind.MOMENT, Chip(_STAMP), 1, "0:05", timestamp=timestamp)


@pytest.mark.parametrize(
    ("spot", "url"),
    [
        (_link("https://example.org/a b"), "https://example.org/a%20b"),
        (_link("https://youtu.be/s3MuSOl1Rog?t=9"), "https://www.youtube.com/watch?v=s3MuSOl1Rog&t=9s"),
        (_link("javascript://example.org/%0aalert(1)"), ""),
        (_link("file:///etc/passwd"), ""),
        (_link("https://example.org/\x1b]8;;x"), ""),
        (_link("other.md"), ""),
        (_link("#part"), ""),
        (_moment(5), "https://www.youtube.com/watch?v=s3MuSOl1Rog&t=5s"),
        (_moment(None), ""),
        (Spot(SpotKind.IMAGE, Image("https://example.org/a.png", "", 1), 1, ""), "https://example.org/a.png"),
        (Spot(SpotKind.IMAGE, Image("a.png", "", 1), 1, ""), ""),
        (
            Spot(
                SpotKind.WIKILINK,
                Wikilink("a", "", "", embed=False, line=1),
                1,
                "a",
                Target(LinkState.RESOLVED),
            ),
            "",
        ),
    ],
)
def test_only_web_pages_and_seconds_of_a_video(spot: Spot, url: str) -> None:
    assert outside_url(spot, _VIDEO) == url


def _wikilink(state: LinkState, path: str = "", url: str = "") -> Spot:
    node = Wikilink("a", "", "", embed=False, line=1)
    return Spot(SpotKind.WIKILINK, node, 1, "a", Target(state, path=path, url=url))


@pytest.mark.parametrize(
    ("spot", "url"),
    [
        (_wikilink(LinkState.RESOLVED, "talk.md"), "https://www.youtube.com/watch?v=F1ka6a13S9I"),
        (_wikilink(LinkState.ANCHOR, "talk.md"), "https://www.youtube.com/watch?v=F1ka6a13S9I"),
        (_wikilink(LinkState.RESOLVED, "channel.md"), ""),
        (_wikilink(LinkState.AMBIGUOUS, "talk.md"), ""),
        (_wikilink(LinkState.MISSING), ""),
        (_wikilink(LinkState.URL, url="https://example.org/"), "https://example.org/"),
        (_wikilink(LinkState.URL, url="file:///etc/passwd"), ""),
    ],
)
def test_a_wikilink_leads_to_the_video_of_its_target(spot: Spot, url: str) -> None:
    videos = {"talk.md": Video("F1ka6a13S9I")}
    assert outside_url(spot, _VIDEO, videos.get) == url


def test_without_a_video_a_moment_leads_nowhere() -> None:
    assert not outside_url(_moment(5), None)
