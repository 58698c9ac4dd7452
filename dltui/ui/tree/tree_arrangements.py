"""The ways in which the tree arranges articles: by folder, by channel and video, or in one list. No Textual here."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from dltui.library.catalogue.catalogue_rows import stub_of
from dltui.library.shelf import Shelf
from dltui.model.article import Article
from dltui.model.clean import clean_line, fold

#: Begins the key of a group that is no folder.
NO_PATH = "\0"
_NO_CHANNEL = "no channel"


@dataclass(frozen=True, slots=True)
class Group:
    """A row of the tree that can be opened.

    Attributes:
        key: what tells it from other groups; the path of a category.
        label: clean.
        count: articles in it and below.
    """

    key: str
    label: str
    count: int


class Arrangement(Protocol):
    """Groups of articles, and groups in them; `""` is the top."""

    def groups(self, key: str) -> Sequence[Group]:
        """The groups in a group, in order."""

    def articles(self, key: str) -> Sequence[Article]:
        """The articles that stand directly in a group, in order."""

    def above(self, path: str) -> Sequence[str]:
        """The keys of the groups that an article stands in."""


class CategoryArrangement:
    """Articles in the folders they stand in.

    Args:
        categories: path and number of articles directly in it, for every category; `""` is the top.
        articles_of: gives a category's own articles, in order; asked when it is first opened.
    """

    def __init__(
        self, categories: Sequence[tuple[str, int]], articles_of: Callable[[str], Sequence[Article]]
    ) -> None:
        self._counts: dict[str, int] = {}
        self._children: dict[str, list[str]] = {"": []}
        for path, count in categories:
            self._add(path, count)
        for children in self._children.values():
            children.sort(key=fold)
        self.articles = articles_of

    def groups(self, key: str) -> Sequence[Group]:
        """See Arrangement."""
        return [
            Group(child, clean_line(child.rpartition("/")[2].replace("_", " ")), self._counts[child])
            for child in self._children.get(key, ())
        ]

    def above(self, path: str) -> Sequence[str]:
        """See Arrangement."""
        return categories_above(path.rpartition("/")[0])

    def _add(self, path: str, count: int) -> None:
        self._counts[path] = self._counts.get(path, 0) + count
        while path:
            parent, _, _ = path.rpartition("/")
            siblings = self._children.setdefault(parent, [])
            if path not in siblings:
                siblings.append(path)
            self._counts[parent] = self._counts.get(parent, 0) + count
            path = parent


class ChannelArrangement:
    """Articles under the video they were made of, videos under their channel.

    A video of which there is one article isn't a group of its own.
    """

    def __init__(self, articles: Iterable[Article]) -> None:
        self._groups: dict[str, list[Group]] = {"": []}
        self._articles: dict[str, list[Article]] = {}
        self._above: dict[str, tuple[str, ...]] = {}
        channels: dict[str, dict[str, list[Article]]] = {}
        for article in articles:
            video = article.video.id if article.video else f"/{article.path}"
            channels.setdefault(article.channel, {}).setdefault(video, []).append(article)
        for channel in sorted(channels, key=lambda name: (not name, fold(name))):
            self._add_channel(channel, channels[channel])

    def groups(self, key: str) -> Sequence[Group]:
        """See Arrangement."""
        return self._groups.get(key, ())

    def articles(self, key: str) -> Sequence[Article]:
        """See Arrangement."""
        return self._articles.get(key, ())

    def above(self, path: str) -> Sequence[str]:
        """See Arrangement."""
        return self._above.get(path, ())

    def _add_channel(self, channel: str, videos: dict[str, list[Article]]) -> None:
        key = f"{NO_PATH}channel:{channel}"
        label = clean_line(channel.replace("_", " ")) or _NO_CHANNEL
        self._groups[""].append(Group(key, label, sum(map(len, videos.values()))))
        groups: list[Group] = []
        for video, articles in videos.items():
            if len(articles) == 1:
                self._put(key, articles, (key,))
            else:
                below = f"{key}/{video}"
                first = articles[0]
                title = first.video.title if first.video and first.video.title else first.title
                groups.append(Group(below, title, len(articles)))
                self._put(below, articles, (key, below))
        self._groups[key] = sorted(groups, key=lambda group: fold(group.label))
        self._articles.setdefault(key, []).sort(key=lambda article: fold(article.title))

    def _put(self, key: str, articles: list[Article], above: tuple[str, ...]) -> None:
        self._articles.setdefault(key, []).extend(articles)
        self._above.update(dict.fromkeys((article.path for article in articles), above))


class ListArrangement:
    """Articles one below the other."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles

    def groups(self, key: str) -> Sequence[Group]:  # noqa: ARG002 -- there are none
        """See Arrangement."""
        return ()

    def articles(self, key: str) -> Sequence[Article]:
        """See Arrangement."""
        return () if key else self._articles

    def above(self, path: str) -> Sequence[str]:  # noqa: ARG002 -- there are none
        """See Arrangement."""
        return ()


def categories_above(category: str) -> list[str]:
    """A category and those it stands in, outermost first; none for the top."""
    parts = category.split("/") if category else []
    return ["/".join(parts[:end]) for end in range(1, len(parts) + 1)]


def all_articles(shelf: Shelf) -> Sequence[Article]:
    """Every article of a library, from the names of the files alone where the catalogue is still empty."""
    return shelf.catalogue.articles() or [stub_of(path) for path in shelf.paths()]


def articles_at(shelf: Shelf, paths: Iterable[str]) -> Sequence[Article]:
    """The articles at some paths, without those that are gone."""
    found = (shelf.catalogue.article(path) or _from_file(shelf, path) for path in paths)
    return [article for article in found if article is not None]


def _from_file(shelf: Shelf, path: str) -> Article | None:
    return stub_of(path) if shelf.library.has(path) else None
