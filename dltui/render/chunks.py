"""The chunks of an article at one width: laid out on demand, forgotten when far away, their heights remembered."""

import time
from collections import OrderedDict
from collections.abc import Collection, Iterable

from dltui.render.compose.blocks import compose
from dltui.render.compose.composition import Composed, Services
from dltui.render.compose.headline import compose_header
from dltui.render.compose.icons import icons_for
from dltui.render.draw.chunk import lay_out
from dltui.render.draw.laid import LaidChunk
from dltui.render.estimate import estimated_rows, extent_of
from dltui.render.header import ArticleHeader
from dltui.render.heights import Heights
from dltui.render.line import BLANK, Line
from dltui.render.page import Page
from dltui.render.settings import LayoutSettings

SPOT_BITS = 20
"""A spot's id is its chunk's number, shifted by this, and its own number in the chunk."""
_HEADER_ROWS = 5
_KEPT_ROWS = 4000


class Chunks:
    """All chunks of a page, numbered from 0; the article's header, if there is one, is the first.

    Attributes:
        opened: how folds stand that the reader has touched, by the id of their spot.
        hidden: lines of the file that folded headings hide.
        lines: per chunk, the 1-based line of the file it starts on; 0 for the header.
    """

    def __init__(
        self,
        page: Page,
        width: int,
        settings: LayoutSettings,
        services: Services,
        header: ArticleHeader | None,
    ) -> None:
        self.opened: dict[int, bool] = {}
        self.hidden: Collection[range] = ()
        self._page, self._services, self._header = page, services, header
        self._body = 1 if header else 0
        self.lines = [0] * self._body + [chunk.line for chunk in page.chunks]
        self._extents = [extent_of(chunk.source) for chunk in page.chunks]
        filled = [index for index, chunk in enumerate(page.chunks) if not chunk.source.isspace()] or [0]
        self._first_drawn, self._last_drawn = self._body + filled[0], self._body + filled[-1]
        self._composed: dict[int, Composed] = {}
        self._laid: OrderedDict[int, LaidChunk] = OrderedDict()
        self._shown = range(1)
        self.resize(width, settings)

    def __len__(self) -> int:
        return len(self.lines)

    def resize(self, width: int, settings: LayoutSettings) -> None:
        """Take another width and settings; everything is to be laid out anew."""
        self._width, self._settings = width, settings
        self._icons = icons_for(settings)
        self.refresh()

    def refresh(self) -> None:
        """Lay everything out anew, and ask the services again."""
        column = max(2, min(self._settings.column, self._width))
        estimates = [estimated_rows(extent, column) for extent in self._extents]
        self.heights = Heights([_HEADER_ROWS] * self._body + estimates)
        self._composed.clear()
        self._laid.clear()
        self._kept_rows = 0

    def forget(self, chunks: Iterable[int]) -> None:
        """Lay these chunks out anew when they are needed, because their folds have changed."""
        for chunk in chunks:
            self.heights.unsettle(chunk)
            self._drop(chunk)

    def source(self, chunk: int) -> str:
        """The text a chunk is parsed from; empty for the header."""
        return self._page.chunks[chunk - self._body].source if chunk >= self._body else ""

    def composed(self, chunk: int) -> Composed:
        """A chunk without a width."""
        found = self._composed.get(chunk)
        if found is None:
            found = self._compose(chunk)
            if chunk in self._laid:
                self._composed[chunk] = found
        return found

    def _compose(self, chunk: int) -> Composed:
        if chunk < self._body and self._header:
            return compose_header(self._header, self._services, self._icons)
        blocks = self._page.chunks[chunk - self._body].blocks
        return compose(blocks, self._services, self._icons, chunk << SPOT_BITS)

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
        composed = self._composed.setdefault(chunk, self._compose(chunk))
        return lay_out(
            composed,
            self._width,
            self._settings,
            opened=self.opened,
            hidden=self.hidden,
            first=chunk <= self._first_drawn,
            last=chunk == self._last_drawn and chunk >= self._body,
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
        """The header lines of the table that a row is in the body of."""
        chunk = self.heights.chunk_at(row)
        if not 0 <= row < self.heights.total or not self.heights.is_known(chunk):
            return ()
        laid = self.laid(chunk)
        inside = row - self.heights.top(chunk)
        for table in laid.tables:
            if table.body <= inside < table.end:
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
