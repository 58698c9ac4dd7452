"""An article laid out at the width of its pane, as far as it is in sight; and the place in it."""

import time
from collections.abc import Callable
from functools import partial

from textual import events
from textual.reactive import reactive
from textual.timer import Timer

from dltui.model.location import Location
from dltui.render.folding import FoldState
from dltui.render.layout import Layout
from dltui.render.settings import LayoutSettings
from dltui.render.spot import Place
from dltui.ui.article.article_page import ArticlePage
from dltui.ui.messages import Scrolled
from dltui.ui.parts.announcing import Announcer
from dltui.ui.parts.barred_view import BarredView

#: How long the reader lays out ahead in one go while nothing happens; half a frame.
_IDLE_SECONDS = 0.008
#: How often the end is looked for where heights turn out to be other than they were guessed.
_MOST_TRIES = 8
#: How long until the first frame.
_FIRST_SECONDS = 0.002
#: When it begins with what is out of sight, after an article was opened, and while a window is being resized.
_OPENED_SECONDS, _RESIZED_SECONDS = 0.03, 0.2
#: How long what was shown before is kept.
_LEFT_SECONDS = 0.3


class LaidView(BarredView, Announcer):
    """Knows the place in one article and what is selected.

    Rows, places and spots are those of `render.layout.Layout`; the text at the top of the pane is kept where it is
    whenever rows move.
    """

    selected: reactive[int] = reactive(-1, repaint=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(id=id)
        self.settings = LayoutSettings()
        self.page: ArticlePage | None = None
        self.layout_: Layout | None = None
        self._wanted: Location | None = None
        #: The place that was at the top before the width changed, and the row that shows it now.
        self._kept: tuple[Place, int] | None = None
        self._idling: Timer | None = None
        #: What was shown before.
        self._left: list[object] = []
        self._folds: dict[tuple[str, int], FoldState] = {}

    # What is shown

    @property
    def text_width(self) -> int:
        """Cells of a row that the scrollbar leaves, at least 1."""
        return max(1, self.scrollable_content_region.width)

    def show(self, page: ArticlePage, location: Location) -> None:
        """Show an article at a place."""
        self._remember_folds()
        self._let_go_later()
        self.page = page
        self.layout_ = self._kept = None
        self.set_reactive(LaidView.selected, -1)
        self._wanted = location
        if self.size.width:
            self._lay_out()

    @property
    def top(self) -> int:
        """The row at the top of the pane."""
        return self.scroll_offset.y

    @property
    def location(self) -> Location | None:
        """Where the reader is now; None while nothing is shown."""
        if self.page is None or self.layout_ is None:
            return None
        place = self.layout_.place_at(self.top) if self.top else Place(0)
        return Location(self.page.article.path, *place, spot=self.selected)

    @property
    def progress(self) -> int | None:
        """How much of the article is above the last row in sight, in per cent; None while its height is a guess."""
        if self.layout_ is None or not self.layout_.complete:
            return None
        return min(100, round(100 * (self.top + self.size.height) / max(1, self.layout_.height)))

    def go_to(self, location: Location) -> None:
        """Go to a place of the article that is shown."""
        self._wanted = location
        if self.layout_ is not None:
            self.selected = location.spot if self.layout_.has_spot(location.spot) else -1
            self._bring_back(self.layout_, location)

    def _bring_back(self, layout: Layout, location: Location) -> None:
        """Bring a place to the top, as far as that can be told by now; what is selected stays so."""
        if location.anchor:
            row = layout.row_of_anchor(location.anchor)
        else:
            row = layout.reveal(Place(location.line, location.flow, location.offset, location.rows))
        self._bring_to_top(row or 0)

    def scroll_to_row(self, row: int) -> None:
        """Bring a row to the top of the pane, or as near as the article's end allows."""
        self._wanted = None
        self._bring_to_top(row)

    def _bring_to_top(self, row: int) -> None:
        layout = self.layout_
        if layout is None:
            return
        height = self.size.height
        to_end = row + height >= layout.height
        row = layout.ensure(max(0, row), height)
        for _ in range(_MOST_TRIES):
            end = max(0, layout.height - height)
            row = layout.ensure(end if to_end else min(row, end), height)
            # What was laid out just now may have moved the end.
            end = max(0, layout.height - height)
            if row == end or (row < end and not to_end):
                break
        self._adopt(row)

    def scroll_into_sight(self, row: int) -> None:
        """Scroll as little as needed for a row to be seen with some lines around it."""
        margin = min(3, self.size.height // 4)
        if row < self.top + margin:
            self.scroll_to_row(row - margin)
        elif row >= self.top + self.size.height - margin:
            self.scroll_to_row(row - self.size.height + margin + 1)

    # Textual's side

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out what comes into sight; rows may move, the text at the top doesn't."""
        if self.layout_ is not None and round(old_value) != round(new_value):
            settled = self.layout_.ensure(round(new_value), self.size.height)
            if settled != round(new_value):
                self._adopt(settled)
            elif self.layout_.height != self.virtual_size.height:
                self.take_rows(self.layout_.height)
            self.announce(Scrolled())
        super().watch_scroll_y(old_value, new_value)

    def on_resize(self, _event: events.Resize) -> None:
        """The text at the top stays at the top at another width."""
        if self.page is None:
            return
        if self.layout_ is None:
            self._lay_out()
        elif self.layout_.width != self.text_width:
            self.relayout(self.settings)
        elif self._wanted is not None:
            self._bring_back(self.layout_, self._wanted)
        else:
            self._bring_to_top(self.top)

    def relayout(self, settings: LayoutSettings) -> None:
        """Lay out anew at the pane's width, with other settings; the place stays."""
        self.settings = settings
        if self.layout_ is None:
            return
        place = self._read_place(self.layout_) if self.top else None
        self.layout_.resize(self.text_width, settings)
        self._lay_out_first(partial(self._return_to, place))
        self._idle_in(_RESIZED_SECONDS)

    def _return_to(self, place: Place | None) -> None:
        if self.layout_ is not None and self._wanted is not None:
            self._bring_back(self.layout_, self._wanted)
        elif self.layout_ is not None:
            self._bring_to_top(0 if place is None else self.layout_.row_of(place))
            self._kept = (place, self.top) if place is not None else None

    def _read_place(self, layout: Layout) -> Place:
        """The place at the top; after several changes of the width it is still the one that was there at first."""
        if self._kept is not None and self._kept[1] == self.top:
            return self._kept[0]
        return layout.place_at(self.top)

    # Inner works

    def _lay_out(self) -> None:
        page = self.page
        if page is None:
            return
        self.layout_ = Layout(
            page.document,
            self.text_width,
            settings=self.settings,
            resolve=page.resolve,
            read=page.read,
            header=page.header,
            folds=self._folds.get(_text_key(page)),
        )
        self._lay_out_first(partial(self.go_to, self._wanted or Location(page.article.path)))
        self.announce(Scrolled())
        self._idle_in(_OPENED_SECONDS)

    def _lay_out_first(self, go: Callable[[], None]) -> None:
        """Lay out what is to be seen; most articles whole, so that their height is right from the first frame on."""
        began = time.monotonic()
        go()
        left = began + _FIRST_SECONDS - time.monotonic()
        if self.layout_ is not None and not self.layout_.complete and left > 0:
            self.layout_.advance(left)
            go()

    def _remember_folds(self) -> None:
        """Who comes back finds open what was opened, as long as the text is the same."""
        if self.page is not None and self.layout_ is not None and any(self.layout_.folds):
            self._folds[_text_key(self.page)] = self.layout_.folds

    def _let_go_later(self) -> None:
        """Taking a large article apart takes as long as laying out a small one: not before that is seen."""
        self._left = [self.page, self.layout_]
        self.set_timer(_LEFT_SECONDS, self._left.clear)

    def _idle_in(self, seconds: float) -> None:
        """Lay out what is out of sight, so that the height becomes exact and jumps cost nothing."""
        if self._idling is not None:
            self._idling.stop()
            self._idling = None
        if self.layout_ is not None and not self.layout_.complete:
            self._idling = self.set_timer(seconds, self._idle)

    def _idle(self) -> None:
        layout = self.layout_
        if layout is None:
            return
        place = self._read_place(layout)
        finished = layout.advance(_IDLE_SECONDS)
        if finished and self._wanted is not None and self.top:
            # Only now is it known how near to the top a place close to the end can come.
            self._bring_back(layout, self._wanted)
            return
        top = layout.row_of(place) if self.top else 0
        if finished:
            top = max(0, min(top, layout.height - self.size.height))
        if self._kept is not None:
            self._kept = (place, top)
        if finished or top != self.top:
            self._adopt(top, redraw=top != self.top)
        self._idle_in(0.02)

    def _adopt(self, top: int, *, redraw: bool = True) -> None:
        """Take over the layout's height and a top row without asking it again."""
        layout = self.layout_
        if layout is None:
            return
        self.take_rows(layout.height)
        self.set_reactive(LaidView.scroll_y, float(top))
        self.set_reactive(LaidView.scroll_target_y, float(top))
        self.vertical_scrollbar.position = top
        if redraw:
            self.refresh()
            self.announce(Scrolled())


def _text_key(page: ArticlePage) -> tuple[str, int]:
    """What tells an article, as long as nobody writes in it."""
    return page.article.path, hash(page.document.body)
