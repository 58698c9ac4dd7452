"""Pieces of a formula that are several rows high, and how they are put together."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from dltui.render.text.cells import cells

BAR = "─"
_FENCES = {
    "(": ("⎛", "⎜", "⎝"),
    ")": ("⎞", "⎟", "⎠"),
    "[": ("⎡", "⎢", "⎣"),
    "]": ("⎤", "⎥", "⎦"),
    "⌊": ("⎢", "⎢", "⎣"),
    "⌋": ("⎥", "⎥", "⎦"),
    "⌈": ("⎡", "⎢", "⎢"),
    "⌉": ("⎤", "⎥", "⎥"),
    "|": ("│", "│", "│"),
    "‖": ("║", "║", "║"),
}
"""The upper end, the middle and the lower end of a high bracket."""
_BRACES = {"{": ("⎧", "⎨", "⎩", "⎪"), "}": ("⎫", "⎬", "⎭", "⎪")}
_TWO_ROWS = {"{": ("⎰", "⎱"), "}": ("⎱", "⎰")}


class Figure(NamedTuple):
    """Rows of text, all equally wide; the one at `baseline` stands on the line of what is beside it."""

    rows: tuple[str, ...]
    baseline: int = 0

    @property
    def width(self) -> int:
        """In cells."""
        return cells(self.rows[0])

    @property
    def is_high(self) -> bool:
        """Whether it takes several rows."""
        return len(self.rows) > 1


def padded(text: str, width: int, share: float = 0.0) -> str:
    """A text with blanks up to a width; that share of them stands on its left."""
    blank = max(0, width - cells(text))
    left = int(blank * share)
    return f"{' ' * left}{text}{' ' * (blank - left)}"


def beside(figures: Iterable[Figure]) -> Figure:
    """Figures from left to right, on one baseline."""
    shown = [figure for figure in figures if figure.width or figure.is_high]
    if not shown:
        return Figure(("",))
    above = max(figure.baseline for figure in shown)
    below = max(len(figure.rows) - figure.baseline for figure in shown)
    columns = [_reaching(figure, above, below) for figure in shown]
    return Figure(tuple(map("".join, zip(*columns, strict=True))), above)


def _reaching(figure: Figure, above: int, below: int) -> Sequence[str]:
    """The rows of a figure, with blank ones over and under it."""
    blank = " " * figure.width
    over = above - figure.baseline
    under = below - (len(figure.rows) - figure.baseline)
    return (*[blank] * over, *figure.rows, *[blank] * under)


def over(figures: Sequence[Figure], baseline: int, share: float = 0.5) -> Figure:
    """Figures under each other; a share of the blank cells beside each stands on its left."""
    width = max(figure.width for figure in figures)
    return Figure(tuple(padded(row, width, share) for figure in figures for row in figure.rows), baseline)


def fenced(opening: str, body: Figure, closing: str) -> Figure:
    """A figure between brackets of its height."""
    return beside((fence(opening, body), body, fence(closing, body)))


def fence(sign: str, body: Figure) -> Figure:
    """A bracket as high as a figure."""
    height = len(body.rows)
    if not sign or height == 1:
        return Figure((sign,))
    if sign in _BRACES:
        return Figure(tuple(_brace(sign, height, body.baseline)), body.baseline)
    if sign not in _FENCES:
        return Figure((sign,))
    top, middle, bottom = _FENCES[sign]
    return Figure((top, *[middle] * (height - 2), bottom), body.baseline)


def _brace(sign: str, height: int, baseline: int) -> Iterable[str]:
    top, middle, bottom, between = _BRACES[sign]
    if height == len(_TWO_ROWS[sign]):
        return _TWO_ROWS[sign]
    tip = max(1, min(baseline, height - 2))
    return [
        top if row == 0 else bottom if row == height - 1 else middle if row == tip else between
        for row in range(height)
    ]
