"""What the terminal shows already needn't be sent again."""

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderResult
from rich.control import Control
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate  # the only seam before the bytes
from textual.strip import Strip


class ShownRows:
    """Remembers each row of the screen as it was sent last."""

    def __init__(self) -> None:
        self._rows: dict[int, str] = {}

    def forget(self) -> None:
        """The terminal was written to by somebody else, or cleared."""
        self._rows.clear()

    def only_news(self, update: object, console: Console) -> object:
        """The part of an update that changes something; other updates than Textual's own pass as they are."""
        if isinstance(update, LayoutUpdate) and update.region.x == 0:
            return _RowsUpdate(self._news(update, console))
        if isinstance(update, ChopsUpdate):
            for y, *_ in update.spans:
                self._rows.pop(y, None)
        elif isinstance(update, CompositorUpdate):
            self.forget()
        return update

    def _news(self, update: LayoutUpdate, console: Console) -> list[tuple[int, str]]:
        news = []
        for y, parts in enumerate(update.strips, update.region.y):
            drawn = Strip.join(list(parts)).discard_meta().simplify().render(console)
            if self._rows.get(y) != drawn:
                self._rows[y] = drawn
                news.append((y, drawn))
        return news


class _RowsUpdate(CompositorUpdate):
    """Some rows of the screen, ready to be sent."""

    def __init__(self, rows: Iterable[tuple[int, str]]) -> None:
        self._rows = list(rows)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from ()

    def render_segments(self, _console: Console) -> str:
        return "".join(f"{Control.move_to(0, y).segment.text}{drawn}" for y, drawn in self._rows)
