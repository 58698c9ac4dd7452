"""An article at one width, laid out chunk by chunk as it comes near the screen."""

from collections.abc import Callable, Collection, Sequence

from dltui.model.block import OutlineEntry
from dltui.model.inline import FootnoteReference, Wikilink
from dltui.model.target import Target
from dltui.model.timestamp import Stamp, Timestamp
from dltui.render import matches, places, spots
from dltui.render.chunks import Chunks
from dltui.render.compose.composition import Services
from dltui.render.finding import Sources
from dltui.render.folding import Folds, FoldState
from dltui.render.header import ArticleHeader
from dltui.render.line import Line
from dltui.render.manuscript import Manuscript
from dltui.render.matches import Matches
from dltui.render.page import Page
from dltui.render.settings import LayoutSettings
from dltui.render.spot import Cells, Place, Spot, SpotKind, SpotPosition

EVERY_KIND = frozenset(SpotKind)


class Layout:
    """The lines of an article at a width.

    Rows are 0-based from the top of the article; columns are cells from the left edge of the pane. Rows move when a
    chunk above them is laid out for the first time, so whoever shows rows keeps his place with `place_at` and
    `row_of` around every call that says that rows may move.

    Args:
        page: the document.
        width: of the pane, in cells; no line is wider, from 10 cells on.
        resolve: where a wikilink leads.
        read: what a stamp means.
        header: drawn above the body; None for none.
        folds: how an earlier layout of the same text was folded; None for as the author wrote it.
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
        folds: FoldState | None = None,
    ) -> None:
        self.page = page
        self.width = width
        self.settings = settings or LayoutSettings()
        manuscript = Manuscript(page, Services(resolve, read), header)
        self._chunks = Chunks(manuscript, width, self.settings)
        self._folds = Folds(self._chunks, page)
        self._sources = Sources()
        if folds is not None:
            self._folds.restore(folds)

    # Rows

    @property
    def height(self) -> int:
        """Rows in all; estimated for chunks that aren't laid out yet."""
        return self._chunks.heights.total

    @property
    def complete(self) -> bool:
        """Whether every chunk has been laid out, so that `height` is exact and rows stay where they are."""
        return self._chunks.heights.complete

    def ensure(self, top: int, count: int) -> int:
        """Lay out every chunk that rows `top` to `top + count` touch; rows below may move.

        Returns:
            The row that now shows what `top` showed.
        """
        return self._chunks.ensure(top, count)

    def line(self, row: int) -> Line:
        """The line at a row; a blank one where nothing is laid out (see `ensure`) or the article has ended."""
        return self._chunks.line(row)

    def advance(self, budget_seconds: float) -> bool:
        """Lay out more for about that long, the nearest to the last `ensure` first; rows may move.

        Returns:
            Whether everything has been laid out now.
        """
        return self._chunks.advance(budget_seconds)

    def resize(self, width: int, settings: LayoutSettings | None = None) -> None:
        """Take another width (and settings): folds stay, rows move."""
        self.width = width
        self.settings = settings or self.settings
        self._chunks.resize(width, self.settings)

    def refresh(self) -> None:
        """Ask `resolve` and `read` again: folds stay, rows may move, and what was found is to be found again."""
        self._chunks.refresh()

    def header_rows(self, row: int) -> tuple[Line, ...]:
        """The header lines of the table that the row is in the body of; empty elsewhere (after `ensure`)."""
        return self._chunks.table_header(row)

    # Places

    def place_at(self, row: int) -> Place:
        """The place a row shows, to find it again at another width; rows may move if it isn't laid out."""
        return places.place_at(self._chunks, row)

    def row_of(self, place: Place) -> int:
        """The row that shows a place, or what hides it; rows may move."""
        return places.row_of(self._chunks, place)

    def row_of_line(self, source_line: int) -> int:
        """The row that shows a line of the file, or the nearest before it; rows may move."""
        return places.row_of_line(self._chunks, source_line)

    def row_of_anchor(self, anchor: str) -> int | None:
        """The row of a heading; None if there is no such anchor. Rows may move."""
        return next(
            (self.row_of_line(entry.line) for entry in self.page.outline if entry.anchor == anchor), None
        )

    def heading_at(self, row: int) -> OutlineEntry | None:
        """The heading a row stands under; None above the first (after `ensure`)."""
        found = spots.heading_at(self._chunks, row)
        return OutlineEntry(found.level, found.text, found.anchor, found.line) if found else None

    # Spots

    def spot(self, spot_id: int) -> Spot:
        """The spot of an id. Ids stay the same at every width.

        Raises:
            KeyError: no spot has it.
        """
        return spots.spot(self._chunks, spot_id)

    def has_spot(self, spot_id: int) -> bool:
        """Whether a spot has that id: a place that was kept may name one of a text that has changed since."""
        return spots.has_spot(self._chunks, spot_id)

    def spot_at(self, row: int, column: int) -> int:
        """The id of the innermost spot at a cell; -1 for none (after `ensure`)."""
        return spots.spot_at(self._chunks, row, column)

    def spot_cells(self, spot_id: int) -> Sequence[Cells]:
        """The cells a spot is drawn in; empty while a fold hides it. Rows may move."""
        return spots.spot_cells(self._chunks, spot_id)

    def spots_in(self, top: int, count: int, kinds: Collection[SpotKind] = EVERY_KIND) -> Sequence[int]:
        """Ids of the spots of these kinds that start or go on in these rows, in reading order (after `ensure`)."""
        return spots.spots_in(self._chunks, top, count, kinds)

    def next_spot(
        self,
        row: int,
        column: int,
        kinds: Collection[SpotKind] = EVERY_KIND,
        direction: int = 1,
        *,
        selected: int | None = None,
    ) -> SpotPosition | None:
        """The nearest spot after a cell, or before it; None at the end. Rows may move.

        Args:
            row: need not be laid out.
            column: where a spot starts that is to be passed over.
            kinds: that will do.
            direction: 1 or -1.
            selected: the spot at that cell, so that another one that starts there isn't passed over.
        """
        if selected is None:
            selected = 1 << 62 if direction > 0 else -1
        return spots.next_spot(self._chunks, (row, column, selected), kinds, direction)

    def footnote(self, reference: FootnoteReference) -> SpotPosition | None:
        """The mark at the end of a footnote's text, which leads back; None if there is none. Rows may move."""
        return spots.spot_named(self._chunks, SpotKind.FOOTNOTE_BACK, reference.name)

    def footnote_reference(self, name: str) -> SpotPosition | None:
        """The first reference to a footnote; None if there is none. Rows may move."""
        return spots.spot_named(self._chunks, SpotKind.FOOTNOTE, name)

    # Folding and finding

    @property
    def folds(self) -> FoldState:
        """What the reader has folded and unfolded so far."""
        return self._folds.state

    def toggle(self, spot_id: int) -> bool:
        """Fold or unfold a callout, details or the section under a heading; rows move.

        Returns:
            Whether the spot can fold.
        """
        return self._folds.toggle(spot_id)

    def reveal(self, place: Place) -> int:
        """Unfold whatever hides a place, and give its row; rows move."""
        self._folds.reveal(place)
        return self.row_of(place)

    def find(self, text: str, *, regex: bool = False, ignore_case: bool | None = None) -> Matches:
        """Find text in what is drawn, folded parts included.

        Args:
            text: white space in it stands for any white space.
            regex: take it as a regular expression; `Matches.problem` says so if it isn't one.
            ignore_case: None for smart case: capitals in the text make case matter.
        """
        return matches.find(self._chunks, self._sources, text, regex=regex, ignore_case=ignore_case)
