"""One row of the tree, and many: those of articles are made when they are looked at. No Textual here."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import overload

from dltui.model.article import Article, labelled
from dltui.model.asked import Asked
from dltui.model.clean import fold
from dltui.model.packed import PackedTexts
from dltui.ui.tree.tree_arrangements import NO_PATH

#: The key of the group of saved searches.
SAVED = f"{NO_PATH}saved:"


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One row.

    Attributes:
        path: of the article or category; the key of any other group.
        label: clean.
        count: what is in a group and below; None for what can't be opened.
        search: for the row of a saved search.
    """

    path: str
    label: str
    depth: int
    count: int | None = None
    is_open: bool = False
    search: Asked | None = None

    @property
    def is_group(self) -> bool:
        """Whether the row can be opened."""
        return self.count is not None

    @property
    def is_category(self) -> bool:
        """Whether the row is a folder of the library."""
        return self.is_group and not self.path.startswith(NO_PATH)

    @property
    def is_article(self) -> bool:
        """Whether the row is an article."""
        return not self.is_group and self.search is None


class Listing:
    """The articles directly in a group, in order, as texts packed together: there may be tens of thousands.

    Attributes:
        paths: of the articles.
        labels: what each is called in the tree.
    """

    def __init__(self, paths: Sequence[str], labels: Sequence[str], titles: Sequence[str]) -> None:
        self.paths = paths
        self.labels = labels
        self._titles = titles
        self._folded: Sequence[str] | None = None

    @classmethod
    def of(cls, articles: Iterable[Article]) -> "Listing":
        """List articles."""
        listed = list(articles)
        titles = PackedTexts(article.title for article in listed)
        labels = PackedTexts(label for _, label in labelled(listed))
        return cls(PackedTexts(article.path for article in listed), labels, titles)

    def __len__(self) -> int:
        return len(self.paths)

    def holding(self, words: Sequence[str]) -> "Listing":
        """Those whose title holds every one of some folded words."""
        chosen = [place for place, title in enumerate(self.folded()) if all(word in title for word in words)]
        columns = (self.paths, self.labels, self._titles)
        return Listing(*([column[place] for place in chosen] for column in columns))

    def folded(self) -> Sequence[str]:
        """The titles as they are compared; a thread may ask first, and for long."""
        if self._folded is None:
            self._folded = PackedTexts(map(fold, self._titles))
        return self._folded


class TreeRowList(Sequence[TreeRow]):
    """Rows of groups and searches, and between them the articles of whole listings."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._parts: list[TreeRow | tuple[Listing, int]] = []
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> TreeRow: ...

    @overload
    def __getitem__(self, index: slice) -> list[TreeRow]: ...

    def __getitem__(self, index: int | slice) -> TreeRow | list[TreeRow]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(self._count))]
        if not 0 <= index < self._count:
            raise IndexError(index)
        at = bisect_right(self._starts, index) - 1
        part = self._parts[at]
        if isinstance(part, TreeRow):
            return part
        (listing, depth), place = part, index - self._starts[at]
        return TreeRow(listing.paths[place], listing.labels[place], depth)

    def add(self, row: TreeRow) -> None:
        """Add a row."""
        self._take(row, 1)

    def add_articles(self, listing: Listing, depth: int) -> None:
        """Add a row for each article of a listing."""
        if listing:
            self._take((listing, depth), len(listing))

    def extend(self, others: "TreeRowList") -> None:
        """Add all rows of another list."""
        for part in others._parts:  # noqa: SLF001 -- of the same class
            self._take(part, 1 if isinstance(part, TreeRow) else len(part[0]))

    @property
    def article_count(self) -> int:
        """How many of them are articles."""
        return sum(len(part[0]) for part in self._parts if not isinstance(part, TreeRow))

    def index_of(self, path: str) -> int | None:
        """The row of an article or group; None if it isn't here."""
        for start, part in zip(self._starts, self._parts, strict=True):
            if isinstance(part, TreeRow):
                if part.path == path:
                    return start
            elif path in part[0].paths:
                return start + part[0].paths.index(path)
        return None

    def first_article(self) -> int:
        """The row of the first article; 0 if there is none."""
        pairs = zip(self._starts, self._parts, strict=True)
        return next((start for start, part in pairs if not isinstance(part, TreeRow)), 0)

    def parent_of(self, index: int) -> int:
        """The row of the group a row stands in; the row itself at the top."""
        depth = self[index].depth
        for at in range(bisect_right(self._starts, index) - 1, -1, -1):
            part = self._parts[at]
            if isinstance(part, TreeRow) and part.depth < depth:
                return self._starts[at]
        return index

    def _take(self, part: TreeRow | tuple[Listing, int], rows: int) -> None:
        self._starts.append(self._count)
        self._parts.append(part)
        self._count += rows
