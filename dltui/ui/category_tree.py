"""The pane on the left: categories with their counts, and the articles in them."""

from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType
from textual.message import Message

from dltui.render.line import Line, Span
from dltui.ui.bindings import bindings_of
from dltui.ui.fit import fit, gap
from dltui.ui.painter import Painter
from dltui.ui.row_list import RowList
from dltui.ui.tree_rows import TreeRow, TreeRows


class CategoryTree(RowList):
    """The tree. Enter opens an article or folds a category; `h` and `l` walk up and down."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("tree")

    class ArticleChosen(Message):
        """An article was opened from the tree; `stay` keeps the focus there."""

        def __init__(self, path: str, *, stay: bool) -> None:
            self.path = path
            self.stay = stay
            super().__init__()

    def __init__(self, painter: Painter, rows: TreeRows, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(painter, id=id)
        self._tree = rows
        self._current = ""

    @property
    def row_count(self) -> int:
        """See RowList."""
        return len(self._tree.rows)

    def replace_rows(self, rows: TreeRows) -> None:
        """Show another tree; the article that is open stays in sight."""
        self._tree = rows
        self.show_article(self._current)

    def show_article(self, path: str) -> None:
        """Open the tree at an article and put the cursor there."""
        self._current = path
        self.rows_changed(self._tree.reveal(path))

    def row_line(self, index: int, part: int, width: int) -> Line:  # noqa: ARG002 -- rows are one line high
        """See RowList."""
        row = self._tree.rows[index]
        indent = "  " * row.depth
        if row.is_category:
            mark = "▾ " if row.is_open else "▸ "
            count = f"{row.count:,} "
            label = fit(row.label, width - len(indent) - 4 - len(count))
            used = 3 + len(indent) + cell_len(label) + len(count)
            spans = (
                Span(f" {indent}", "text"),
                Span(mark, "tree.mark"),
                Span(label, "tree.category"),
                Span(gap(used, width), "text"),
                Span(count, "tree.count"),
            )
            return Line(spans)
        role = "tree.current" if row.path == self._current else "tree.article"
        mark = "● " if row.path == self._current else "  "
        return Line(
            (
                Span(f" {indent}", "text"),
                Span(mark, role),
                Span(fit(row.label, width - len(indent) - 4), role),
            )
        )

    def action_unfold(self) -> None:
        """Open the category under the cursor, or the article."""
        row = self._row
        if row is None:
            return
        if not row.is_category:
            self._open(row, stay=False)
        elif row.is_open:
            self.cursor += 1
        else:
            self._set_open(row, is_open=True)

    def action_fold(self) -> None:
        """Close the category under the cursor; from anything else go up to the parent."""
        row = self._row
        if row is None:
            return
        if row.is_category and row.is_open:
            self._set_open(row, is_open=False)
        else:
            self.cursor = self._tree.parent_of(self.cursor)

    def action_toggle_fold(self) -> None:
        """Open or close the category under the cursor."""
        row = self._row
        if row is not None and row.is_category:
            self._set_open(row, is_open=not row.is_open)

    def action_choose(self) -> None:
        """Fold a category, open an article."""
        row = self._row
        if row is None:
            return
        if row.is_category:
            self.action_toggle_fold()
        else:
            self._open(row, stay=False)

    def action_open_and_stay(self) -> None:
        """Open the article and keep the focus in the tree."""
        row = self._row
        if row is not None and not row.is_category:
            self._open(row, stay=True)

    @property
    def _row(self) -> TreeRow | None:
        return self._tree.rows[self.cursor] if self._tree.rows else None

    def _open(self, row: TreeRow, *, stay: bool) -> None:
        self.announce(self.ArticleChosen(row.path, stay=stay))

    def _set_open(self, row: TreeRow, *, is_open: bool) -> None:
        self._tree.set_open(row.path, is_open=is_open)
        self.rows_changed(self._tree.index_of(row.path))
