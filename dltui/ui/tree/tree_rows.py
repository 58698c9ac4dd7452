"""The rows of the tree: which groups are open, what stands under them, in which order. No Textual here."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum

from dltui.model.article import Article
from dltui.model.asked import Asked
from dltui.model.clean import clean_line, fold
from dltui.ui.tree.found_groups import FoundGroups
from dltui.ui.tree.tree_arrangements import Arrangement, CategoryArrangement, Group
from dltui.ui.tree.tree_row import SAVED, Listing, TreeRow, TreeRowList


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
    """Groups and, under those that are open, their articles; while a search stands, where it found something.

    Attributes:
        rows: what is shown now.
    """

    def __init__(self, arrangement: Arrangement) -> None:
        self._arrangement = arrangement
        self._listings: dict[str, Listing] = {}
        self._open = {SAVED}
        self._saved: Sequence[Asked] = ()
        self._words: list[str] = []
        self._found: FoundGroups | None = None
        self.order = Order.GIVEN
        self.rows = TreeRowList()
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
            self._listing(key).folded()
            waiting += [group.key for group in self._arrangement.groups(key)]

    def set_saved(self, searches: Sequence[Asked]) -> None:
        """Show saved searches above everything else."""
        self._saved = searches
        self._build()

    def set_found(self, found: Mapping[str, int] | None, narrowed: str = "", room: int = 0) -> None:
        """Show where a search has found something; None shows the tree as it was before.

        Args:
            found: passages of each category and below.
            narrowed: the category that is shown in any case; empty for none.
            room: how many rows are in sight.
        """
        if found is None:
            self._found = None
        else:
            toggled = self._found.toggled if self._found is not None else {}
            self._found = FoundGroups(found, narrowed, room, toggled)
        self._build()

    @property
    def is_by_found(self) -> bool:
        """Whether only that is shown where a search has found something."""
        return (
            self._found is not None and not self._words and isinstance(self._arrangement, CategoryArrangement)
        )

    def set_open(self, path: str, *, is_open: bool) -> None:
        """Open or close a group; while a search stands that doesn't outlast it."""
        if self.is_by_found and self._found is not None and path != SAVED:
            self._found.toggled[path] = is_open
        else:
            (self._open.add if is_open else self._open.discard)(path)
        self._build()

    def reveal(self, path: str) -> int | None:
        """Open the groups above an article; return its row, None if it isn't in the tree.

        While a search stands nothing is opened, and it is the row of the innermost group in sight.
        """
        above = self._arrangement.above(path)
        if self.is_by_found:
            shown = (self.index_of(key) for key in (path, *reversed(above)))
            return next((row for row in shown if row is not None), None)
        if not self._open.issuperset(above):
            self._open.update(above)
            self._build()
        return self.index_of(path)

    def index_of(self, path: str) -> int | None:
        """The row of an article or group; None if it isn't shown."""
        return self.rows.index_of(path)

    def parent_of(self, index: int) -> int:
        """The row of the group a row stands in; the row itself at the top."""
        return self.rows.parent_of(index)

    def _forget(self) -> None:
        self._listings = {}
        self._build()

    def _build(self) -> None:
        rows = TreeRowList()
        if not self._words:
            self._add_saved(rows)
        if self._found is not None and self.is_by_found:
            self._found.choose(self._arrangement.groups, len(rows))
            self._add_found(rows, "", 0, self._found)
        else:
            self._add_below(rows, "", 0)
        self.rows = rows

    def _add_saved(self, rows: TreeRowList) -> None:
        if not self._saved:
            return
        is_open = SAVED in self._open
        rows.add(TreeRow(SAVED, "Saved searches", 0, len(self._saved), is_open))
        for number, asked in enumerate(self._saved if is_open else ()):
            rows.add(TreeRow(f"{SAVED}{number}", clean_line(asked.text), 1, search=asked))

    def _add_found(self, rows: TreeRowList, key: str, depth: int, found: FoundGroups) -> None:
        """The groups that a search is shown by; articles only in one that was opened by hand."""
        for group in found.shown(key, self._arrangement.groups(key)):
            rows.add(TreeRow(group.key, group.label, depth, group.count, found.is_open(group.key)))
            if found.is_open(group.key):
                self._add_found(rows, group.key, depth + 1, found)
        if found.toggled.get(key):
            rows.add_articles(self._listing(key), depth)

    def _add_below(self, rows: TreeRowList, key: str, depth: int) -> None:
        for group in self._arrangement.groups(key):
            self._add_group(rows, group, depth)
        rows.add_articles(self._articles_in(key), depth)

    def _add_group(self, rows: TreeRowList, group: Group, depth: int) -> None:
        if self._words:
            below = TreeRowList()
            self._add_below(below, group.key, depth + 1)
            if below:
                rows.add(TreeRow(group.key, group.label, depth, below.article_count, is_open=True))
                rows.extend(below)
            return
        is_open = group.key in self._open
        rows.add(TreeRow(group.key, group.label, depth, group.count, is_open))
        if is_open:
            self._add_below(rows, group.key, depth + 1)

    def _articles_in(self, key: str) -> Listing:
        """The articles directly in a group, in order, as far as the filter lets them through."""
        listing = self._listing(key)
        return listing.holding(self._words) if self._words else listing

    def _listing(self, key: str) -> Listing:
        # Another thread may be at it while the articles are arranged anew: what it learns goes where it belongs.
        known, arrangement, order = self._listings, self._arrangement, self.order
        if key not in known:
            given, sort_key = arrangement.articles(key), _KEYS.get(order)
            known[key] = Listing.of(sorted(given, key=sort_key) if sort_key else given)
        return known[key]
