"""Articles as the catalogue's rows, each made when it is looked at: a library may hold tens of thousands."""

from collections.abc import Iterator, Sequence
from typing import Any, overload

from dltui.model.article import Article
from dltui.model.packed import PackedTexts
from dltui.model.video import Video

ARTICLE_ROWS = (
    "SELECT path, title, category, channel, video, video_title, aliases, tags, moments, words FROM articles "
)
"""The beginning of a query for what articles are made of."""


class ArticleList(Sequence[Article]):
    """Articles in the order of their rows.

    Rows are tuples of texts and numbers, which the collector of garbage never walks through.

    Args:
        rows: as `ARTICLE_ROWS` gives them.
    """

    def __init__(self, rows: Sequence[tuple[Any, ...]]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Article: ...

    @overload
    def __getitem__(self, place: slice) -> "ArticleList": ...

    def __getitem__(self, place: int | slice) -> "Article | ArticleList":
        return ArticleList(self._rows[place]) if isinstance(place, slice) else article_of(self._rows[place])

    def __iter__(self) -> Iterator[Article]:
        return map(article_of, self._rows)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Sequence) and len(self) == len(other) and all(map(Article.__eq__, self, other))
        )

    __hash__ = None  # type: ignore[assignment]  # as a list has none


class TitleList(Sequence[Article]):
    """Articles of which nothing is told but path, title and category: as little as possible is kept of each."""

    def __init__(self) -> None:
        self._paths, self._titles = PackedTexts(), PackedTexts()
        self._categories: list[str] = []
        self._shared: dict[str, str] = {}

    def extend(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Add articles: path, title and category of each."""
        self._paths.extend(path for path, _, _ in rows)
        self._titles.extend(title for _, title, _ in rows)
        self._categories += [self._shared.setdefault(category, category) for _, _, category in rows]

    def __len__(self) -> int:
        return len(self._categories)

    @overload
    def __getitem__(self, place: int) -> Article: ...

    @overload
    def __getitem__(self, place: slice) -> list[Article]: ...

    def __getitem__(self, place: int | slice) -> Article | list[Article]:
        if isinstance(place, slice):
            return [self[at] for at in range(*place.indices(len(self)))]
        return Article(self._paths[place], self._titles[place], self._categories[place])

    def __iter__(self) -> Iterator[Article]:
        return map(Article, self._paths, self._titles, self._categories)


def article_of(row: Sequence[Any]) -> Article:
    """An article of what `ARTICLE_ROWS` gives."""
    path, title, category, channel, video, video_title, aliases, tags, moments, words = row
    return Article(
        path,
        title,
        category,
        channel,
        Video(video, video_title) if video else None,
        tuple(aliases.split("\n")) if aliases else (),
        tuple(tags.split("\n")) if tags else (),
        moments,
        words,
    )
