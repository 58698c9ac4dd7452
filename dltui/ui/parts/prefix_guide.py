"""What can follow the first key of a sequence, above the last line, for whoever hesitates."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from dltui.render.line import Line, Span
from dltui.ui.keys.key_names import key_name
from dltui.ui.keys.key_sequences import FollowUp
from dltui.ui.parts.fit import fit, gap
from dltui.ui.parts.painter import Painter

_BETWEEN = 3
#: The most cells that one entry takes.
_WIDEST = 46


class PrefixGuide(Widget):
    """Keys and what they do, in as many columns as fit."""

    DEFAULT_CSS = (
        "PrefixGuide { layer: guide; dock: bottom; height: auto; max-height: 50%; margin-bottom: 1; }"
    )

    def __init__(self, painter: Painter, entries: Sequence[FollowUp]) -> None:
        super().__init__()
        self._painter = painter
        self._entries = entries

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 -- Textual's signature
        """A row for every full set of columns."""
        return -(-len(self._entries) // self._columns(width)[0])

    def render_line(self, y: int) -> Strip:
        """Draw one row (Line API)."""
        width = self.size.width
        columns, cells = self._columns(width)
        spans: list[Span] = []
        for entry in self._entries[y * columns : (y + 1) * columns]:
            key = f" {key_name(entry.key)} "
            label = fit(entry.label, cells - cell_len(key))
            spans += [Span(key, "bar.key"), Span(label, "text")]
            spans.append(Span(gap(cell_len(key) + cell_len(label), cells), "text"))
        return self._painter.strip(Line(tuple(spans)), width, "selection")

    def _columns(self, width: int) -> tuple[int, int]:
        """How many columns, and the cells of each."""
        longest = max((cell_len(f" {key_name(one.key)} {one.label}") for one in self._entries), default=1)
        cells = max(1, min(longest + _BETWEEN, _WIDEST, width))
        return max(1, width // cells), cells
