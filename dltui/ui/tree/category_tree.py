"""The tree of the articles: groups with their counts, and the articles in them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual.binding import BindingType
from textual.message import Message

from dltui.model.asked import Asked
from dltui.render.line import Line
from dltui.ui.keys.bindings import bindings_of
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.row_list import RowList
from dltui.ui.tree.tree_line import TreeMarks, tree_line
from dltui.ui.tree.tree_row import TreeRow
from dltui.ui.tree.tree_rows import TreeRows


class _Place(NamedTuple):
    """Where the tree was: the row of the cursor, the first row in sight, the article that was open."""

    path: str = ""
    top: int = 0
    current: str = ""


class CategoryTree(RowList):
    """Enter opens an article, folds a group, or narrows the search to a category; `h` and `l` walk up and down."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("tree")

    class ArticleChosen(Message):
        """An article was opened from the tree; `stay` keeps the focus there."""

        def __init__(self, path: str, *, stay: bool) -> None:
            self.path = path
            self.stay = stay
            super().__init__()

    class CategoryChosen(Message):
        """The search that stands should be narrowed to a category."""

        def __init__(self, path: str) -> None:
            self.path = path
            super().__init__()

    class SearchChosen(Message):
        """A saved search was opened."""

        def __init__(self, asked: Asked) -> None:
            self.asked = asked
            super().__init__()

    class SearchForgotten(Message):
        """A saved search isn't wanted any more."""

        def __init__(self, asked: Asked) -> None:
            self.asked = asked
            super().__init__()

    class FilterWanted(Message):
        """The line in which one types a filter is wanted."""

    class NextViewWanted(Message):
        """The articles should be arranged in the next way."""

    class NextOrderWanted(Message):
        """The articles should be sorted in the next way."""

    def __init__(self, painter: Painter, rows: TreeRows, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(painter, id=id)
        self.rows = rows
        self._marks = TreeMarks()
        self._before = _Place()

    @property
    def row_count(self) -> int:
        """See RowList."""
        return len(self.rows.rows)

    @property
    def row(self) -> TreeRow | None:
        """The row under the cursor."""
        return self.rows.rows[self.cursor] if self.rows.rows else None

    def rearranged(self) -> None:
        """Draw anew after the rows have changed; the cursor goes to the article that is open."""
        self.rows_changed(self.rows.reveal(self._marks.current))

    def filtered(self) -> None:
        """Draw anew after another filter was set; the cursor goes to the first article that is left."""
        self.rows_changed(self.rows.rows.first_article())

    def show_article(self, path: str) -> None:
        """Open the tree at an article and put the cursor there; only what that changes is drawn again."""
        rows, left = self.rows.rows, self._marks.current
        self._marks.current = path
        row = self.rows.reveal(path)
        if self.rows.rows is not rows:
            self.rows_changed(row)
            return
        for index in self.rows_in_sight():
            if rows[index].path in {left, path}:
                self._refresh_row(index)
        if row is not None:
            self.cursor = row

    def show_stars(self, paths: Iterable[str]) -> None:
        """Mark the articles that have a star."""
        self._marks.stars = frozenset(paths)
        self.refresh()

    def show_saved(self, searches: Sequence[Asked]) -> None:
        """Show the searches that are saved; the cursor stays on its row."""
        row = self.row
        self.rows.set_saved(searches)
        self.rows_changed(self.rows.index_of(row.path) if row is not None else None)

    def show_found(self, found: Mapping[str, int] | None, narrowed: str = "") -> None:
        """Show where a search has found something, and how much; when it ends the tree is as it was before.

        Args:
            found: passages of each category and below; None ends it.
            narrowed: the category that the search is narrowed to; empty for none.
        """
        was_by_found, row = self.rows.is_by_found, self.row
        if self._marks.found is None and found is not None:
            self._before = _Place(row.path if row else "", self.scroll_offset.y, self._marks.current)
        self._marks.found, self._marks.narrowed = found, narrowed
        before = self.rows.rows
        self.rows.set_found(found, narrowed, self.size.height)
        if self.rows.is_by_found:
            self._show_rows(before, self._row_near(row.path if row else ""))
        elif was_by_found:
            self._return()
        else:
            self.looks_changed()

    def _show_rows(self, before: Sequence[TreeRow], cursor: int | None) -> None:
        """Draw what looks different now."""
        if len(before) != len(self.rows.rows):
            self.rows_changed(cursor)
            return
        if cursor is not None:
            self.cursor = cursor
        self.looks_changed()

    def _row_near(self, path: str) -> int | None:
        """The row of an article or group, or of the innermost one around it that is shown."""
        shown = self.rows.index_of(path)
        return shown if shown is not None else self.rows.reveal(path)

    def _return(self) -> None:
        """Go back to where the tree was before the search, or to the article that was opened since."""
        before = self._before
        if before.current != self._marks.current:
            self.rearranged()
            return
        self.rows_changed(self.rows.index_of(before.path))
        self.scroll_to(y=before.top, animate=False, immediate=True)

    def row_line(self, index: int, part: int, width: int) -> Line:  # noqa: ARG002 -- rows are one line high
        """See RowList."""
        return tree_line(self.rows.rows[index], width, self._marks)

    def action_unfold(self) -> None:
        """Open the group under the cursor, or whatever else is there."""
        row = self.row
        if row is None:
            return
        if not row.is_group:
            self._open(row, stay=False)
        elif row.is_open:
            self.cursor += 1
        else:
            self._set_open(row, is_open=True)

    def action_fold(self) -> None:
        """Close the group under the cursor; from anything else go up to the parent."""
        row = self.row
        if row is None:
            return
        if row.is_group and row.is_open:
            self._set_open(row, is_open=False)
        else:
            self.cursor = self.rows.parent_of(self.cursor)

    def action_toggle_fold(self) -> None:
        """Open or close the group under the cursor."""
        row = self.row
        if row is not None and row.is_group:
            self._set_open(row, is_open=not row.is_open)

    def action_choose(self) -> None:
        """Open an article or a search; fold a group, or narrow the search to it while there is one."""
        row = self.row
        if row is None:
            return
        if row.is_category and self._marks.found is not None:
            self.announce(self.CategoryChosen(row.path))
        elif row.is_group:
            self.action_toggle_fold()
        else:
            self._open(row, stay=False)

    def action_open_and_stay(self) -> None:
        """Open the article and keep the focus in the tree."""
        row = self.row
        if row is not None and not row.is_group:
            self._open(row, stay=True)

    def action_forget(self) -> None:
        """Forget the saved search under the cursor."""
        if self.row is not None and self.row.search is not None:
            self.announce(self.SearchForgotten(self.row.search))

    def action_filter(self) -> None:
        """Ask for the line in which one types a filter."""
        self.announce(self.FilterWanted())

    def action_next_view(self) -> None:
        """Arrange the articles in the next way."""
        self.announce(self.NextViewWanted())

    def action_next_order(self) -> None:
        """Sort the articles in the next way."""
        self.announce(self.NextOrderWanted())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 -- Textual's signature
        """Only a saved search can be forgotten."""
        return action != "forget" or (self.row is not None and self.row.search is not None)

    def _open(self, row: TreeRow, *, stay: bool) -> None:
        if row.search is not None:
            self.announce(self.SearchChosen(row.search))
        else:
            self.announce(self.ArticleChosen(row.path, stay=stay))

    def _set_open(self, row: TreeRow, *, is_open: bool) -> None:
        self.rows.set_open(row.path, is_open=is_open)
        self.rows_changed(self.rows.index_of(row.path))
