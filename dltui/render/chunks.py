"""The chunks of an article at one width: laid out on demand, forgotten when far away, their heights remembered."""

import time
from collections import OrderedDict
from collections.abc import Collection, Iterable

from dltui.render.compose.composition import Composed
from dltui.render.compose.icons import icons_for
from dltui.render.draw.chunk import lay_out
from dltui.render.draw.laid import LaidChunk
from dltui.render.heights import Heights
from dltui.render.line import BLANK, Line
from dltui.render.manuscript import Manuscript
from dltui.render.settings import LayoutSettings

_KEPT_ROWS = 1000


class Chunks:
    """All chunks of a manuscript, laid out.

    Attributes:
        opened: how folds stand that the reader has touched, by the id of their spot.
        hidden: lines of the file that folded headings hide.
        heights: of all chunks.
    """

    def __init__(self, manuscript: Manuscript, width: int, settings: LayoutSettings) -> None:
        self.opened: dict[int, bool] = {}
        self.hidden: Collection[range] = ()
        self.manuscript = manuscript
        self.lines = manuscript.lines
        self._composed: dict[int, Composed] = {}
        self._laid: OrderedDict[int, LaidChunk] = OrderedDict()
        self._shown = range(1)
        self._width, self._settings, self._icons = width, settings, icons_for(settings)
        self.heights = Heights(())
        self._restart()

    def __len__(self) -> int:
        return len(self.lines)

    def resize(self, width: int, settings: LayoutSettings) -> None:
        """Take another width and settings; everything is to be laid out anew."""
        kept = self._composed if settings.ascii_icons == self._settings.ascii_icons else {}
        self._composed = {chunk: kept[chunk] for chunk in self._shown if chunk in kept}
        self._width, self._settings, self._icons = width, settings, icons_for(settings)
        self._restart()

    def refresh(self) -> None:
        """Lay everything out anew, and ask the services again."""
        self._composed.clear()
        self._restart()

    def _restart(self) -> None:
        column = max(2, min(self._settings.column, self._width))
        self.heights = Heights(self.manuscript.estimates(column))
        self._laid.clear()
        self._kept_rows = 0

    def forget(self, chunks: Iterable[int]) -> None:
        """Lay these chunks out anew when they are needed, because their folds have changed."""
        for chunk in chunks:
            self.heights.unsettle(chunk)
            self._drop(chunk)

    def composed(self, chunk: int) -> Composed:
        """A chunk without a width."""
        found = self._composed.get(chunk)
        if found is None:
            found = self.manuscript.compose(chunk, self._icons)
            if chunk in self._laid:
                self._composed[chunk] = found
        return found

    def laid(self, chunk: int) -> LaidChunk:
        """A chunk's rows; now its height is known."""
        laid = self._laid.get(chunk)
        if laid is not None:
            self._laid.move_to_end(chunk)
            return laid
        laid = self._lay_out(chunk)
        self._laid[chunk] = laid
        self._kept_rows += len(laid.rows)
        self.heights.settle(chunk, len(laid.rows))
        self._forget_far_ones(chunk)
        return laid

    def _lay_out(self, chunk: int) -> LaidChunk:
        if self._is_hidden(chunk):
            return LaidChunk([])
        composed = self._composed[chunk] = self.composed(chunk)
        return lay_out(
            composed,
            self._width,
            self._settings,
            opened=self.opened,
            hidden=self.hidden,
            first=chunk <= self.manuscript.first,
            last=chunk == self.manuscript.last,
        )

    def _is_hidden(self, chunk: int) -> bool:
        """Whether folded headings hide all of a chunk."""
        first = self.lines[chunk]
        last = self.lines[chunk + 1] - 1 if chunk + 1 < len(self.lines) else first
        return any(first in lines and last in lines for lines in self.hidden)

    def _forget_far_ones(self, newest: int) -> None:
        for chunk in list(self._laid):
            if self._kept_rows <= _KEPT_ROWS:
                return
            if chunk != newest and chunk not in self._shown:
                self._drop(chunk)

    def _drop(self, chunk: int) -> None:
        laid = self._laid.pop(chunk, None)
        if laid is not None:
            self._kept_rows -= len(laid.rows)
        self._composed.pop(chunk, None)

    def ensure(self, top: int, count: int) -> int:
        """Lay out every chunk that these rows touch; the row that now shows what `top` showed."""
        heights = self.heights
        if not len(heights):
            return 0
        first = heights.chunk_at(top)
        inside = top - heights.top(first)
        guessed = max(1, heights.rows(first))
        rows = len(self.laid(first).rows)
        if rows != guessed:
            inside = min(inside * rows // guessed, rows - 1)
        top = max(0, heights.top(first) + inside)
        last = first
        self._shown = range(first, first + 1)
        while last + 1 < len(heights) and heights.top(last + 1) < top + count:
            last += 1
            self._shown = range(first, last + 1)
            self.laid(last)
        return max(0, min(top, heights.total - 1))

    def line(self, row: int) -> Line:
        """The line at a row; a blank one below the end, and where no chunk has been laid out yet."""
        heights = self.heights
        chunk = heights.chunk_at(row)
        if not 0 <= row < heights.total or not heights.is_known(chunk):
            return BLANK
        return self.laid(chunk).rows[row - heights.top(chunk)].line

    def table_header(self, row: int) -> tuple[Line, ...]:
        """The header lines of the table that a row is in the body of, if as many of its rows follow."""
        chunk = self.heights.chunk_at(row)
        if not 0 <= row < self.heights.total or not self.heights.is_known(chunk):
            return ()
        laid = self.laid(chunk)
        inside = row - self.heights.top(chunk)
        for table in laid.tables:
            if table.body <= inside < table.end - (table.body - table.header):
                return tuple(shown.line for shown in laid.rows[table.header : table.body])
        return ()

    def advance(self, budget_seconds: float) -> bool:
        """Learn the heights of more chunks, the nearest first, for about that long."""
        deadline = time.monotonic() + budget_seconds
        for chunk in self.heights.unknown_from(self._shown.start):
            self.laid(chunk)
            if time.monotonic() >= deadline:
                break
        return self.heights.complete
