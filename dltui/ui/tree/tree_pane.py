"""The pane on the left: the name of the library, a filter while one is wanted, and the tree."""

import asyncio
from enum import Enum

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from dltui.library.shelf import Shelf
from dltui.state.keepsakes import Keepsakes
from dltui.ui.messages import NothingFound
from dltui.ui.parts.announcing import Announcer
from dltui.ui.parts.caption import Caption
from dltui.ui.parts.list_line import ListLine
from dltui.ui.parts.painter import Painter
from dltui.ui.tree.category_tree import CategoryTree
from dltui.ui.tree.tree_arrangements import (
    Arrangement,
    CategoryArrangement,
    ChannelArrangement,
    ListArrangement,
    all_articles,
    articles_at,
)
from dltui.ui.tree.tree_rows import Order, TreeRows


class TreeView(Enum):
    """What the tree shows; the value is its title."""

    CATEGORIES = ""
    CHANNELS = "Channels and videos"
    RECENT = "Recently read"
    STARRED = "Starred"

    @property
    def next(self) -> "TreeView":
        """The one that follows, round the end."""
        views = list(TreeView)
        return views[(views.index(self) + 1) % len(views)]


_EMPTY = {TreeView.STARRED: "S gives an article a star.", TreeView.RECENT: "Nothing was read yet."}


class TreePane(Vertical, Announcer):
    """Arranges the articles of a library.

    Args:
        shelf: the library.
        kept: stars, recent articles, saved searches.
        painter: paints the rows.
    """

    def __init__(self, shelf: Shelf, kept: Keepsakes, painter: Painter) -> None:
        super().__init__(id="left")
        self._shelf = shelf
        self._kept = kept
        self._painter = painter
        self._view = TreeView.CATEGORIES

    def compose(self) -> ComposeResult:
        """A title, the filter, the tree."""
        rows = TreeRows(CategoryArrangement(*self._shelf.tree()))
        rows.set_saved(self._kept.saved_searches())
        yield Caption(self._title, id="library", markup=False)
        yield ListLine("Filter by title", id="filter")
        yield CategoryTree(self._painter, rows, id="tree")

    def on_mount(self) -> None:
        """Stars are marked from the beginning."""
        self.category_tree.show_stars(self._kept.stars())

    @property
    def category_tree(self) -> CategoryTree:
        """The tree itself."""
        return self.query_one(CategoryTree)

    @property
    def is_plain(self) -> bool:
        """Whether the tree looks as it does at the start."""
        rows = self.category_tree.rows
        return (
            self._view is TreeView.CATEGORIES
            and rows.order is Order.GIVEN
            and not self.query_one(ListLine).display
        )

    def library_changed(self) -> None:
        """Show what the library holds now."""
        self._arrange()

    def stars_changed(self) -> None:
        """Show the stars as they are kept now."""
        self.category_tree.show_stars(self._kept.stars())
        if self._view is TreeView.STARRED:
            self._arrange()

    def saved_changed(self) -> None:
        """Show the searches that are saved now."""
        shown = self._view is TreeView.CATEGORIES
        self.category_tree.show_saved(self._kept.saved_searches() if shown else ())

    @on(CategoryTree.NextViewWanted)
    def _next_view(self) -> None:
        self._view = self._view.next
        self.category_tree.rows.order = Order.GIVEN
        self._arrange()

    @on(CategoryTree.NextOrderWanted)
    def _next_order(self) -> None:
        rows = self.category_tree.rows
        rows.set_order(rows.order.next)
        self.category_tree.rearranged()
        self.announce(NothingFound(f"Articles stand {rows.order.value}."))

    @on(CategoryTree.FilterWanted)
    def _begin_filter(self) -> None:
        line = self.query_one(ListLine)
        line.display = True
        self.screen.set_focus(line, scroll_visible=False)
        self.run_worker(self.category_tree.rows.prepare_filter, thread=True, group="filter")

    @on(ListLine.Changed)
    def _filter(self, message: ListLine.Changed) -> None:
        message.stop()
        self.category_tree.rows.set_filter(message.value)
        self.category_tree.filtered()

    @on(ListLine.RowMoved)
    def _move(self, message: ListLine.RowMoved) -> None:
        self.category_tree.cursor += message.rows

    @on(ListLine.Submitted)
    def _keep_filter(self, message: ListLine.Submitted) -> None:
        message.stop()
        if not message.value.strip():
            self._end_filter()
        self.screen.set_focus(self.category_tree, scroll_visible=False)

    @on(ListLine.Left)
    def _end_filter(self) -> None:
        line = self.query_one(ListLine)
        with line.prevent(ListLine.Changed):
            line.value = ""
        line.display = False
        self.category_tree.rows.set_filter("")
        self.category_tree.rearranged()
        self.screen.set_focus(self.category_tree, scroll_visible=False)

    def _arrange(self) -> None:
        self.query_one("#library", Caption).update(self._title)
        self.run_worker(self._rearrange(self._view), group="arrange", exclusive=True)

    async def _rearrange(self, view: TreeView) -> None:
        """Put the view together in a thread: a library may hold tens of thousands of articles."""
        arrangement = await asyncio.to_thread(self._arrangement, view)
        rows = self.category_tree.rows
        rows.set_saved(self._kept.saved_searches() if view is TreeView.CATEGORIES else ())
        rows.arrange(arrangement)
        self.category_tree.empty = _EMPTY.get(view, "")
        self.category_tree.rearranged()

    def _arrangement(self, view: TreeView) -> Arrangement:
        match view:
            case TreeView.CHANNELS:
                return ChannelArrangement(all_articles(self._shelf))
            case TreeView.RECENT:
                return ListArrangement(articles_at(self._shelf, self._kept.recent()))
            case TreeView.STARRED:
                return ListArrangement(articles_at(self._shelf, self._kept.stars()))
            case TreeView.CATEGORIES:
                return CategoryArrangement(*self._shelf.tree())

    @property
    def _title(self) -> str:
        title = f"{self._shelf.name} · {self._shelf.article_count:,}"
        return self._view.value or self._painter.marked(title)
