"""What the reader needs of an article to show it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from dltui.library.article.loaded import LoadedArticle
from dltui.markdown.chunk import InferredChunk
from dltui.markdown.document import Document
from dltui.model.article import Article
from dltui.model.block import Footnote
from dltui.model.inline import Wikilink
from dltui.model.target import Target
from dltui.model.timestamp import Moment, Stamp, Timestamp
from dltui.model.video import Video
from dltui.render.header import ArticleHeader


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article, and where its wikilinks lead.

    Attributes:
        resolve: to what article of the library.
        video_of: the video that the article at a path was made of; None where nobody knows.
    """

    loaded: LoadedArticle
    resolve: Callable[[Wikilink], Target]
    video_of: Callable[[str], Video | None] | None = None

    @property
    def article(self) -> Article:
        """What the catalogue knows of it too."""
        return self.loaded.article

    @property
    def document(self) -> Document:
        """Its body."""
        return self.loaded.document

    @property
    def header(self) -> ArticleHeader:
        """The lines above the body."""
        return ArticleHeader.of(self.article)

    def read(self, stamp: Stamp) -> Timestamp:
        """What a stamp means."""
        return self.loaded.read(stamp)

    def moments(self) -> tuple[Moment, ...]:
        """Every timestamp with the sentence it backs."""
        return self.loaded.moments()

    def footnote(self, note: Footnote) -> "ArticlePage":
        """A page with nothing but the text of one of its footnotes."""
        chunk = InferredChunk(note.line, "", inferred=note.children)
        article = replace(self.article, title=f"Footnote {note.number}", channel="", video=None, tags=())
        loaded = replace(
            self.loaded,
            article=replace(article, moments=0, words=0),
            document=Document("", (chunk,), note.line),
        )
        return replace(self, loaded=loaded)

    def flipped(self) -> "ArticlePage":
        """The same page with its doubtful times read the other way."""
        return replace(self, loaded=self.loaded.flipped())
