"""A formula as it would be written on paper: fractions, limits and matrices take several rows."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from dltui.markdown.tex import symbols
from dltui.markdown.tex.flat import (
    accented,
    beside_name,
    evenly_spaced,
    flat,
    is_function,
    raised,
)
from dltui.markdown.tex.nodes import (
    Accented,
    Braced,
    Fenced,
    Fraction,
    Grid,
    Node,
    Root,
    Row,
    Scripts,
    Stacked,
    Symbols,
)
from dltui.markdown.tex.scripts import subscript, superscript
from dltui.render.tex.figure import BAR, Figure, beside, fence, fenced, over, padded
from dltui.render.tex.joining import apart, relaxed
from dltui.render.text.cells import cells

_LIMITED = frozenset(("∑", "∏", "∐", "⋃", "⋂", "⋁", "⋀", "⨁", "⨂"))
_LIMITED_NAMES = frozenset(
    ("lim", "limsup", "liminf", "max", "min", "sup", "inf", "det", "gcd", "Pr", "argmax", "argmin")
)
_COMPACT = re.compile(r" *([=<>≤≥≠≈→←∈+−⋅×,]) *")
_PAIR = 2


def tall(node: Node) -> Figure:
    """A node as a figure, as high as it needs to be."""
    return _TALL[type(node)](node)


def _row(node: Row) -> Figure:
    return _line(node.parts)


def _line(parts: tuple[Node, ...]) -> Figure:
    """Parts beside each other; what is high keeps clear of the text beside it."""
    pieces = list(_pieces(parts))
    if len(pieces) == 1:
        return pieces[0] if pieces[0].is_high else Figure((relaxed(pieces[0].rows[0]),))
    return beside(apart(pieces))


def _pieces(parts: tuple[Node, ...]) -> Iterator[Figure]:
    """The figures of parts; running text is one of them."""
    text = ""
    for index, part in enumerate(parts):
        figure = tall(part)
        if figure.is_high:
            if text:
                yield Figure((evenly_spaced(text),))
            yield figure
            text = ""
            continue
        piece = figure.rows[0]
        if is_function(part):
            following = flat(parts[index + 1]) if index + 1 < len(parts) else ""
            piece = beside_name(text, piece, following)
        text += piece
    if text:
        yield Figure((evenly_spaced(text),))


def _fraction(node: Fraction) -> Figure:
    above, below = _trimmed(tall(node.above)), _trimmed(tall(node.below))
    if not node.ruled:
        return over((above, Figure((" ",)), below), len(above.rows))
    texts = above.rows[0], below.rows[0]
    if not above.is_high and not below.is_high and texts in symbols.VULGAR:
        return Figure((symbols.VULGAR[texts],))
    is_twofold = _is_fraction(above) or _is_fraction(below)
    bar = Figure((BAR * (max(above.width, below.width) + (2 if is_twofold else 0)),))
    return over((above, bar, below), len(above.rows))


def _is_fraction(figure: Figure) -> bool:
    """Whether a bar goes all across a figure, so that one beyond it must be longer."""
    return any(row == BAR * figure.width for row in figure.rows)


def _trimmed(figure: Figure) -> Figure:
    """A figure without blanks at its sides where it is one row."""
    return figure if figure.is_high else Figure((figure.rows[0].strip(),))


def _root(node: Root) -> Figure:
    body = _trimmed(tall(node.body))
    sign = symbols.ROOTS.get(node.degree) or superscript(node.degree) + "√"
    if not body.is_high:
        return Figure((flat(node),))
    roof = Figure(("┌" + BAR * (body.width + 1),))
    walls = beside((fence("|", body), Figure((" ",)), body))
    inside = over((roof, walls), body.baseline + 1, 0)
    blank = " " * cells(sign)
    foot = Figure((*[blank] * (len(inside.rows) - 1), sign), inside.baseline)
    return beside((foot, inside))


def _scripts(node: Scripts) -> Figure:
    base = tall(node.base)
    high, low = _script(node.high), _script(node.low)
    if _takes_limits(node.base) or isinstance(node.base, Stacked):
        return _with_limits(base, high, low)
    inline_high, inline_low = _inline(high, raised, "^"), _inline(low, subscript, "_")
    if not base.is_high and inline_high is not None and inline_low is not None:
        return Figure((f"{base.rows[0]}{inline_low}{inline_high}",))
    if base.is_high:
        # At the corners of something high even small letters are seen to be scripts.
        high = Figure((inline_high,)) if inline_high else high
        low = Figure((inline_low,)) if inline_low else low
    return beside((base, _beside_base(base, high, low)))


def _script(node: Node | None) -> Figure | None:
    """What is raised or lowered; on one row it takes as little room as it can."""
    return _small(tall(node)) if node is not None else None


def _small(figure: Figure) -> Figure:
    return figure if figure.is_high else Figure((_COMPACT.sub(r"\1", figure.rows[0].strip()),))


def _inline(script: Figure | None, shift: Callable[[str], str], mark: str) -> str | None:
    """A script in the characters that Unicode has for it; None if it hasn't all of them."""
    if script is None:
        return ""
    texts = [shift(part) for part in script.rows[0].split(",")]
    return None if script.is_high or any(text.startswith(mark) for text in texts) else ",".join(texts)


def _beside_base(base: Figure, high: Figure | None, low: Figure | None) -> Figure:
    """Scripts at the upper and the lower right corner of what they belong to."""
    above, below = high.rows if high else (), low.rows if low else ()
    if base.is_high:
        above, below = above or ("",), below or ("",)
        rows = (*above, *[""] * (len(base.rows) - 2), *below)
        baseline = len(above) - 1 + base.baseline
    else:
        rows, baseline = (*above, "", *below), len(above)
    width = max(map(cells, rows))
    return Figure(tuple(padded(row, width) for row in rows), baseline)


