"""Where on the pane something is drawn: how far from the left, how wide, and what stands left of it."""

from dltui.render.line import Span
from dltui.render.settings import LayoutSettings
from dltui.render.text.cells import cells

NARROWEST = 6
"""Cells that text needs; a frame that would leave less is not drawn around it."""
_MARGINLESS = 30


class Frame:
    """A rectangle of unknown height.

    Args:
        first: spans left of its first row, and `rest`, as wide, left of the others; inside the outer frame.
        width: cells for text.
        room: cells for what may be wider than text (tables, code).
        spare: how many of them are left of the frame, where it may be moved.
        outer: the frame it stands in; None for the pane.
    """

    __slots__ = ("_first", "_fresh", "_outer", "_prefix", "_rest", "_spare", "left", "room", "width")

    def __init__(
        self,
        first: tuple[Span, ...],
        rest: tuple[Span, ...],
        *,
        width: int,
        room: int,
        spare: int = 0,
        outer: "Frame | None" = None,
    ) -> None:
        self._first, self._rest, self._outer = first, rest, outer
        self.left: int = sum(cells(span.text) for span in rest) + (outer.left if outer else 0)
        self.width = width
        self.room = room
        self._spare = spare
        self._fresh = True
        self._prefix: tuple[Span, ...] | None = None

    def inside(self, first: tuple[Span, ...], rest: tuple[Span, ...]) -> "Frame | None":
        """A frame within this one; None if it would be too narrow for text."""
        taken = sum(cells(span.text) for span in rest)
        if self.width - taken < NARROWEST:
            return None
        room = self.room - self._spare - taken
        return Frame(first, rest, width=self.width - taken, room=room, outer=self)

    def widened(self, width: int) -> "Frame":
        """A frame for something wider than text, at most as wide as `room`; moved to the left only where it must."""
        moved = width - (self.room - self._spare)
        if moved <= 0 or not self._spare:
            return self
        left = self.left - min(moved, self._spare)
        margin = (Span(" " * left, ""),)
        return Frame(margin, margin, width=width, room=self.room)

    @property
    def fresh(self) -> bool:
        """Whether nothing has been drawn in it yet."""
        return self._fresh

    def prefix(self) -> tuple[Span, ...]:
        """The spans left of the next row, which is drawn now."""
        if self._prefix is not None:
            return self._prefix
        outer = self._outer.prefix() if self._outer else ()
        if self._fresh:
            self._fresh = False
            return outer + self._first
        prefix = outer + self._rest
        if self._outer is None or self._outer._prefix is not None:  # noqa: SLF001 - of the same class
            self._prefix = prefix
        return prefix


def page_frame(width: int, settings: LayoutSettings) -> Frame:
    """The text column of a pane of that width. A narrow pane has no margins."""
    width = max(2, width)
    margin = max(0, min(settings.margin, (width - _MARGINLESS) // 5))
    room = width - 2 * margin
    column = max(2, min(settings.column, room))
    left = (width - column) // 2 if settings.centred else margin
    blank = (Span(" " * left, ""),) if left else ()
    return Frame(blank, blank, width=column, room=room, spare=left - margin)
