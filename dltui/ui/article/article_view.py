"""The reader: an article drawn line by line, only where it is in sight."""

import time
from collections.abc import Iterator
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.timer import Timer

from dltui.model.location import Location
from dltui.render.folding import FoldState
from dltui.render.layout import Layout
from dltui.render.line import Line
from dltui.render.settings import LayoutSettings
from dltui.render.spot import Place, SpotKind
from dltui.ui.article.article_page import ArticlePage
from dltui.ui.article.spot_url import outside_url
from dltui.ui.keys.bindings import bindings_of
from dltui.ui.messages import Scrolled
from dltui.ui.parts.announcing import Announcer
from dltui.ui.parts.barred_view import BarredView
from dltui.ui.parts.overlay import Overlay, lay_over
from dltui.ui.parts.painter import Painter

#: How long the reader lays out ahead in one go while nothing happens; half a frame.
_IDLE_SECONDS = 0.008
#: A table's header stays in sight where the pane is so many times as high.
_LEAST_BODIES = 3
#: How long until the first frame.
_FIRST_SECONDS = 0.006
#: When it begins with what is out of sight, after an article was opened, and while a window is being resized.
_OPENED_SECONDS, _RESIZED_SECONDS = 0.03, 0.2
#: Drawn lines that are kept: some screens of them.
_KEPT_STRIPS = 160