def _takes_limits(base: Node) -> bool:
    if isinstance(base, Braced):
        return True
    if isinstance(base, Symbols):
        return base.text in _LIMITED or base.text in _LIMITED_NAMES
    return False


def _with_limits(base: Figure, high: Figure | None, low: Figure | None) -> Figure:
    if high is None and low is None:
        return base
    shown = [figure for figure in (high, base, low) if figure is not None]
    return over(shown, (len(high.rows) if high else 0) + base.baseline)


def _stacked(node: Stacked) -> Figure:
    return _with_limits(_trimmed(tall(node.base)), _script(node.above), _script(node.below))


def _braced(node: Braced) -> Figure:
    body = _trimmed(tall(node.body))
    ends, tip = ("╭╮", "┴") if node.is_over else ("╰╯", "┬")
    arm = max(0, body.width - 3)
    brace = Figure((ends[0] + BAR * (arm // 2) + tip + BAR * (arm - arm // 2) + ends[1],))
    shown = (brace, body) if node.is_over else (body, brace)
    return over(shown, body.baseline + (1 if node.is_over else 0))


def _accented(node: Accented) -> Figure:
    body = tall(node.body)
    return body if body.is_high else Figure((accented(node.mark, body.rows[0].strip()),))


def _fenced(node: Fenced) -> Figure:
    return fenced(node.opening, _trimmed(tall(node.body)), node.closing)


def _grid(node: Grid) -> Figure:
    count = max((len(row) for row in node.rows), default=0)
    if not count:
        return Figure(("",))
    filled = [(*map(tall, row), *[Figure(("",))] * (count - len(row))) for row in node.rows]
    trim = _small if node.name == "substack" else _trimmed
    table = [tuple(map(trim, row)) for row in filled]
    widths = [max(figure.width for figure in column) for column in zip(*table, strict=True)]
    lines = list(_lines(node, [_ruled(node, row, widths) for row in table], widths))
    if len(lines) == 1:
        body = lines[0]
    else:
        height = sum(len(line.rows) for line in lines)
        body = over(lines, (height - 1) // 2, 0.5 if node.name == "substack" else 0.0)
    opening, closing = symbols.BRACKETS.get(node.name, ("", ""))
    left, right = Figure((" " if opening else "",)), Figure((" " if closing else "",))
    return fenced(opening, beside((left, body, right)), closing)


def _lines(node: Grid, rows: Sequence[Figure], widths: Sequence[int]) -> Iterator[Figure]:
    """The rows of a grid, with the rules and the blank rows between them."""
    is_airy = any(row.is_high for row in rows) or _is_short_brace(node)
    for at, row in enumerate(rows):
        if at in node.rules:
            yield _rule(node, at, widths)
        elif at and is_airy:
            yield _ruled(node, [Figure(("",))] * len(widths), widths)
        yield row
    if len(rows) in node.rules:
        yield _rule(node, len(rows), widths)


def _ruled(node: Grid, row: Sequence[Figure], widths: Sequence[int]) -> Figure:
    """A row of a grid, with the rules between its cells as high as it is."""
    cells_alone = beside(row)
    bar = Figure(("│",) * len(cells_alone.rows), cells_alone.baseline)
    return beside(_cells(node, row, widths, bar))


def _rule(node: Grid, at: int, widths: Sequence[int]) -> Figure:
    """The rule over a row of a grid, or under the last one."""
    left, crossing, right = {0: ("┌", "┬", "┐"), len(node.rows): ("└", "┴", "┘")}.get(at, ("├", "┼", "┤"))
    bars = node.bars
    text = left + BAR if 0 in bars else ""
    for column, width in enumerate(widths):
        if column:
            text += f"{BAR}{crossing}{BAR}" if column in bars else BAR * len(_gap(node, column))
        text += BAR * width
    return Figure((text + (BAR + right if len(widths) in bars else ""),))


def _is_short_brace(node: Grid) -> bool:
    """Whether two rows stand behind a brace, whose tip needs a row between them."""
    return node.name in ("cases", "rcases") and len(node.rows) == _PAIR


def _cells(node: Grid, row: Sequence[Figure], widths: Sequence[int], bar: Figure) -> Iterator[Figure]:
    """The cells of a row of a grid, with the gaps and the rules between them."""
    bars, blank = node.bars, Figure((" ",))
    for at, (figure, width) in enumerate(zip(row, widths, strict=True)):
        if at in bars:
            yield from (blank, bar, blank) if at else (bar, blank)
        elif at:
            yield Figure((_gap(node, at),))
        yield Figure(tuple(padded(text, width, _share(node, at)) for text in figure.rows), figure.baseline)
    if len(widths) in bars:
        yield from (blank, bar)


def _gap(node: Grid, at: int) -> str:
    """Equations are cut where their relation stands; between equations, and in a matrix, there is more room."""
    return " " if node.name in symbols.STACKED and at % 2 else "  "


def _share(node: Grid, at: int) -> float:
    """How much of the blank beside a cell stands on its left."""
    if node.name in symbols.STACKED:
        return 1.0 if at % 2 == 0 and len(node.rows[0]) > 1 else 0.0
    if node.name in ("cases", "rcases"):
        return 0.0
    return {"l": 0.0, "r": 1.0}.get(node.aligned[at : at + 1], 0.5)


_TALL: dict[type[Node], Callable[[Any], Figure]] = {
    Symbols: lambda node: Figure((node.text,)),
    Row: _row,
    Fraction: _fraction,
    Root: _root,
    Scripts: _scripts,
    Stacked: _stacked,
    Braced: _braced,
    Accented: _accented,
    Fenced: _fenced,
    Grid: _grid,
}
