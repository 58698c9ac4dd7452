"""What the terminal shows already isn't sent again: a key costs what it changes, also over a slow line."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.cells import split_graphemes
from rich.color import ColorSystem
from rich.console import Console, ConsoleOptions, RenderResult
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate  # the only seam before the bytes
from textual.strip import Strip

from dltui.render.text.cells import is_narrow
from dltui.ui.terminal.doubtful_cells import is_doubtful, stretches

#: Unchanged cells between two changed ones that are sent along: moving the cursor costs as much.
_BRIDGED_CELLS = 7


class Look(NamedTuple):
    """How a cell looks: SGR parameters, and the URL it links to."""

    codes: str = ""
    link: str = ""


class Cell(NamedTuple):
    """One cell. The right half of a wide character is a cell without text."""

    text: str
    look: Look


class ShownCells:
    """Remembers every cell of the screen as it was sent last."""

    def __init__(self) -> None:
        self._rows: dict[int, list[Cell | None]] = {}
        #: Where each row's strips begin whose text may have run over its cells.
        self._doubtful: dict[int, set[int]] = {}

    def forget(self) -> None:
        """The terminal was written to by somebody else, resized or cleared."""
        self._rows.clear()
        self._doubtful.clear()

    def only_news(self, update: object, console: Console) -> object:
        """The part of an update that changes something; what isn't one of the compositor's passes as it is."""
        system = ColorSystem.TRUECOLOR if console._color_system is None else console._color_system  # noqa: SLF001 -- Textual asks it too
        pieces: Iterable[tuple[int, int, Strip]]
        if isinstance(update, LayoutUpdate):
            x = update.region.x
            pieces = (
                (x, y, Strip.join(list(parts))) for y, parts in enumerate(update.strips, update.region.y)
            )
        elif isinstance(update, ChopsUpdate):
            pieces = _drawn_chops(update)
        else:
            self.forget()
            return update
        news = (run for x, y, strip in pieces for run in self._strip_news(x, y, strip, system))
        return _Sequence(written(news))

    def _strip_news(
        self, x: int, y: int, strip: Strip, system: ColorSystem
    ) -> Iterator[tuple[int, int, Sequence[Cell]]]:
        cells = cells_of(strip, system)
        doubtful = is_doubtful(strip.text)
        if not doubtful and y not in self._doubtful:
            yield from self._news(x, y, cells)
        elif any(True for _ in self._news(x, y, cells)):
            yield from ((x + start, y, run) for start, run in _held_in_place(cells))
        _note(self._doubtful, y, x, doubtful=doubtful)

    def _news(self, x: int, y: int, cells: Sequence[Cell]) -> Iterator[tuple[int, int, Sequence[Cell]]]:
        """The runs of cells that differ from what is shown: column, row, cells. They are shown from now on."""
        row = self._rows.setdefault(y, [])
        end = x + len(cells)
        row += [None] * (end - len(row))
        changed = [at for at in range(x, end) if row[at] != cells[at - x]]
        row[x:end] = cells
        for start, stop in _bridged(changed):
            # Only a whole wide character can be sent; its text stands in its first cell.
            first = next(at for at in range(start, x - 1, -1) if at == x or cells[at - x].text)
            yield first, y, cells[first - x : stop - x]


def _note(rows: dict[int, set[int]], y: int, x: int, *, doubtful: bool) -> None:
    if doubtful:
        rows.setdefault(y, set()).add(x)
    elif y in rows:
        rows[y].discard(x)
        if not rows[y]:
            del rows[y]


def _held_in_place(cells: Sequence[Cell]) -> Iterator[tuple[int, Sequence[Cell]]]:
    """A whole row in runs: what follows doubtful text stands where it should, and nothing of older text beside it."""
    at = 0
    for start, stop, slack in stretches([cell.text for cell in cells]):
        yield at, cells[at:start]
        yield start, [cell._replace(text=" ") for cell in cells[start : stop + slack]]
        yield start, cells[start:stop]
        at = stop + slack
    yield at, cells[at:]


def cells_of(strip: Strip, system: ColorSystem) -> list[Cell]:
    """The cells of a strip. A mark that stands on nothing is left out: it would land on what is left of the strip."""
    cells: list[Cell] = []
    for text, style, control in strip:
        if control:
            continue
        look = _look(style, system)
        if is_narrow(text):
            cells += [Cell(char, look) for char in text]
            continue
        for part, width in _drawn_as_one(text):
            if width:
                cells += [Cell(part, look), *[Cell("", look)] * (width - 1)]
            elif cells:
                owner = next(at for at in range(len(cells) - 1, -1, -1) if cells[at].text)
                cells[owner] = Cell(cells[owner].text + part, cells[owner].look)
    return cells


def _drawn_as_one(text: str) -> Iterator[tuple[str, int]]:
    """What a terminal draws as one and its width: a letter with its marks, an emoji family, a flag."""
    spans = iter(split_graphemes(text)[0])
    for start, end, width in spans:
        if _is_half_flag(text[start]) and end < len(text) and _is_half_flag(text[end]):
            _, end, other = next(spans)  # noqa: PLW2901 -- the flag ends with its second half
            yield text[start:end], width + other
        else:
            yield text[start:end], width


def _is_half_flag(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _look(style: Style | None, system: ColorSystem) -> Look:
    if style is None:
        return Look()
    return Look(Strip.render_ansi(style, system), style.link or "")


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
        for cell in cells:
            if cell.look != look:
                if cell.look.link != look.link:
                    out.append(f"\x1b]8;;{cell.look.link}\x1b\\")
                out.append(f"\x1b[0;{cell.look.codes}m" if cell.look.codes else "\x1b[0m")
                look = cell.look
            out.append(cell.text)
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
