"""What the mouse does in the article besides clicking: it scrolls, and selects text, which is sent to the clipboard."""

from collections.abc import Iterator

from rich.style import Style
from textual import events, on
from textual.scrollbar import ScrollDown, ScrollTo, ScrollUp

from dltui.model.location import Location
from dltui.ui.article.article_page import ArticlePage
from dltui.ui.article.article_walk import WalkableView
from dltui.ui.article.dragged_text import Cell, cells_between, text_between
from dltui.ui.messages import CopyWanted

_LEFT_BUTTON = 1


class DraggedView(WalkableView):
    """An article in which one can drag."""

    _pressed: Cell | None = None
    _dragged: Cell | None = None
    _is_dragging = False

    def show(self, page: ArticlePage, location: Location) -> None:
        """Show an article; nothing of the one before stays selected."""
        self.clear_drag()
        super().show(page, location)

    def clear_drag(self) -> None:
        """Select no text any more."""
        if self._dragged is not None:
            self.refresh()
        self._pressed = self._dragged = None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Text is selected from here on."""
        self.clear_drag()
        if event.button == _LEFT_BUTTON and self.layout_ is not None:
            self._pressed = Cell(self.top + event.y, event.x)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to here; beyond the pane's edge the article scrolls."""
        if self._pressed is None or event.button != _LEFT_BUTTON or self.layout_ is None:
            return
        self._is_dragging = True
        self.capture_mouse()
        if not 0 <= event.y < self.size.height:
            self.action_scroll_rows(1 if event.y > 0 else -1)
        row = self.top + max(0, min(event.y, self.size.height - 1))
        self._dragged = Cell(row, max(0, event.x))
        self.refresh()

    def on_mouse_up(self) -> None:
        """Send what is selected."""
        self.release_mouse()
        pressed, dragged = self._pressed, self._dragged
        if self._is_dragging and pressed and dragged and self.layout_ is not None:
            text = text_between(self.layout_, *sorted((pressed, dragged)))
            if text:
                self.announce(CopyWanted(text, "selected text"))

    @on(events.MouseScrollUp)
    @on(events.MouseScrollDown)
    @on(ScrollUp)
    @on(ScrollDown)
    @on(ScrollTo)
    def _scrolled_by_hand(self) -> None:
        """With the wheel or the scrollbar one leaves the place that was asked for, as with a key."""
        self._wanted = None

    def was_dragged(self) -> bool:
        """Whether a click ends a drag, and so isn't one; asked once for each click."""
        was, self._is_dragging = self._is_dragging, False
        return was

    def overlays(self, row: int) -> Iterator[tuple[int, int, Style]]:
        """See ArticleView; selected text lies on top."""
        yield from super().overlays(row)
        if self.layout_ is not None and self._pressed and self._dragged:
            first, last = sorted((self._pressed, self._dragged))
            if first.row <= row <= last.row:
                start, end = cells_between(self.layout_, row, first, last)
                yield start, end, self.painter.style("match.current")
