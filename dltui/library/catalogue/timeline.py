"""The moments of a video, merged from all articles that were made of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from dltui.model.article import Article
from dltui.model.timestamp import Moment, Reading


@dataclass(frozen=True, slots=True)
class SaidMoment:
    """A moment, and the article that cites it."""

    article: Article
    moment: Moment


def timeline_of(bodies: Iterable[tuple[Article, Iterable[Moment]]]) -> tuple[SaidMoment, ...]:
    """All moments that name a second, in the order of the video; at one second by path and line."""
    found = [
        (moment.timestamp.seconds, article.path, moment.line, SaidMoment(article, moment))
        for article, moments in bodies
        for moment in moments
        if moment.timestamp.seconds is not None
    ]
    found.sort(key=lambda item: item[:3])
    return tuple(said for *_, said in found)


def distance(said: SaidMoment, seconds: int) -> int:
    """How many seconds a moment is away from a second; 0 within its range."""
    start = said.moment.timestamp.seconds or 0
    end = said.moment.timestamp.end_seconds or start
    return max(start - seconds, seconds - end, 0)


def said_at(timeline: Iterable[SaidMoment], seconds: int, first: str = "") -> tuple[SaidMoment, ...]:
    """The moments of a timeline, the nearest to a second first; a sentence that repeats one is left out.

    Of equally near ones the one that begins nearer comes first, then one of the article at the path `first`, then one
    that is written plainly.
    """
    found: dict[tuple[str, int | None, str], SaidMoment] = {}
    for said in timeline:
        found.setdefault((said.article.path, said.moment.timestamp.seconds, said.moment.text), said)

    def nearness(said: SaidMoment) -> tuple[int, int, bool, bool]:
        timestamp = said.moment.timestamp
        begins = abs((timestamp.seconds or 0) - seconds)
        return (
            distance(said, seconds),
            begins,
            said.article.path != first,
            timestamp.reading is not Reading.EXACT,
        )

    return tuple(sorted(found.values(), key=nearness))


def said_near(
    timeline: Iterable[SaidMoment], seconds: int, within: int = 10, but: str = ""
) -> tuple[SaidMoment, ...]:
    """The moments of a timeline at most so many seconds away, nearest first.

    Args:
        timeline: of one video.
        seconds: from the start of the video.
        within: seconds.
        but: the path of an article to leave out.
    """
    found = [
        (abs((said.moment.timestamp.seconds or 0) - seconds), number, said)
        for number, said in enumerate(timeline)
        if said.article.path != but
    ]
    return tuple(said for distance, _, said in sorted(found, key=lambda item: item[:2]) if distance <= within)
