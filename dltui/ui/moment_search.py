"""A YouTube URL in the search bar: what the library says nearest to that second. No Textual here."""

from dltui.handoff.moment_url import MomentUrl
from dltui.library.shelf import Shelf
from dltui.library.timeline import SaidMoment
from dltui.model.passage import Hit, PassageMoment

_MOST_HITS = 60


def hits_near(shelf: Shelf, url: MomentUrl, path: str) -> tuple[Hit, ...]:
    """The moments of a video nearest to the second that a URL names, or to its beginning.

    Args:
        shelf: the library.
        url: read from what was typed.
        path: of the article that is open: of two equally near moments, its own comes first.
    """
    seconds = url.seconds or 0

    def nearness(said: SaidMoment) -> tuple[int, int, bool]:
        start = said.moment.timestamp.seconds or 0
        return distance(said, seconds), abs(start - seconds), said.article.path != path

    # A sentence that cites one second again and again is found once.
    found: dict[tuple[str, int | None, str], SaidMoment] = {}
    for said in shelf.catalogue.timeline(url.video):
        found.setdefault((said.article.path, said.moment.timestamp.seconds, said.moment.text), said)
    return tuple(_hit(said, seconds) for said in sorted(found.values(), key=nearness)[:_MOST_HITS])


def distance(said: SaidMoment, seconds: int) -> int:
    """Seconds from a moment to a second; nothing within a range."""
    start = said.moment.timestamp.seconds or 0
    end = said.moment.timestamp.end_seconds or start
    return max(start - seconds, seconds - end, 0)


def _hit(said: SaidMoment, seconds: int) -> Hit:
    article, moment = said.article, said.moment
    raw = moment.timestamp.stamp.text
    return Hit(
        path=article.path,
        title=article.title,
        category=article.category,
        channel=article.channel,
        video=article.video.id if article.video else None,
        heading=moment.heading,
        heading_path=(moment.heading,) if moment.heading else (),
        anchor="",
        line=moment.line,
        score=-float(distance(said, seconds)),
        snippet=moment.text or moment.heading,
        matches=(),
        moment=PassageMoment(0, moment.timestamp.seconds or 0, raw),
    )
