"""The commands of TeX that take arguments."""

import re
from collections.abc import Callable

from dltui.markdown.tex import symbols
from dltui.markdown.tex.chemistry import chemical
from dltui.markdown.tex.flat import flat
from dltui.markdown.tex.formula import Formula, NotDrawableError
from dltui.markdown.tex.nodes import (
    Accented,
    Braced,
    Fenced,
    Fraction,
    Grid,
    Node,
    Root,
    Row,
    Stacked,
    Symbols,
)

_COLUMNS = re.compile(r"[^lcr|]")


def _fraction(formula: Formula) -> Node:
    return _divided(formula, ruled=True)


def _binomial(formula: Formula) -> Node:
    return Fenced("(", ")", _divided(formula, ruled=False))


def _divided(formula: Formula, *, ruled: bool) -> Node:
    above, below = formula.argument(), formula.argument()
    if not flat(above).strip() or not flat(below).strip() or "\n" in flat(above) + flat(below):
        raise NotDrawableError
    return Fraction(above, below, ruled)


def _root(formula: Formula) -> Node:
    degree = formula.option()
    return Root(flat(degree).strip() if degree else "", formula.argument())


def _modulus(formula: Formula) -> Node:
    return Row((Symbols(" (mod ", is_words=True), formula.argument(), Symbols(")")))


def _tag(formula: Formula) -> Node:
    return Symbols(f"  ({formula.words()})", is_words=True)


def _boxed(formula: Formula) -> Node:
    return Fenced("[", "]", formula.argument())


def _above(formula: Formula) -> Node:
    high, low = formula.argument(), formula.argument()
    return Stacked(low, high, None)


def _below(formula: Formula) -> Node:
    low, high = formula.argument(), formula.argument()
    return Stacked(high, None, low)


def _under_brace(formula: Formula) -> Node:
    return Braced(formula.argument(), is_over=False)


def _over_brace(formula: Formula) -> Node:
    return Braced(formula.argument(), is_over=True)


def _arrow(sign: str) -> Callable[[Formula], Node]:
    def read(formula: Formula) -> Node:
        below = formula.option()
        return Row((Symbols(" "), Stacked(Symbols(sign), formula.argument(), below), Symbols(" ")))

    return read


def _coloured(formula: Formula) -> Node:
    formula.words()
    return formula.argument()


def _dropped(formula: Formula) -> Node:
    formula.words()
    return Symbols("")


def _words(formula: Formula) -> Node:
    return Symbols(formula.words(), is_words=True)


def _name(formula: Formula) -> Node:
    return Symbols(flat(formula.argument()).strip(), is_function=True)


def _lone_delimiter(formula: Formula) -> Node:
    return Symbols(formula.delimiter())


def _substack(formula: Formula) -> Node:
    formula.skip_blanks()
    formula.take()
    rows = []
    while True:
        rows.append((formula.row(("\\\\", "}")),))
        if formula.peek() != "\\\\":
            break
        formula.end_row()
    formula.take()
    return Grid("substack", tuple(rows))


def _chemical(formula: Formula) -> Node:
    node = chemical(formula.verbatim())
    if node is None:
        raise NotDrawableError
    return node


def _letters(font: str) -> Callable[[Formula], Node]:
    def read(formula: Formula) -> Node:
        found = [symbols.character(f"{font}{{{letter}}}") for letter in flat(formula.argument()).strip()]
        if not found or None in found:
            raise NotDrawableError
        return Symbols("".join(letter for letter in found if letter))

    return read


def _accent(mark: str) -> Callable[[Formula], Node]:
    return lambda formula: Accented(mark, formula.argument())


def _environment(formula: Formula) -> Node:
    name = formula.words().removesuffix("*")
    if name not in symbols.STACKED and name not in symbols.BRACKETS:
        raise NotDrawableError
    columns = formula.words() if name in symbols.TOLD_COLUMNS else ""
    rows: list[list[Node]] = [[]]
    rules = []
    while True:
        formula.skip_blanks()
        while not rows[-1] and formula.peek() == "\\hline":
            formula.take()
            formula.skip_blanks()
            rules.append(len(rows) - 1)
        rows[-1].append(formula.row(("&", "\\\\", "\\end")))
        if formula.peek() == "\\\\":
            formula.end_row()
            rows.append([])
        elif formula.take() == "\\end":
            break
    if formula.words().removesuffix("*") != name:
        raise NotDrawableError
    filled = tuple(tuple(row) for row in rows if any(flat(cell).strip() for cell in row))
    ruled = tuple(dict.fromkeys(min(at, len(filled)) for at in rules))
    return Grid(name, filled, _COLUMNS.sub("", columns) if name == "array" else "", ruled)


COMMANDS: dict[str, Callable[[Formula], Node]] = {
    **dict.fromkeys(symbols.FRACTIONS, _fraction),
    **dict.fromkeys(symbols.TEXT_FONTS, _words),
    **dict.fromkeys(symbols.PLAIN_FONTS, Formula.argument),
    **{font: _letters(font) for font in symbols.LETTER_FONTS},
    **{name: _accent(mark) for name, mark in symbols.ACCENTS.items()},
    **{name: _arrow(sign) for name, sign in symbols.ARROWS.items()},
    "left": Formula.fenced,
    "right": _lone_delimiter,
    "middle": _lone_delimiter,
    "operatorname": _name,
    "sqrt": _root,
    "binom": _binomial,
    "dbinom": _binomial,
    "tbinom": _binomial,
    "pmod": _modulus,
    "tag": _tag,
    "label": _dropped,
    "boxed": _boxed,
    "fbox": _boxed,
    "overset": _above,
    "stackrel": _above,
    "underset": _below,
    "underbrace": _under_brace,
    "overbrace": _over_brace,
    "textcolor": _coloured,
    "color": _dropped,
    "substack": _substack,
    "ce": _chemical,
    "begin": _environment,
}
