"""The moments of a video, merged from all articles that were made of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from dltui.model.article import Article
from dltui.model.timestamp import Moment


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
