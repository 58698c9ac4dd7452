"""What the terminal shows already isn't sent again: a key costs what it changes, also over a slow line."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from operator import is_not

from rich.color import ColorSystem
from rich.console import Console, ConsoleOptions, RenderResult
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate  # the only seam before the bytes
from textual.strip import Strip

from dltui.ui.terminal.doubtful_cells import stretches
from dltui.ui.terminal.strip_cells import Cell, Look, StripCells

#: Unchanged cells between two changed ones that are sent along: moving the cursor costs as much.
_BRIDGED_CELLS = 7


class _Row:
    """A row of the screen.

    Attributes:
        cells: what was sent last; None for what isn't known.
        strips: those that stand there whole, by their columns.
        doubtful: the columns of strips whose text may have run over its cells.
    """

    __slots__ = ("cells", "doubtful", "strips")

    def __init__(self) -> None:
        self.cells: list[Cell | None] = []
        self.strips: dict[int, Strip] = {}
        self.doubtful: set[int] = set()

    def draw(self, x: int, strip: Strip, cells: Sequence[Cell]) -> list[tuple[int, int]]:
        """Take over the cells of a strip; the runs of them that differ from what was there, half open."""
        end = x + len(cells)
        for at in [at for at, other in self.strips.items() if at < end and at + other.cell_length > x]:
            del self.strips[at]
        self.strips[x] = strip
        self.cells += [None] * (end - len(self.cells))
        changed = list(compress(range(len(cells)), map(is_not, self.cells[x:end], cells)))
        self.cells[x:end] = cells
        return list(_bridged(changed)) if changed else []

    def forget_from(self, end: int) -> None:
        """What stands behind a text that may have run over its cells isn't known any more."""
        del self.cells[end:]
        self.strips = {at: strip for at, strip in self.strips.items() if at < end}


class ShownCells:
    """Remembers every cell of the screen as it was sent last."""

    def __init__(self) -> None:
        self._rows: dict[int, _Row] = {}
        self._cells = StripCells()

    def forget(self) -> None:
        """The terminal was written to by somebody else, resized or cleared."""
        self._rows.clear()

    def only_news(self, update: object, console: Console) -> object:
        """The part of an update that changes something; what isn't one of the compositor's passes as it is."""
        if isinstance(update, LayoutUpdate):
            pieces = _drawn_strips(update)
        elif isinstance(update, ChopsUpdate):
            pieces = _drawn_chops(update)
        else:
            self.forget()
            return update
        system = ColorSystem.TRUECOLOR if console._color_system is None else console._color_system  # noqa: SLF001 -- Textual asks it too
        if system is not self._cells.system:
            self._cells = StripCells(system)
        return _Sequence(written(news for x, y, strip in pieces for news in self._news(x, y, strip)))

    def _news(self, x: int, y: int, strip: Strip) -> Iterator[tuple[int, int, Sequence[Cell]]]:
        """The runs of cells that differ from what is shown: column, row, cells. They are shown from now on."""
        row = self._rows.get(y)
        if row is None:
            row = self._rows[y] = _Row()
        elif row.strips.get(x) is strip:
            return
        _, cells, doubtful = self._cells.of(strip)
        changed = row.draw(x, strip, cells)
        if changed and (doubtful or row.doubtful):
            yield from ((x + start, y, run) for start, run in _held_in_place(cells))
        else:
            for start, stop in changed:
                # Only a whole wide character can be sent; its text stands in its first cell.
                first = next(at for at in range(start, -1, -1) if at == 0 or cells[at].text)
                yield x + first, y, cells[first:stop]
        if not doubtful:
            row.doubtful.discard(x)
            return
        row.doubtful.add(x)
        if changed:
            row.forget_from(x + len(cells))


def _held_in_place(cells: Sequence[Cell]) -> Iterator[tuple[int, Sequence[Cell]]]:
    """A whole row in runs: what follows doubtful text stands where it should, and nothing of older text beside it."""
    at = 0
    for start, stop, slack in stretches([cell.text for cell in cells]):
        yield at, cells[at:start]
        yield start, [cell._replace(text=" ") for cell in cells[start : stop + slack]]
        yield start, cells[start:stop]
        at = stop + slack
    yield at, cells[at:]


def _bridged(changed: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Runs of cells, half open, joined over short gaps."""
    start = stop = None
    for at in changed:
        if start is None or stop is None:
            start = at
        elif at - stop > _BRIDGED_CELLS:
            yield start, stop
            start = at
        stop = at + 1
    if start is not None and stop is not None:
        yield start, stop


def _drawn_strips(update: LayoutUpdate) -> Iterator[tuple[int, int, Strip]]:
    """What a full update draws: column, row, strip."""
    for y, strips in enumerate(update.strips, update.region.y):
        x = update.region.x
        for strip in strips:
            yield x, y, strip
            x += strip.cell_length


def _drawn_chops(update: ChopsUpdate) -> Iterator[tuple[int, int, Strip]]:
    """What a partial update draws: column, row, strip. Beyond its spans nothing is, whatever the chops hold."""
    for y, start, stop in update.spans:
        for x, strip in update.chops[y].items():
            if strip is not None and x < stop and x + strip.cell_length > start:
                yield x, y, strip if x + strip.cell_length <= stop else strip.crop(0, stop - x)


def written(runs: Iterable[tuple[int, int, Sequence[Cell]]]) -> str:
    """Runs of cells as the terminal wants them: cursor, colours where they change, characters."""
    out: list[str] = []
    look = Look()
    for x, y, cells in runs:
        out.append(f"\x1b[{y + 1};{x + 1}H")
        for text, wanted in cells:
            if wanted is not look and wanted != look:
                if wanted.link != look.link:
                    out.append(f"\x1b]8;;{wanted.link}\x1b\\")
                out.append(f"\x1b[0;{wanted.codes}m" if wanted.codes else "\x1b[0m")
                look = wanted
            out.append(text)
    if look.link:
        out.append("\x1b]8;;\x1b\\")
    if look.codes:
        out.append("\x1b[0m")
    return "".join(out)


class _Sequence(CompositorUpdate):
    """Characters and escape sequences, ready to be sent."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __bool__(self) -> bool:
        return bool(self._text)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from ()

    def render_segments(self, _console: Console) -> str:
        return self._text
