"""The rows of the tree: which groups are open, what stands under them, in which order. No Textual here."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from dltui.model.article import Article, labelled
from dltui.model.asked import Asked
from dltui.model.clean import clean_line, fold
from dltui.ui.tree.tree_arrangements import NO_PATH, Arrangement, Group

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


class Order(Enum):
    """In which order the articles of a group stand; the value says so."""

    GIVEN = "as they are kept"
    TITLE = "by title"
    MOMENTS = "most moments first"
    LENGTH = "longest first"

    @property
    def next(self) -> "Order":
        """The one that follows, round the end."""
        orders = list(Order)
        return orders[(orders.index(self) + 1) % len(orders)]


_KEYS: dict[Order, Callable[[Article], str | int]] = {
    Order.TITLE: lambda article: fold(article.title),
    Order.MOMENTS: lambda article: -article.moments,
    Order.LENGTH: lambda article: -article.words,
}


class TreeRows:
    """Groups and, under those that are open, their articles.

    Attributes:
        rows: what is shown now.
    """

    def __init__(self, arrangement: Arrangement) -> None:
        self._arrangement = arrangement
        self._articles: dict[str, Sequence[Article]] = {}
        self._titles: dict[str, tuple[Sequence[Article], Sequence[str]]] = {}
        self._open = {SAVED}
        self._saved: Sequence[Asked] = ()
        self._words: list[str] = []
        self.order = Order.GIVEN
        self.rows: list[TreeRow] = []
        self._build()

    def arrange(self, arrangement: Arrangement) -> None:
        """Arrange other articles, or the same ones otherwise; what is open stays open as far as it is there."""
        self._arrangement = arrangement
        self._forget()

    def set_order(self, order: Order) -> None:
        """Sort the articles of every group."""
        self.order = order
        self._forget()

    def set_filter(self, text: str) -> None:
        """Show only the articles whose title holds every word of the text, with the groups above them."""
        self._words = fold(text).split()
        self._build()

    def prepare_filter(self) -> None:
        """Learn every title before the first filter needs them; it may take a moment and may run in a thread."""
        waiting = [""]
        while waiting:
            key = waiting.pop()
            self._titles_of(key, self._sorted_in(key))
            waiting += [group.key for group in self._arrangement.groups(key)]

    def set_saved(self, searches: Sequence[Asked]) -> None:
        """Show saved searches above everything else."""
        self._saved = searches
        self._build()

    def set_open(self, path: str, *, is_open: bool) -> None:
        """Open or close a group."""
        (self._open.add if is_open else self._open.discard)(path)
        self._build()

    def reveal(self, path: str) -> int | None:
        """Open the groups above an article; return its row, None if it isn't in the tree."""
        above = set(self._arrangement.above(path))
        if not above <= self._open:
            self._open |= above
            self._build()
        return self.index_of(path)

    def index_of(self, path: str) -> int | None:
        """The row of an article or group; None if it isn't shown."""
        return next((index for index, row in enumerate(self.rows) if row.path == path), None)

    def parent_of(self, index: int) -> int:
        """The row of the group a row stands in; the row itself at the top."""
        depth = self.rows[index].depth
        return next((above for above in range(index, -1, -1) if self.rows[above].depth < depth), index)

    def _forget(self) -> None:
        self._articles = {}
        self._titles = {}
        self._build()

    def _build(self) -> None:
        saved = () if self._words else self._saved_rows()
        self.rows = [*saved, *self._rows_below("", 0)]

    def _saved_rows(self) -> Iterator[TreeRow]:
        if not self._saved:
            return
        is_open = SAVED in self._open
        yield TreeRow(SAVED, "Saved searches", 0, len(self._saved), is_open)
        for number, asked in enumerate(self._saved if is_open else ()):
            yield TreeRow(f"{SAVED}{number}", clean_line(asked.text), 1, search=asked)

    def _rows_below(self, key: str, depth: int) -> Iterator[TreeRow]:
        for group in self._arrangement.groups(key):
            yield from self._group_rows(group, depth)
        for article, label in labelled(self._articles_in(key)):
            yield TreeRow(article.path, label, depth)

    def _group_rows(self, group: Group, depth: int) -> Iterator[TreeRow]:
        if self._words:
            below = list(self._rows_below(group.key, depth + 1))
            if below:
                count = sum(row.is_article for row in below)
                yield TreeRow(group.key, group.label, depth, count, is_open=True)
                yield from below
            return
        is_open = group.key in self._open
        yield TreeRow(group.key, group.label, depth, group.count, is_open)
        if is_open:
            yield from self._rows_below(group.key, depth + 1)

    def _articles_in(self, key: str) -> Sequence[Article]:
        """The articles directly in a group, in order, as far as the filter lets them through."""
        articles = self._sorted_in(key)
        if not self._words:
            return articles
        titles = self._titles_of(key, articles)
        return [
            article
            for article, title in zip(articles, titles, strict=True)
            if all(word in title for word in self._words)
        ]

    def _sorted_in(self, key: str) -> Sequence[Article]:
        # Another thread may be at it while the articles are arranged anew: what it learns goes where it belongs.
        known, arrangement, order = self._articles, self._arrangement, self.order
        if key not in known:
            given, sort_key = arrangement.articles(key), _KEYS.get(order)
            known[key] = sorted(given, key=sort_key) if sort_key else given
        return known[key]

    def _titles_of(self, key: str, articles: Sequence[Article]) -> Sequence[str]:
        """The folded titles of a group's articles. A thread may have left those of articles that were there before."""
        known = self._titles.get(key)
        if known is None or known[0] is not articles:
            known = self._titles[key] = articles, [fold(article.title) for article in articles]
        return known[1]
