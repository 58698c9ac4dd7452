"""An article at one width, laid out chunk by chunk as it comes near the screen."""

import textwrap
import time
from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from itertools import accumulate

from dltui.model.block import OutlineEntry
from dltui.model.inline import Wikilink
from dltui.model.target import Target
from dltui.model.timestamp import Stamp, Timestamp
from dltui.render.header import ArticleHeader
from dltui.render.line import BLANK, Line, Span
from dltui.render.matches import Matches
from dltui.render.page import Page
from dltui.render.settings import LayoutSettings
from dltui.render.spot import Cells, Place, Spot, SpotKind, SpotPosition


class Layout:
    """The lines of an article at a width.

    Rows are 0-based from the top of the article; columns are cells from the left edge of the pane. Rows below and
    above a chunk move when it is laid out for the first time, so whoever shows rows keeps his place with `place_at`
    and `row_of` around every call that says it may lay out.

    Args:
        page: the document.
        width: of the pane, in cells.
        resolve: where a wikilink leads.
        read: what a stamp means.
        header: drawn above the body; None for none.
    """

    def __init__(
        self,
        page: Page,
        width: int,
        *,
        settings: LayoutSettings | None = None,
        resolve: Callable[[Wikilink], Target],
        read: Callable[[Stamp], Timestamp],
        header: ArticleHeader | None = None,
    ) -> None:
        self.page = page
        self.width = width
        self.settings = settings or LayoutSettings()
        self._resolve, self._read, self._header = resolve, read, header
        self._laid: list[list[Line] | None] = [None] * len(page.chunks)

    # Rows

    def _tops(self) -> list[int]:
        heights = (
            len(laid) if laid is not None else 1 + chunk.source.count("\n")
            for laid, chunk in zip(self._laid, self.page.chunks, strict=True)
        )
        return list(accumulate(heights, initial=0))

    @property
    def height(self) -> int:
        """Rows in all; estimated for chunks that aren't laid out yet."""
        return self._tops()[-1]

    @property
    def complete(self) -> bool:
        """Whether every chunk is laid out, so that `height` is exact."""
        return None not in self._laid

    def ensure(self, top: int, count: int) -> int:
        """Lay out every chunk that rows `top` to `top + count` touch.

        Returns:
            The row that now shows what `top` showed.
        """
        index = max(0, bisect_right(self._tops(), top) - 1)
        while index < len(self._laid) and self._tops()[index] < top + count:
            self._lay_out(index)
            index += 1
        return max(0, min(top, self.height - 1))

    def _lay_out(self, index: int) -> None:
        if self._laid[index] is None:
            chunk = self.page.chunks[index]
            texts = (
                part for text in chunk.source.split("\n") for part in textwrap.wrap(text, self.width) or [""]
            )
            self._laid[index] = [Line((Span(text, "text"),), "", chunk.line) for text in texts]

    def line(self, row: int) -> Line:
        """The line at a row; a blank one where nothing is laid out (see `ensure`) or the article has ended."""
        tops = self._tops()
        index = bisect_right(tops, row) - 1
        if not 0 <= index < len(self._laid):
            return BLANK
        laid = self._laid[index]
        return laid[row - tops[index]] if laid else BLANK

    def advance(self, budget_seconds: float) -> bool:
        """Lay out more for at most about that long, nearest to the last `ensure` first; rows may move.

        Returns:
            Whether everything is laid out now.
        """
        deadline = time.monotonic() + budget_seconds
        for index in range(len(self._laid)):
            if time.monotonic() > deadline:
                break
            self._lay_out(index)
        return self.complete

    def resize(self, width: int, settings: LayoutSettings | None = None) -> None:
        """Take another width (and settings): folds stay, all rows move."""
        self.width = width
        self.settings = settings or self.settings
        self.refresh()

    def refresh(self) -> None:
        """Lay out anew what `resolve` and `read` now answer differently: folds stay, rows may move."""
        self._laid = [None] * len(self.page.chunks)

    def header_rows(self, row: int) -> tuple[Line, ...]:
        """The header lines of the table that the row is in the body of; empty elsewhere."""
        return ()

    # Places

    def place_at(self, row: int) -> Place:
        """The place a row shows, to find it again at another width; may lay out its chunk."""
        return Place(self.line(row).source_line)

    def row_of(self, place: Place) -> int:
        """The row that shows a place; may lay out its chunk."""
        return self.row_of_line(place.line)

    def row_of_line(self, source_line: int) -> int:
        """The row that shows a line of the file, or the nearest before it; may lay out its chunk."""
        index = bisect_right([chunk.line for chunk in self.page.chunks], source_line) - 1
        return self._tops()[max(0, index)]

    def row_of_anchor(self, anchor: str) -> int | None:
        """The row of a heading; None if there is no such anchor. May lay out its chunk."""
        return next(
            (self.row_of_line(entry.line) for entry in self.page.outline if entry.anchor == anchor), None
        )

    def row_of_footnote(self, name: str) -> int | None:
        """The row where a footnote's text starts; None if there is none. May lay out."""
        return None

    def row_of_reference(self, name: str) -> int | None:
        """The row of the first reference to a footnote; None if there is none. May lay out."""
        return None

    def heading_at(self, row: int) -> OutlineEntry | None:
        """The heading a row stands under; None above the first."""
        line = self.line(row).source_line
        return next((entry for entry in reversed(self.page.outline) if entry.line <= line), None)

    # Spots

    def spots_in(self, top: int, count: int, kinds: Collection[SpotKind] = tuple(SpotKind)) -> Sequence[int]:
        """Ids of the spots of these kinds that start or go on in these rows, in reading order (after `ensure`)."""
        return ()

    def spot_at(self, row: int, column: int) -> int:
        """The id of the spot at a cell; -1 for none."""
        return -1

    def spot(self, spot_id: int) -> Spot:
        """The spot of an id.

        Raises:
            KeyError: no spot has it.
        """
        raise KeyError(spot_id)

    def spot_cells(self, spot_id: int) -> Sequence[Cells]:
        """The cells a spot is drawn in; empty while a fold hides it. May lay out its chunk."""
        return ()

    def next_spot(
        self, row: int, column: int, kinds: Collection[SpotKind], direction: int = 1
    ) -> SpotPosition | None:
        """The next spot after a cell (or the one before it, with direction -1); None at the end. May lay out."""
        return None

    def toggle(self, spot_id: int) -> bool:
        """Fold or unfold a callout, details or the section under a heading; rows move.

        Returns:
            Whether the spot can fold.
        """
        return False

    def reveal(self, place: Place) -> int:
        """Unfold whatever hides a place, and give its row; rows move."""
        return self.row_of(place)

    def find(self, text: str, *, regex: bool = False, ignore_case: bool | None = None) -> Matches:
        """Find text in what is drawn, folded parts included.

        Args:
            regex: take it as a regular expression; a broken one finds nothing and says so in `Matches.problem`.
            ignore_case: None for smart case: capitals in the text make case matter.
        """
        return Matches()
