"""The rows of the category tree: which categories are open, and what stands under them. No Textual here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dltui.model.article import Article
from dltui.model.clean import clean_line, fold


@dataclass(frozen=True, slots=True)
class TreeRow:
    """One row.

    Attributes:
        path: of the category or of the article.
        label: clean.
        count: articles in the category and below; None for an article.
    """

    path: str
    label: str
    depth: int
    count: int | None = None
    is_open: bool = False

    @property
    def is_category(self) -> bool:
        """Whether the row is a category."""
        return self.count is not None


class TreeRows:
    """Categories and, under those that are open, their articles.

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
        self._articles_of = articles_of
        self._articles: dict[str, Sequence[Article]] = {}
        self._open: set[str] = set()
        self._filter = ""
        self.rows: list[TreeRow] = []
        self._build()

    @property
    def filter(self) -> str:
        """The text that shown articles have in their titles; empty for all."""
        return self._filter

    def set_filter(self, text: str) -> None:
        """Show only the articles whose title holds every word of the text, with the categories above them."""
        self._filter = fold(text.strip())
        self._build()

    def set_open(self, path: str, *, is_open: bool) -> None:
        """Open or close a category."""
        (self._open.add if is_open else self._open.discard)(path)
        self._build()

    def reveal(self, path: str) -> int | None:
        """Open the categories above an article; return its row, None if it isn't in the tree."""
        category = path.rpartition("/")[0]
        while category:
            self._open.add(category)
            category = category.rpartition("/")[0]
        self._build()
        return self.index_of(path)

    def index_of(self, path: str) -> int | None:
        """The row of an article or category; None if it isn't shown."""
        return next((index for index, row in enumerate(self.rows) if row.path == path), None)

    def parent_of(self, index: int) -> int:
        """The row of the category a row stands in; the row itself at the top."""
        depth = self.rows[index].depth
        return next((above for above in range(index, -1, -1) if self.rows[above].depth < depth), index)

    def _add(self, path: str, count: int) -> None:
        self._counts[path] = self._counts.get(path, 0) + count
        while path:
            parent, _, _ = path.rpartition("/")
            siblings = self._children.setdefault(parent, [])
            known = path in siblings
            if not known:
                siblings.append(path)
            self._counts[parent] = self._counts.get(parent, 0) + count
            path = parent

    def _build(self) -> None:
        self.rows = []
        self._build_below("", 0)

    def _build_below(self, category: str, depth: int) -> None:
        for child in self._children.get(category, ()):
            at = len(self.rows)
            is_open = child in self._open or bool(self._filter)
            label = clean_line(child.rpartition("/")[2].replace("_", " "))
            self.rows.append(TreeRow(child, label, depth, self._counts[child], is_open))
            if is_open:
                self._build_below(child, depth + 1)
            if self._filter and len(self.rows) == at + 1:
                self.rows.pop()
        words = self._filter.split()
        for article in self._articles_in(category):
            if not words or all(word in fold(article.title) for word in words):
                self.rows.append(TreeRow(article.path, article.title, depth))

    def _articles_in(self, category: str) -> Sequence[Article]:
        if category not in self._articles:
            self._articles[category] = self._articles_of(category)
        return self._articles[category]
