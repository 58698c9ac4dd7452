"""Rows that scroll: a scrollbar that is drawn only when it looks different, and rows that come without a new layout."""

from typing import ClassVar

from rich.color import Color
from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from dltui.ui.parts.painter import Painter


class _WholeCells(ScrollBarRender):
    """A bar of colours alone: Textual's ends in blocks that fill a part of their cell."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]


class SlimBar(ScrollBar):
    """Textual's scrollbar, without the detour over a console: that costs more than the rows beside it."""

    position: Reactive[float] = Reactive(0, repaint=False)
    window_virtual_size: Reactive[int] = Reactive(100, repaint=False)

    def __init__(self, view: "BarredView") -> None:
        super().__init__(vertical=True, name="vertical", thickness=view.scrollbar_size_vertical)
        self._view = view
        self._strips: dict[Segment, Strip] = {}
        self._drawn: list[Strip] = []

    def watch_position(self) -> None:
        """In a long text most steps don't move the bar."""
        if self._column() != self._drawn:
            self.refresh()

    def watch_window_virtual_size(self) -> None:
        """Nor does it move where a height turns out a little other than it was guessed."""
        self.watch_position()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the bar."""
        self._drawn = strips = self._column()
        background = self.background_colors[1]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        return strips[crop.y : crop.bottom]

    def _column(self) -> list[Strip]:
        width, height = self.size
        style = self._view.painter.bar(
            "primary" if self.grabbed else "secondary" if self.mouse_over else "border"
        )
        drawn = (_WholeCells if self._view.painter.ascii_marks else ScrollBarRender).render_bar(
            height,
            self.window_virtual_size,
            self.window_size if self.window_size < self.window_virtual_size else 0,
            self.position,
            width,
            back_color=style.bgcolor or Color.default(),
            bar_color=style.color or Color.default(),
        )
        strips = self._strips
        for segment in drawn.segments:
            if segment not in strips:
                strips[segment] = Strip([segment], width)
        return [strips[segment] for segment in drawn.segments]


class BarredView(ScrollView):
    """A view of rows that are drawn one by one, and the bar beside them with the same painter."""

    painter: Painter

    def repaint(self, painter: Painter) -> None:
        """Draw in another theme."""
        self.painter = painter
        self.refresh()
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.refresh()

    def on_focus(self, event: events.Focus) -> None:
        """Textual draws all rows anew and asks the style sheet; here those that look different draw themselves."""
        event.prevent_default()
        self._take_focus(events.DescendantFocus(self), has_focus=True)

    def on_blur(self, event: events.Blur) -> None:
        """See `on_focus`."""
        event.prevent_default()
        self._take_focus(events.DescendantBlur(self), has_focus=False)

    def focus_moved(self) -> None:
        """Draw what looks different now; nothing does if a subclass doesn't say so."""

    def _take_focus(self, message: events.Event, *, has_focus: bool) -> None:
        self.set_reactive(BarredView.has_focus, has_focus)
        self.focus_moved()
        if self.parent is not None:
            self.parent.post_message(message)

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """See Widget."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = SlimBar(self)
            bar.display = False
            self.app._start_widget(self, bar)  # noqa: SLF001 -- Textual makes its own bar in this place, and so
        return self._vertical_scrollbar

    def take_rows(self, rows: int) -> None:
        """Say how many rows there are; only a bar that comes or goes lays the screen out anew."""
        size = Size(self.size.width, rows)
        has_bar = self.show_vertical_scrollbar
        if self.styles.overflow_y != "scroll" and has_bar != (rows > self.size.height):
            self.virtual_size = size
        elif size != self.virtual_size:
            self.set_reactive(BarredView.virtual_size, size)
            if has_bar:
                self.vertical_scrollbar.window_virtual_size = rows
