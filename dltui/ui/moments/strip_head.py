"""A strip of a video with its title and its ruler."""

from collections.abc import Iterable, Sequence

from textual.strip import Strip
from textual.widget import Widget

from dltui.render.line import BLANK, Line, Span
from dltui.ui.moments.video_strip import cell_of, ruler, strip_counts, strip_spans
from dltui.ui.parts.fit import fit
from dltui.ui.parts.painter import Painter


class StripHead(Widget):
    """Three rows: what it is, where in the video the moments are, and the times below."""

    DEFAULT_CSS = "StripHead { height: 4; }"

    def __init__(self, painter: Painter) -> None:
        super().__init__()
        self.painter = painter
        self._title = ""
        self._seconds: Sequence[int] = ()
        self._ranges: Sequence[tuple[int, int]] = ()
        self._length = 1
        self._lit: frozenset[int] = frozenset()

    def show(
        self, title: str, seconds: Sequence[int], length_seconds: int, ranges: Sequence[tuple[int, int]]
    ) -> None:
        """Show other moments.

        Args:
            title: above the strip.
            seconds: of all moments.
            length_seconds: of the video.
            ranges: first and last second of those that last.
        """
        self._title, self._seconds, self._length, self._ranges = title, seconds, length_seconds, ranges
        self.refresh()

    def light(self, seconds: Iterable[int]) -> None:
        """Light the cells of some of the moments."""
        lit = frozenset(seconds)
        if lit != self._lit:
            self._lit = lit
            self.refresh()

    def repaint(self, painter: Painter) -> None:
        """Draw in another theme."""
        self.painter = painter
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one row (Line API)."""
        width = self.size.width
        cells = max(0, width - 2)
        line = BLANK
        if y == 0:
            line = Line((Span(f" {fit(self._title, cells)}", "tree.category"),))
        elif self._seconds and y == 1:
            counts = strip_counts(self._seconds, self._length, cells, self._ranges)
            here = {cell_of(seconds, self._length, cells) for seconds in self._lit}
            line = Line((Span(" ", "text"), *strip_spans(counts, here, "quiet", "moment")))
        elif self._seconds and y == 2:
            line = Line((Span(f" {ruler(self._length, cells)}", "quiet"),))
        return self.painter.strip(line, width, "panel")