class ArticleView(BarredView, Announcer, can_focus=True):
    """Shows one article; knows the place in it and what is selected.

    Rows, places and spots are those of `render.layout.Layout`; this class turns its lines into strips and keeps
    the text at the top of the pane where it is whenever rows move.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("reader")
    DEFAULT_CSS = (
        "ArticleView { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; height: 1fr; }"
    )

    selected: reactive[int] = reactive(-1, repaint=False)

    def __init__(self, painter: Painter, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(id=id)
        self.painter = painter
        self.settings = LayoutSettings()
        self.page: ArticlePage | None = None
        self.layout_: Layout | None = None
        self._wanted: Location | None = None
        #: The place that was at the top before the width changed, and the row that shows it now.
        self._kept: tuple[Place, int] | None = None
        self._idling: Timer | None = None
        self._urls: dict[int, str] = {}
        self._folds: dict[tuple[str, int], FoldState] = {}
        self._strips: dict[tuple[int, int, tuple[Overlay, ...]], tuple[Line, Strip]] = {}

    # What is shown

    @property
    def text_width(self) -> int:
        """Cells of a row that the scrollbar leaves, at least 1."""
        return max(1, self.scrollable_content_region.width)

    def show(self, page: ArticlePage, location: Location) -> None:
        """Show an article at a place."""
        self._remember_folds()
        self.page = page
        self.layout_ = self._kept = None
        self._urls.clear()
        self._strips.clear()
        self.set_reactive(ArticleView.selected, -1)
        self._wanted = location
        if self.size.width:
            self._lay_out()

    def repaint(self, painter: Painter) -> None:
        """Draw in another theme; nothing is laid out again."""
        self.painter = painter
        self._strips.clear()
        self.refresh()

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
        layout = self.layout_
        self._wanted = location
        if layout is None:
            return
        if location.anchor:
            row = layout.row_of_anchor(location.anchor)
        else:
            row = layout.reveal(Place(location.line, location.flow, location.offset, location.rows))
        self.selected = location.spot
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
        row = layout.ensure(max(0, row), height)
        row = layout.ensure(max(0, min(row, layout.height - height)), height)
        self._adopt(row)

    def scroll_into_sight(self, row: int) -> None:
        """Scroll as little as needed for a row to be seen with some lines around it."""
        margin = min(3, self.size.height // 4)
        if row < self.top + margin:
            self.scroll_to_row(row - margin)
        elif row >= self.top + self.size.height - margin:
            self.scroll_to_row(row - self.size.height + margin + 1)

    # Textual's side

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 -- Textual's signature
        """The keys of the article are bound here; what a subclass alone can do isn't bound in the others."""
        return hasattr(self, f"action_{action}")

    def render_line(self, y: int) -> Strip:
        """Draw one row (Line API)."""
        width, layout = self.text_width, self.layout_
        if layout is None:
            return Strip.blank(width, self.painter.style("text"))
        top = self.top
        heads = layout.header_rows(top)
        if len(heads) * _LEAST_BODIES > self.size.height:
            heads = ()
        is_head = y < len(heads)
        line = heads[y] if is_head else layout.line(top + y)
        over = () if is_head else tuple(self.overlays(top + y))
        key = id(line), width, over
        known = self._strips.get(key)
        if known is None:
            strip = self.painter.strip(line, width, link_of=self._link_of)
            # The line is kept too: only as long as it lives does nothing else have its id.
            known = self._strips[key] = line, lay_over(strip, over)
            if len(self._strips) > _KEPT_STRIPS:
                del self._strips[next(iter(self._strips))]
        return known[1]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw rows. A line that looks as it did is the strip that it was, of which nothing is worked out again."""
        if self.layout_ is not None and self.layout_.width != self.text_width:
            self.relayout(self.settings)  # before the message that says so: nothing is drawn that is too wide
        strips = [self.render_line(y) for y in crop.line_range]
        background = self.background_colors[1]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        return [strip.crop(crop.x, crop.right) for strip in strips] if crop.x else strips

    def _link_of(self, spot_id: int) -> str:
        """Where the terminal should link a spot to; empty for nowhere."""
        url = self._urls.get(spot_id)
        if url is None:
            layout, page = self.layout_, self.page
            if layout is None or page is None:
                return ""
            url = outside_url(layout.spot(spot_id), page.article.video, page.video_of)
            self._urls[spot_id] = url
        return url

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Lay out what comes into sight; rows may move, the text at the top doesn't."""
        if self.layout_ is not None and round(old_value) != round(new_value):
            settled = self.layout_.ensure(round(new_value), self.size.height)
            if settled != round(new_value):
                self._adopt(settled)
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
            self.go_to(self._wanted)
        else:
            self._bring_to_top(self.top)

    def relayout(self, settings: LayoutSettings) -> None:
        """Lay out anew at the pane's width, with other settings; the place stays."""
        self.settings = settings
        if self.layout_ is None:
            return
        place = self._read_place(self.layout_)
        at_top = self.top == 0
        self.layout_.resize(self.text_width, settings)
        if self._wanted is not None:
            self.go_to(self._wanted)
        else:
            self._bring_to_top(0 if at_top else self.layout_.row_of(place))
            self._kept = (place, self.top)
        self._idle_in(_RESIZED_SECONDS)

    def _read_place(self, layout: Layout) -> Place:
        """The place at the top; after several changes of the width it is still the one that was there at first."""
        if self._kept is not None and self._kept[1] == self.top:
            return self._kept[0]
        return layout.place_at(self.top)

    def watch_selected(self) -> None:
        """What is selected is drawn differently."""
        self.refresh()
        self.announce(Scrolled())

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
        began = time.monotonic()
        self.go_to(self._wanted or Location(page.article.path))
        # Most articles are laid out whole in one go: their height is right from the first frame on.
        self._lay_out_more(began + _FIRST_SECONDS - time.monotonic())
        self.announce(Scrolled())
        self._idle_in(_OPENED_SECONDS)

    def _remember_folds(self) -> None:
        """Who comes back finds open what was opened, as long as the text is the same."""
        if self.page is not None and self.layout_ is not None and any(self.layout_.folds):
            self._folds[_text_key(self.page)] = self.layout_.folds

    def _idle_in(self, seconds: float) -> None:
        """Lay out what is out of sight, so that the height becomes exact and jumps cost nothing."""
        if self._idling is not None:
            self._idling.stop()
            self._idling = None
        if self.layout_ is not None and not self.layout_.complete:
            self._idling = self.set_timer(seconds, self._idle)

    def _idle(self) -> None:
        self._lay_out_more(_IDLE_SECONDS)
        self._idle_in(0.02)

    def _lay_out_more(self, seconds: float) -> None:
        layout = self.layout_
        if layout is None or seconds <= 0:
            return
        place = self._read_place(layout)
        finished = layout.advance(seconds)
        top = layout.row_of(place) if self.top else 0
        if self._kept is not None:
            self._kept = (place, top)
        if finished or top != self.top:
            self._adopt(top, redraw=top != self.top)

    def _adopt(self, top: int, *, redraw: bool = True) -> None:
        """Take over the layout's height and a top row without asking it again."""
        layout = self.layout_
        if layout is None:
            return
        self.take_rows(layout.height)
        self.set_reactive(ArticleView.scroll_y, float(top))
        self.set_reactive(ArticleView.scroll_target_y, float(top))
        self.vertical_scrollbar.position = top
        if redraw:
            self.refresh()
            self.announce(Scrolled())

    def overlays(self, row: int) -> Iterator[tuple[int, int, Style]]:
        """What is laid over a row: first cell, one past the last, and the style. Later ones lie on top."""
        if self.layout_ is not None and self.selected >= 0:
            style = self.painter.style("selected")
            for at, start, end in self.layout_.spot_cells(self.selected):
                if at == row:
                    yield start, end, style

    @property
    def spot_kind(self) -> SpotKind | None:
        """The kind of what is selected."""
        return self.layout_.spot(self.selected).kind if self.layout_ and self.selected >= 0 else None


def _text_key(page: ArticlePage) -> tuple[str, int]:
    """What tells an article, as long as nobody writes in it."""
    return page.article.path, hash(page.document.body)
