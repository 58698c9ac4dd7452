"""Articles and the categories they stand in, as the catalogue knows them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dltui.model.clean import clean_line
from dltui.model.timestamp import Stamp
from dltui.model.video import Video


@dataclass(frozen=True, slots=True)
class Article:
    """One article, without its body.

    Attributes:
        path: relative to the library's root, with `/`; as the file system names it (not cleaned).
        title: clean, never empty.
        category: the folder's path within the library; empty at the top.
        channel: the channel's stem, e.g. `lexfridman`; empty where none is named.
        video: None where the front matter names no valid id.
        moments: how many timestamps the body holds.
        words: how many words the body holds.
    """

    path: str
    title: str
    category: str = ""
    channel: str = ""
    video: Video | None = None
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    moments: int = 0
    words: int = 0

    @property
    def stem(self) -> str:
        """The file's name without folder and ending: what wikilinks are written with."""
        return self.path.rpartition("/")[2].rpartition(".")[0] or self.path

    def video_of(self, stamp: Stamp | None) -> Video | None:
        """The video that a stamp of the article names a second of: that of its link, else the article's own."""
        if stamp is None or not stamp.video or (self.video is not None and self.video.id == stamp.video):
            return self.video
        return Video(stamp.video)


def labelled(articles: Sequence[Article]) -> Iterator[tuple[Article, str]]:
    """Articles that are listed together, each by its title, and its stem if others are called so too."""
    titles = Counter(article.title for article in articles)
    for article in articles:
        is_one = titles[article.title] == 1
        yield article, article.title if is_one else f"{article.title} · {clean_line(article.stem)}"


@dataclass(frozen=True, slots=True)
class Frontmatter:
    """The YAML at the head of an article; every scalar is text.

    Attributes:
        values: keys as written; a value is text or a list of texts.
        video_id: validated; None where there is none or it isn't one.
        duration: seconds of the video, where the front matter tells it.
    """

    title: str = ""
    video_id: str | None = None
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    duration: int | None = None
    values: dict[str, str | tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Category:
    """A folder of articles.

    Attributes:
        path: within the library, with `/`; empty for the top.
        articles: how many stand directly in it.
    """

    path: str
    articles: int
