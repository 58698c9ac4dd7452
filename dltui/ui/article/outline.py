"""The outline of the article: it follows the scrolling, and Enter jumps."""

from collections.abc import Sequence

from dltui.model.block import OutlineEntry
from dltui.render.line import Line, Span
from dltui.ui.parts.fit import fit
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.row_list import RowList


class Outline(RowList):
    """Headings of all levels, indented."""

    def __init__(self, painter: Painter, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(painter, id=id)
        self.entries: Sequence[OutlineEntry] = ()
        self._current: OutlineEntry | None = None
        self._highest = 1

    @property
    def row_count(self) -> int:
        """See RowList."""
        return len(self.entries)

    def show(self, entries: Sequence[OutlineEntry], current: OutlineEntry | None) -> None:
        """Show an article's headings; the current one is marked, and selected while the list has no focus."""
        if entries is self.entries and current == self._current:
            return
        self.entries, self._current = entries, current
        self._highest = min((entry.level for entry in entries), default=1)
        row = next((index for index, entry in enumerate(entries) if entry == current), 0)
        self.rows_changed(None if self.has_focus else row)

    def row_line(self, index: int, part: int, width: int) -> Line:  # noqa: ARG002 -- rows are one line high
        """See RowList."""
        entry = self.entries[index]
        indent = "  " * (entry.level - self._highest)
        role = "tree.current" if entry == self._current else "tree.article"
        return Line((Span(f" {indent}", "text"), Span(fit(entry.text, width - 2 - len(indent)), role)))
