"""A list of any length that draws only the rows in sight: the tree, the hits and every menu are made of it."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from dltui.render.line import Line, Span
from dltui.ui.keys.bindings import bindings_of
from dltui.ui.parts.announcing import Announcer
from dltui.ui.parts.barred_view import BarredView
from dltui.ui.parts.fit import fit
from dltui.ui.parts.painter import Painter


class RowList(BarredView, Announcer, can_focus=True):
    """Rows with a cursor. Subclasses say how many rows there are and what each line of a row shows."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("list")
    DEFAULT_CSS = "RowList { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; height: 1fr; }"

    cursor: reactive[int] = reactive(0, repaint=False)

    #: How many screen rows one row of the list takes, where all take as many.
    row_height: ClassVar[int] = 1
    #: Whether the cursor is drawn bright also while something else has the focus.
    always_lit: ClassVar[bool] = False
    #: What is said where there is no row.
    empty: str = ""
    #: The role of what lies below the rows.
    surface: ClassVar[str] = "panel"

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, row_list: "RowList", index: int) -> None:
            self.row_list = row_list
            self.index = index
            super().__init__()

        @property
        def control(self) -> "RowList":
            """The list."""
            return self.row_list

    class Chosen(Moved):
        """A row was opened, with Enter or a click."""

    def __init__(self, painter: Painter, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 -- Textual's own name
        super().__init__(id=id, classes=classes)
        self.painter = painter
        #: What each screen row shows since it was drawn last.
        self._drawn: dict[int, Line] = {}

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return 0

    def row_line(self, index: int, part: int, width: int) -> Line:
        """What one screen row of a row shows.

        Args:
            index: which row.
            part: which of its screen rows.
            width: cells there are; a longer line is cut.
        """
        raise IndexError((index, part, width))

    def url_of(self, index: int) -> str:  # noqa: ARG002 -- for subclasses
        """Where the terminal should link the spots of a row to; empty for nowhere."""
        return ""

    # Where the rows stand; a subclass whose rows differ in height says so with these two.

    def top_of(self, index: int) -> int:
        """The screen row, from the top of the list, where a row begins; for the number of rows where the last ends."""
        return index * self.row_height

    def index_at(self, y: int) -> int:
        """The row that holds a screen row; beyond the last one, the number of rows or more."""
        return y // self.row_height

    def height_of(self, index: int) -> int:
        """How many screen rows a row takes."""
        return self.top_of(index + 1) - self.top_of(index)

    def rows_changed(self, cursor: int | None = None) -> None:
        """Draw anew after the rows have changed; the cursor is kept within them, or put where it should stand."""
        self.take_rows(self.top_of(self.row_count))
        wanted = self.cursor if cursor is None else cursor
        self.cursor = max(0, min(wanted, self.row_count - 1))
        self._show_cursor()
        self.refresh()

    def looks_changed(self) -> None:
        """Draw those rows in sight anew that look different now; which rows there are hasn't changed."""
        for y in range(self.size.height):
            line = self._line_at(y)
            if line is not None and line != self._drawn.get(y):
                self.refresh(Region(0, y, self.size.width, 1))

    def rows_in_sight(self) -> range:
        """The rows of which something is in sight."""
        top = self.scroll_offset.y
        return range(
            self.index_at(top), min(self.index_at(top + max(0, self.size.height - 1)) + 1, self.row_count)
        )

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, self.row_count - 1))

    def watch_cursor(self, before: int, after: int) -> None:
        """Redraw the two rows that changed and tell who listens."""
        if before == after:
            return
        self._refresh_row(before)
        self._refresh_row(after)
        self._show_cursor()
        if self.row_count:
            self.announce(self.Moved(self, after))

    def focus_moved(self) -> None:
        """The cursor is drawn brighter while the list has the focus."""
        self._refresh_row(self.cursor)

    def on_resize(self, _event: events.Resize) -> None:
        """Rows are drawn to the width."""
        self.take_rows(self.top_of(self.row_count))
        self._show_cursor()

    def render_line(self, y: int) -> Strip:
        """Draw one screen row (Line API)."""
        width = self.scrollable_content_region.width
        if not self.row_count and y == 0:
            line = Line((Span(f" {fit(self.empty, width - 2)}", "quiet"),))
            return self.painter.strip(line, width, self.surface)
        index = self.index_at(y + self.scroll_offset.y)
        if not 0 <= index < self.row_count:
            return Strip.blank(width, self.painter.style("text", self.surface))
        surface = self.surface
        if index == self.cursor:
            surface = "selection" if self.has_focus or self.always_lit else "selection.faint"
        self._drawn[y] = line = self._line_at(y) or Line(())
        return self.painter.strip(line, width, surface, lambda _spot: self.url_of(index))

    def _line_at(self, y: int) -> Line | None:
        """What stands on a screen row; None below the last."""
        index = self.index_at(y + self.scroll_offset.y)
        if not 0 <= index < self.row_count:
            return None
        part = y + self.scroll_offset.y - self.top_of(index)
        return self.row_line(index, part, self.scrollable_content_region.width)

    def action_move(self, rows: int) -> None:
        """Move the cursor by rows."""
        self.cursor += rows

    def action_page(self, pages: float) -> None:
        """Move the cursor by a part of what is in sight."""
        top = self.scroll_offset.y
        in_sight = max(1, self.index_at(top + self.size.height) - self.index_at(top))
        self.cursor += int(max(1, abs(pages) * in_sight) * (1 if pages > 0 else -1))

    def action_first(self) -> None:
        """Go to the first row."""
        self.cursor = 0

    def action_last(self) -> None:
        """Go to the last row."""
        self.cursor = self.row_count - 1

    def action_choose(self) -> None:
        """Open the row under the cursor."""
        if self.row_count:
            self.announce(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor there and opens."""
        index = self.index_at(event.y + self.scroll_offset.y)
        if 0 <= index < self.row_count:
            self.cursor = index
            self.action_choose()

    def _refresh_row(self, index: int) -> None:
        if index >= self.row_count:
            return
        top, rows = self.top_of(index) - self.scroll_offset.y, self.height_of(index)
        if -rows < top < self.size.height:
            self.refresh(Region(0, max(0, top), self.size.width, rows))

    def _show_cursor(self) -> None:
        height = self.size.height
        if not height or not self.row_count:
            return
        top, bottom = self.top_of(self.cursor), self.top_of(self.cursor + 1)
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True)
        elif bottom > self.scroll_offset.y + height:
            # The row at the top is a whole one.
            first = self.index_at(bottom - height - 1) + 1
            self.scroll_to(y=min(top, self.top_of(first)), animate=False, immediate=True)
