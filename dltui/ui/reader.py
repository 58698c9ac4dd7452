"""What the keys do in an article: scroll, walk links and moments, follow."""

from typing import cast

from textual import events

from dltui.model.block import Footnote
from dltui.model.inline import Chip, FootnoteReference, Image, Link, Tag, Wikilink
from dltui.model.timestamp import Timestamp
from dltui.render.layout import Layout
from dltui.render.spot import Spot, SpotKind
from dltui.ui.article_messages import (
    LinkFollowed,
    MomentSelected,
    NothingFound,
    TagFollowed,
    WikilinkFollowed,
)
from dltui.ui.article_view import ArticleView

_LINKS = (
    SpotKind.WIKILINK,
    SpotKind.LINK,
    SpotKind.FOOTNOTE,
    SpotKind.FOOTNOTE_BACK,
    SpotKind.IMAGE,
    SpotKind.TAG,
)
_FOLDS = (SpotKind.FOLD, SpotKind.HEADING)


class Reader(ArticleView):
    """An article with its keys."""

    # Movement

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
        """Bring the next heading to the top."""
        if self.layout_ is None:
            return
        found = self.layout_.next_spot(self.top, 0, (SpotKind.HEADING,), direction)
        if found is None:
            self.post_message(NothingFound("No further heading." if direction > 0 else "No heading above."))
        else:
            self.scroll_to_row(found.row)

    def action_next_link(self, direction: int) -> None:
        """Select the next link."""
        self._select_next((*_LINKS, SpotKind.FOLD), direction, "link")

    def action_next_moment(self, direction: int) -> None:
        """Select the next moment."""
        self._select_next((SpotKind.MOMENT,), direction, "moment")

    def action_unselect(self) -> None:
        """Select nothing."""
        self.selected = -1

    # Following

    def action_follow(self) -> None:
        """Follow what is selected; with nothing selected, select the first link in sight."""
        if self.layout_ is None:
            return
        if self.selected < 0:
            self.action_next_link(1)
        else:
            self._follow(self.layout_, self.layout_.spot(self.selected), self.selected)

    def action_open_outside(self) -> None:
        """Hand the selected link to a browser."""
        spot = self.layout_.spot(self.selected) if self.layout_ and self.selected >= 0 else None
        if spot is not None and isinstance(spot.node, Link):
            self.post_message(LinkFollowed(spot.node.url, spot.text))
        else:
            self.action_video()

    def action_video(self) -> None:
        """The video at the selected or nearest moment."""
        self._select_moment(self.nearest_moment(), card=False)

    def action_card(self) -> None:
        """The URL card of the selected or nearest moment."""
        self._select_moment(self.nearest_moment(), card=True)

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

    def on_click(self, event: events.Click) -> None:
        """A click on a link or moment follows it."""
        layout = self.layout_
        if layout is None:
            return
        spot_id = layout.spot_at(self.top + event.y, event.x)
        if spot_id >= 0:
            self.selected = spot_id
            self._follow(layout, layout.spot(spot_id), spot_id)

    # Inner works

    def _select_next(self, kinds: tuple[SpotKind, ...], direction: int, what: str) -> None:
        layout = self.layout_
        if layout is None:
            return
        bottom = self.top + self.size.height
        row, column = (self.top, -1) if direction > 0 else (bottom, 0)
        cells = layout.spot_cells(self.selected) if self.selected >= 0 else ()
        if cells and self.top <= cells[0].row < bottom:
            row, column = cells[0].row, cells[0].start
        found = layout.next_spot(row, column, kinds, direction)
        if found is None:
            self.post_message(NothingFound(f"No further {what}." if direction > 0 else f"No {what} above."))
            return
        self.selected = found.id
        cells = layout.spot_cells(found.id)
        self.scroll_into_sight(cells[0].row if cells else found.row)

    def _follow(self, layout: Layout, spot: Spot, spot_id: int) -> None:
        node = spot.node
        match node:
            case Wikilink() if spot.target is not None:
                self.post_message(WikilinkFollowed(node, spot.target))
            case Link():
                self.post_message(LinkFollowed(node.url, spot.text))
            case Image():
                self.post_message(LinkFollowed(node.source, spot.text))
            case Chip():
                self._select_moment(spot.timestamp, card=False)
            case Tag():
                self.post_message(TagFollowed(node.name))
            case FootnoteReference() | Footnote():
                self._jump_footnote(layout, spot)
            case _ if spot.kind in _FOLDS:
                self._fold(layout, spot_id)
            case _:
                pass

    def _select_moment(self, timestamp: Timestamp | None, *, card: bool) -> None:
        if self.page is not None:
            self.post_message(MomentSelected(self.page.article, timestamp, card=card))

    def _jump_footnote(self, layout: Layout, spot: Spot) -> None:
        name = cast("FootnoteReference | Footnote", spot.node).name
        forward = spot.kind is SpotKind.FOOTNOTE
        row = layout.row_of_footnote(name) if forward else layout.row_of_reference(name)
        if row is None:
            self.post_message(
                NothingFound("The footnote has no text." if forward else "Nothing refers to it.")
            )
        else:
            self.scroll_into_sight(row)

    def _fold(self, layout: Layout, spot_id: int) -> None:
        if layout.toggle(spot_id):
            cells = layout.spot_cells(spot_id)
            self.scroll_to_row(self.top)
            if cells:
                self.scroll_into_sight(cells[0].row)
