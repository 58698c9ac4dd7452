"""What the reader needs of an article to show it."""

from collections.abc import Callable
from dataclasses import dataclass

from dltui.markdown.document import Document
from dltui.model.article import Article
from dltui.model.inline import Wikilink
from dltui.model.target import Target
from dltui.model.timestamp import Stamp, Timestamp
from dltui.render.header import ArticleHeader


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article with its document, and the services that depend on where it stands.

    Attributes:
        resolve: where a wikilink of this article leads.
        read: what a stamp of this article means.
    """

    article: Article
    document: Document
    resolve: Callable[[Wikilink], Target]
    read: Callable[[Stamp], Timestamp]

    @property
    def header(self) -> ArticleHeader:
        """The lines above the body."""
        article = self.article
        return ArticleHeader(
            title=article.title,
            channel=article.channel,
            video=article.video,
            moments=article.moments,
            words=article.words,
            tags=article.tags,
        )
