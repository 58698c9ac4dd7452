"""The lines above an article: what it is, and how much of it there is."""

from dataclasses import dataclass

from dltui.model.article import Article
from dltui.model.video import Video

_WORDS_PER_MINUTE = 220


@dataclass(frozen=True, slots=True)
class ArticleHeader:
    """What stands above an article's body.

    Attributes:
        channel: the channel's stem, drawn as a wikilink; empty for none.
        video: drawn as a link to its watch page.
        moments: timestamps in the body.
        words: words in the body, for the reading time.
        tags: without `#`.
    """

    title: str
    channel: str = ""
    video: Video | None = None
    moments: int = 0
    words: int = 0
    tags: tuple[str, ...] = ()

    @classmethod
    def of(cls, article: Article) -> "ArticleHeader":
        """The header of an article."""
        return cls(
            title=article.title,
            channel=article.channel,
            video=article.video,
            moments=article.moments,
            words=article.words,
            tags=article.tags,
        )

    @property
    def minutes(self) -> int:
        """Reading time in whole minutes, at least 1; 0 for an empty body."""
        return max(1, round(self.words / _WORDS_PER_MINUTE)) if self.words else 0
