"""The reader: an article drawn line by line, only where it is in sight."""

from collections.abc import Iterator
from typing import ClassVar

from rich.style import Style
from textual.binding import BindingType
from textual.geometry import Region
from textual.strip import Strip

from dltui.model.location import Location
from dltui.render.line import Line
from dltui.render.spot import SpotKind
from dltui.ui.article.article_page import ArticlePage
from dltui.ui.article.laid_view import LaidView
from dltui.ui.article.spot_url import outside_url
from dltui.ui.keys.bindings import bindings_of
from dltui.ui.messages import Scrolled
from dltui.ui.parts.overlay import Overlay, lay_over
from dltui.ui.parts.painter import Painter

#: A table's header stays in sight where the pane is so many times as high.
_LEAST_BODIES = 3
#: Drawn lines that are kept: some screens of them.
_KEPT_STRIPS = 160


class ArticleView(LaidView, can_focus=True):
    """Shows one article: turns its lines into strips."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("reader")
    DEFAULT_CSS = (
        "ArticleView { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; height: 1fr; }"
    )

    def __init__(self, painter: Painter, *, id: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(id=id)
        self.painter = painter
        self._urls: dict[int, str] = {}
        self._strips: dict[tuple[int, int, tuple[Overlay, ...]], tuple[Line, Strip]] = {}

    def show(self, page: ArticlePage, location: Location) -> None:
        """Show an article at a place."""
        self._urls.clear()
        self._strips.clear()
        super().show(page, location)

    def repaint(self, painter: Painter) -> None:
        """Draw in another theme; nothing is laid out again."""
        self._strips.clear()
        super().repaint(painter)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 -- Textual's signature
        """The keys of the article are bound here; what a subclass alone can do isn't bound in the others."""
        return hasattr(self, f"action_{action}")

    def render_line(self, y: int) -> Strip:
        """Draw one row (Line API)."""
        layout = self.layout_
        if layout is None:
            return Strip.blank(self.text_width, self.painter.style("text"))
        width = layout.width
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
            strip = self.painter.strip_of_page(line, width, link_of=self._link_of)
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

    def watch_selected(self) -> None:
        """What is selected is drawn differently."""
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
