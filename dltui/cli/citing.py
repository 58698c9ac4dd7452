"""The moments of an article, or of all articles of a video, each with the article that cites it."""

from dataclasses import dataclass

from dltui.cli.naming import article_named, video_named
from dltui.errors import NotFoundError
from dltui.handoff.citation import Citation, in_video_order
from dltui.library.article.loaded import LoadedArticle
from dltui.library.shelf import Shelf
from dltui.model.article import Article
from dltui.model.video import Video


@dataclass(frozen=True, slots=True)
class Cited:
    """What a command was asked about.

    Attributes:
        video: None for an article without one.
        articles: the one article, or all that were made of the video or name a second of it, by path.
        citations: in the order of the video; what has no time goes last.
    """

    video: Video | None
    articles: tuple[Article, ...]
    citations: tuple[Citation, ...]

    @property
    def title(self) -> str:
        """The video's human title, else the article's."""
        known = self.video.title if self.video else ""
        return known or (self.articles[0].title if len(self.articles) == 1 else "")


def cited(shelf: Shelf, name: str) -> Cited:
    """The moments that a name means.

    Args:
        shelf: the library.
        name: an article, a video's id, or a YouTube URL.

    Raises:
        NotFoundError: there is no such article, several are meant, or no article was made of the video.
    """
    video = video_named(shelf, name)
    if video is None:
        loaded = shelf.load(article_named(shelf, name).path)
        return Cited(loaded.article.video, (loaded.article,), in_video_order(citations_of(loaded)))
    found_there = cited_video(shelf, video)
    if not found_there.articles:
        raise NotFoundError(f"no article was made of the video {video}")
    return found_there


def citations_of(loaded: LoadedArticle) -> list[Citation]:
    """The moments of an article, in the order of the file."""
    return [Citation(loaded.article, moment) for moment in loaded.moments()]


def cited_video(shelf: Shelf, video: str) -> Cited:
    """The moments of a video that articles name; none where the library doesn't know it."""
    said = shelf.catalogue.said_of(video)
    citations = [Citation(article, moment) for article, moments in said for moment in moments]
    articles = tuple(article for article, _ in said)
    return Cited(shelf.catalogue.video(video), articles, in_video_order(citations))
