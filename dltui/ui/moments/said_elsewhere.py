"""How many other articles cite a moment of the article that is open. No Textual here."""

from collections.abc import Sequence

from dltui.library.catalogue.timeline import SaidMoment, said_near
from dltui.library.shelf import Shelf
from dltui.model.timestamp import Timestamp
from dltui.ui.article.article_page import ArticlePage


class SaidElsewhere:
    """Keeps the timelines of the videos of one article, so that walking its moments costs no query for each.

    Args:
        shelf: the library.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._page: ArticlePage | None = None
        self._timelines: dict[str, Sequence[SaidMoment]] = {}

    def count(self, page: ArticlePage, timestamp: Timestamp) -> int:
        """How many other articles cite the same ten seconds."""
        article, seconds = page.article, timestamp.seconds
        video = article.video_of(timestamp.stamp)
        if video is None or seconds is None:
            return 0
        if page is not self._page:
            self._page, self._timelines = page, {}
        if video.id not in self._timelines:
            self._timelines[video.id] = self._shelf.catalogue.timeline(video.id)
        said = said_near(self._timelines[video.id], seconds, but=article.path)
        return len({one.article.path for one in said})

    def sentence(self, page: ArticlePage, timestamp: Timestamp) -> str:
        """The same for the last line of the screen; empty where there is none."""
        count = self.count(page, timestamp)
        if not count:
            return ""
        return f"also said in {'1 article' if count == 1 else f'{count} articles'}: g a"
