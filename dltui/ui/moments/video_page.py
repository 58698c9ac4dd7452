"""What is known of one video: the articles made of it, and all their moments merged. No Textual here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dltui.library.catalogue.timeline import SaidMoment, said_near
from dltui.library.shelf import Shelf
from dltui.model.article import Article
from dltui.model.inline import Wikilink
from dltui.model.target import LinkState
from dltui.model.timestamp import Timestamp
from dltui.model.video import Video
from dltui.ui.article.article_page import ArticlePage
from dltui.ui.moments.moment_rows import MomentRow, rows_of
from dltui.ui.moments.video_strip import length_of

#: As many shapes as share no divisor with the number of colours, so that their pairs repeat late.
_SHAPES = "●◆▲■▼★○"


class Mark(NamedTuple):
    """What tells the articles of a video apart: a shape and the role of its colour."""

    shape: str
    role: str


@dataclass(frozen=True, slots=True)
class VideoPage:
    """A video and what the library has of it.

    Attributes:
        channel: its title; empty where none is named.
        articles: made of the video or naming a second of it, in the order of the first second they cite; without
            moments last.
        rows: the moments of all of them that name a second.
        length_seconds: of the video, as far as is known.
    """

    video: Video
    channel: str
    articles: tuple[Article, ...]
    rows: tuple[MomentRow, ...]
    length_seconds: int

    @property
    def marks(self) -> Mapping[str, Mark]:
        """The mark of each article by its path."""
        return marks_of(self.articles)

    def seconds(self) -> Mapping[str, Sequence[int]]:
        """Every second that each article cites, as often as it does, by its path."""
        found: dict[str, list[int]] = {article.path: [] for article in self.articles}
        for row in self.rows:
            found[row.article.path] += [row.seconds or 0] * len(row.moments)
        return found

    def ranges(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """The first and last second of every moment that lasts, by the path of its article."""
        found: dict[str, list[tuple[int, int]]] = {article.path: [] for article in self.articles}
        for row in self.rows:
            found[row.article.path] += row.ranges
        return found


def marks_of(articles: Iterable[Article]) -> dict[str, Mark]:
    """A mark for each article, by its path."""
    paths = dict.fromkeys(article.path for article in articles)
    return {path: Mark(_SHAPES[at % len(_SHAPES)], f"series.{at}") for at, path in enumerate(paths)}


def video_page(shelf: Shelf, video: Video, page: ArticlePage | None) -> VideoPage:
    """The page of a video.

    Args:
        shelf: the library.
        video: of the library or not.
        page: of the article that is open, which may be newer than what the catalogue knows of it.
    """
    known = shelf.catalogue.citing(video.id)
    own = _of_that_video(page, video)
    rows = tuple(row for row in rows_of(said_in(shelf, video, page)) if row.seconds is not None)
    first = {row.article.path: at for at, row in reversed(list(enumerate(rows)))}
    found = {article.path: article for article in (*known, *((own.article,) if own else ()))}
    articles = sorted(found.values(), key=lambda article: (first.get(article.path, len(rows)), article.path))
    if own and _is_made_of(own.article, video):
        evidence = own.loaded.evidence
    else:
        made = next((article.path for article in articles if _is_made_of(article, video)), "")
        evidence = shelf.catalogue.evidence(made)
    seconds = [row.seconds for row in rows if row.seconds is not None]
    return VideoPage(
        shelf.catalogue.video(video.id) or video,
        _channel(shelf, articles),
        tuple(articles),
        rows,
        length_of(seconds, evidence),
    )


def also_said(shelf: Shelf, article: Article, timestamp: Timestamp) -> tuple[MomentRow, ...]:
    """What other articles say within the same ten seconds, nearest first.

    Args:
        shelf: the library.
        article: that cites the moment.
        timestamp: of the moment.
    """
    seconds = timestamp.seconds
    video = article.video_of(timestamp.stamp)
    if video is None or seconds is None:
        return ()
    said = said_near(shelf.catalogue.timeline(video.id), seconds, but=article.path)
    return tuple(sorted(rows_of(said), key=lambda row: abs((row.seconds or 0) - seconds)))


def said_in(shelf: Shelf, video: Video, page: ArticlePage | None) -> Sequence[SaidMoment]:
    """What articles say of a video, by path; in the open one as its page reads it now."""
    own = _of_that_video(page, video)
    known = {article.path: (article, moments) for article, moments in shelf.catalogue.said_of(video.id)}
    if own is not None:
        moments = tuple(moment for moment in own.moments() if moment.video == video.id)
        known[own.article.path] = (own.article, moments)
    return [SaidMoment(article, moment) for _, (article, found) in sorted(known.items()) for moment in found]


def _of_that_video(page: ArticlePage | None, video: Video) -> ArticlePage | None:
    """The page, if its article was made of a video or names a second of it."""
    if page is None or not (_is_made_of(page.article, video) or video.id in page.loaded.other_videos):
        return None
    return page


def _is_made_of(article: Article, video: Video) -> bool:
    return article.video is not None and article.video.id == video.id


def _channel(shelf: Shelf, articles: Sequence[Article]) -> str:
    """The title of the channel's page, else the channel as the articles name it."""
    article = next((article for article in articles if article.channel), None)
    if article is None:
        return ""
    target = shelf.resolve(Wikilink(article.channel, "", "", embed=False, line=0), article.path)
    return shelf.title(target.path) if target.state is LinkState.RESOLVED else article.channel
