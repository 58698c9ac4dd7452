"""Moving in the article: by lines and pages, by headings, from link to link and from moment to moment."""

from dataclasses import replace

from dltui.model.timestamp import Timestamp
from dltui.render.spot import Place, SpotKind, SpotPosition
from dltui.ui.article.article_hints import HintedView
from dltui.ui.messages import NothingFound

_LINKS = (
    SpotKind.WIKILINK,
    SpotKind.LINK,
    SpotKind.FOOTNOTE,
    SpotKind.FOOTNOTE_BACK,
    SpotKind.IMAGE,
    SpotKind.TAG,
    SpotKind.FOLD,
)
_WIDTHS = (24, 400)


class WalkableView(HintedView):
    """An article with the keys that move."""

    def action_scroll_rows(self, rows: int) -> None:
        """Scroll by rows."""
        self.scroll_to_row(self.top + rows)

    def action_scroll_pages(self, pages: float) -> None:
        """Scroll by a part of the pane; a whole page keeps two lines of what was seen."""
        height = self.size.height
        rows = max(1, height - 2) if abs(pages) >= 1 else max(1, int(height * abs(pages)))
        self.scroll_to_row(self.top + (rows if pages > 0 else -rows))

    def action_top(self) -> None:
        """The beginning."""
        self.scroll_to_row(0)

    def action_bottom(self) -> None:
        """The end."""
        if self.layout_ is not None:
            self.scroll_to_row(self.layout_.height)

    def action_next_heading(self, direction: int) -> None:
        """Select the next heading, and bring it to the top as far as the article's end allows."""
        layout = self.layout_
        if layout is None:
            return
        # The heading that stands at the top already is passed over, wherever in its row it begins.
        row, column, passed = self.top, self.size.width if direction > 0 else 0, None
        cells = layout.spot_cells(self.selected) if self.spot_kind is SpotKind.HEADING else ()
        if cells and self.top <= cells[0].row < self.top + self.size.height:
            row, column, passed = cells[0].row, cells[0].start, self.selected
        found = layout.next_spot(row, column, (SpotKind.HEADING,), direction, selected=passed)
        if found is None:
            self.announce(NothingFound("No further heading." if direction > 0 else "No heading above."))
            return
        self.selected = found.id
        self.scroll_to_row(found.row)

    def action_next_link(self, direction: int) -> None:
        """Select the next link."""
        self._select_next(_LINKS, direction, "link")

    def action_next_moment(self, direction: int) -> None:
        """Select the next moment."""
        self._select_next((SpotKind.MOMENT,), direction, "moment")

    def action_change_width(self, cells: int) -> None:
        """Make the column of text wider or narrower."""
        lowest, highest = _WIDTHS
        column = max(lowest, min(self.settings.column + cells, highest))
        self.relayout(replace(self.settings, column=column))
        self.announce(NothingFound(f"The column is {column} cells wide."))

    @property
    def selected_moment(self) -> Timestamp | None:
        """The moment that is selected."""
        return self.layout_.spot(self.selected).timestamp if self.layout_ and self.selected >= 0 else None

    def moments_in_sight(self) -> list[Timestamp]:
        """The moments in sight, in reading order."""
        layout = self.layout_
        if layout is None:
            return []
        spots = layout.spots_in(self.top, self.size.height, (SpotKind.MOMENT,))
        return [timestamp for spot in spots if (timestamp := layout.spot(spot).timestamp) is not None]

    def select_moment(self, line: int, text: str, video: str | None = None) -> bool:
        """Select a timestamp of the article and bring it into sight; whether it is there. See `find_moment`."""
        found = self.find_moment(line, text, video)
        if found is None:
            return False
        if self._wanted is not None:  # a resize goes there again
            self._wanted = replace(self._wanted, spot=found.id)
        self.selected = found.id
        self.scroll_into_sight(found.row)
        return True

    def find_moment(self, line: int, text: str, video: str | None = None) -> SpotPosition | None:
        """Where a timestamp of the article is drawn; what hides it is unfolded.

        Args:
            line: of the file, 1-based.
            text: as it is shown.
            video: that its link names, empty for none; None for whichever.
        """
        layout = self.layout_
        if layout is None:
            return None
        row, column, selected = layout.reveal(Place(line)), -1, -1
        while found := layout.next_spot(row, column, (SpotKind.MOMENT,), selected=selected):
            timestamp = layout.spot(found.id).timestamp
            if timestamp is None or timestamp.stamp.line > line:
                return None
            row, column, _ = layout.spot_cells(found.id)[0]
            selected = found.id
            stamp = timestamp.stamp
            if (stamp.line, stamp.text) == (line, text) and video in {None, stamp.video}:
                return SpotPosition(found.id, row)
        return None

    def nearest_moment(self) -> Timestamp | None:
        """The moment that is selected, else the nearest to what is selected or to the top; None if there is none."""
        layout = self.layout_
        if layout is None:
            return None
        if self.spot_kind is SpotKind.MOMENT:
            return layout.spot(self.selected).timestamp
        row = self.top
        if self.selected >= 0 and (cells := layout.spot_cells(self.selected)):
            row = cells[0].row
        ahead = layout.next_spot(row, -1, (SpotKind.MOMENT,), 1)
        behind = layout.next_spot(row, 0, (SpotKind.MOMENT,), -1)
        in_sight = self.top + self.size.height
        if ahead is None or (
            ahead.row >= in_sight and behind is not None and row - behind.row < ahead.row - row
        ):
            ahead = behind
        return layout.spot(ahead.id).timestamp if ahead is not None else None

    def _select_next(self, kinds: tuple[SpotKind, ...], direction: int, what: str) -> None:
        layout = self.layout_
        if layout is None:
            return
        bottom = self.top + self.size.height
        row, column = (self.top, -1) if direction > 0 else (bottom, 0)
        passed = None
        cells = layout.spot_cells(self.selected) if self.selected >= 0 else ()
        if cells and self.top <= cells[0].row < bottom:
            row, column, passed = cells[0].row, cells[0].start, self.selected
        found = layout.next_spot(row, column, kinds, direction, selected=passed)
        if found is None:
            self.announce(NothingFound(f"No further {what}." if direction > 0 else f"No {what} above."))
            return
        self.selected = found.id
        cells = layout.spot_cells(found.id)
        self.scroll_into_sight(cells[0].row if cells else found.row)
