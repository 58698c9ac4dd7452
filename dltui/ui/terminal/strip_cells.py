"""Strips taken apart into cells. Equal cells are one object, so that comparing two screens is comparing identities."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import split_graphemes
from rich.color import ColorSystem
from rich.style import Style
from textual.strip import Strip

from dltui.render.text.cells import is_narrow
from dltui.ui.terminal.doubtful_cells import is_doubtful

#: After so many strips, those that weren't drawn again since the last time are forgotten.
_GENERATION = 256
#: More cells than a page in a European script has; others begin anew there.
_MOST_CELLS = 20_000


class Look(NamedTuple):
    """How a cell looks: SGR parameters, and the URL it links to."""

    codes: str = ""
    link: str = ""


class Cell(NamedTuple):
    """One cell. The right half of a wide character is a cell without text."""

    text: str
    look: Look


class TakenApart(NamedTuple):
    """A strip and its cells. A mark that stands on nothing is left out: it would land on what is left of the strip.

    Attributes:
        doubtful: whether the terminal may draw its text in more or fewer cells.
    """

    strip: Strip
    cells: list[Cell]
    doubtful: bool


class _Palette(dict[str, Cell]):
    """The cells of one look by their text."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look

    def __missing__(self, text: str) -> Cell:
        cell = self[text] = Cell(text, self.look)
        return cell


class StripCells:
    """Takes strips apart, each once while it goes on being drawn.

    Args:
        system: the colours that the terminal knows.
    """

    def __init__(self, system: ColorSystem = ColorSystem.TRUECOLOR) -> None:
        self.system = system
        self._palettes: dict[Look, _Palette] = {}
        self._by_style: dict[Style | None, _Palette] = {}
        self._lately: dict[int, TakenApart] = {}
        self._before: dict[int, TakenApart] = {}

    def of(self, strip: Strip) -> TakenApart:
        """The cells of a strip."""
        known = self._lately.get(id(strip))
        if known is None:
            # The strip is kept with them: only as long as it lives does nothing else have its id.
            known = self._before.get(id(strip)) or TakenApart(
                strip, self._cells(strip), is_doubtful(strip.text)
            )
            self._lately[id(strip)] = known
            if len(self._lately) > _GENERATION:
                self._forget_old_ones()
        return known

    def _forget_old_ones(self) -> None:
        self._before, self._lately = self._lately, {}
        if sum(map(len, self._palettes.values())) > _MOST_CELLS:
            self._palettes.clear()
            self._by_style.clear()

    def _cells(self, strip: Strip) -> list[Cell]:
        cells: list[Cell] = []
        for text, style, control in strip:
            if control:
                continue
            palette = self._by_style.get(style)
            if palette is None:
                palette = self._by_style[style] = self._palette(style)
            if is_narrow(text):
                cells += map(palette.__getitem__, text)
                continue
            for part, width in _drawn_as_one(text):
                if width:
                    cells += [palette[part], *[palette[""]] * (width - 1)]
                elif cells:
                    owner = next(at for at in range(len(cells) - 1, -1, -1) if cells[at].text)
                    cells[owner] = self._palettes[cells[owner].look][cells[owner].text + part]
        return cells

    def _palette(self, style: Style | None) -> _Palette:
        if style is None:
            look = Look()
        else:  # Textual remembers what it was asked for: every link would be another style
            look = Look(Strip.render_ansi(style.clear_meta_and_links(), self.system), style.link or "")
        return self._palettes.setdefault(look, _Palette(look))


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
