"""The commands of TeX that take arguments."""

import re
import unicodedata
from collections.abc import Callable

from dltui.render.tex import symbols
from dltui.render.tex.formula import Formula, NotDrawableError
from dltui.render.text.scripts import subscript, superscript

_SINGLE = re.compile(r"[−-]?√?(?:[\d.,]+|[d∂]?\w)[′⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ₀-₉\u0300-\u036f\u20d0-\u20ff]*")
_LARGE = frozenset("∑∏∫∬∮∂∇∞")
_PRODUCT = re.compile(r"[\w.,√∛∂′⁰-₟\u0300-\u036f\u20d0-\u20ff]+|\w+\([^()]*\)")


def _fraction(formula: Formula) -> str:
    above, below = formula.argument(), formula.argument()
    if not above or not below or "\n" in above + below:
        raise NotDrawableError
    if (above, below) in symbols.VULGAR:
        return symbols.VULGAR[above, below]
    top = above if _PRODUCT.fullmatch(above.removeprefix("−")) else f"({above})"
    bottom = below if _SINGLE.fullmatch(below) else f"({below})"
    return f"({top}/{bottom})" if _clings(formula.peek()) else f"{top}/{bottom}"


def _clings(following: str) -> bool:
    """Whether what follows would be read as part of a denominator."""
    if not following.startswith("\\"):
        return following.isalnum() or following in ("(", "^", "_", "{")
    name = following[1:]
    if name in COMMANDS or name in symbols.FUNCTIONS:
        return name not in ("right", "text", "tag", "pmod")
    char = symbols.character(name) or ""
    return char.isalpha() or char in _LARGE


def _root(formula: Formula) -> str:
    degree = formula.option()
    text = formula.argument()
    sign = symbols.ROOTS.get(degree) or superscript(degree) + "√"
    return sign + (text if _SINGLE.fullmatch(text) else f"({text})")


def _binomial(formula: Formula) -> str:
    return f"({formula.argument()} choose {formula.argument()})"


def _modulus(formula: Formula) -> str:
    return f" (mod {formula.argument()})"


def _tag(formula: Formula) -> str:
    return f"  ({formula.words()})"


def _boxed(formula: Formula) -> str:
    return f"[{formula.argument()}]"


def _above(formula: Formula) -> str:
    high, low = formula.argument(), formula.argument()
    return low + superscript(high)


def _below(formula: Formula) -> str:
    low, high = formula.argument(), formula.argument()
    return high + subscript(low)


def _braced(formula: Formula) -> str:
    text = formula.argument()
    return text if re.fullmatch(r"\w+", text) else f"({text})"


def _coloured(formula: Formula) -> str:
    formula.words()
    return formula.argument()


def _dropped(formula: Formula) -> str:
    formula.words()
    return ""


def _delimiter(formula: Formula) -> str:
    formula.skip_blanks()
    if formula.peek() == ".":
        formula.take()
    return ""


def _letters(font: str) -> Callable[[Formula], str]:
    def draw(formula: Formula) -> str:
        found = [symbols.character(f"{font}{{{letter}}}") for letter in formula.argument()]
        if not found or None in found:
            raise NotDrawableError
        return "".join(letter for letter in found if letter)

    return draw


def _accent(mark: str) -> Callable[[Formula], str]:
    def draw(formula: Formula) -> str:
        marked = "".join(char if char == " " else char + mark for char in formula.argument())
        return unicodedata.normalize("NFC", marked)

    return draw


def _environment(formula: Formula) -> str:
    name = formula.words().removesuffix("*")
    if name == "array":
        formula.words()
    rows: list[list[str]] = [[]]
    while True:
        rows[-1].append(formula.row(("&", "\\\\", "\\end")).strip())
        piece = formula.take()
        if piece == "\\end":
            break
        if piece == "\\\\":
            rows.append([])
    if formula.words().removesuffix("*") != name:
        raise NotDrawableError
    return _environment_text(name, [row for row in rows if any(row)])


def _environment_text(name: str, rows: list[list[str]]) -> str:
    if name in symbols.STACKED:
        return "\n".join(" ".join(cell for cell in row if cell) for row in rows)
    if name not in symbols.BRACKETS:
        raise NotDrawableError
    opening, closing = symbols.BRACKETS[name]
    between = ", " if name == "cases" else " "
    return opening + "; ".join(between.join(cell.rstrip(",") for cell in row) for row in rows) + closing


COMMANDS: dict[str, Callable[[Formula], str]] = {
    **dict.fromkeys(symbols.FRACTIONS, _fraction),
    **dict.fromkeys(symbols.TEXT_FONTS, Formula.words),
    **dict.fromkeys(symbols.PLAIN_FONTS, Formula.argument),
    **dict.fromkeys(symbols.DELIMITERS, _delimiter),
    **{font: _letters(font) for font in symbols.LETTER_FONTS},
    **{name: _accent(mark) for name, mark in symbols.ACCENTS.items()},
    "sqrt": _root,
    "binom": _binomial,
    "dbinom": _binomial,
    "pmod": _modulus,
    "tag": _tag,
    "label": _dropped,
    "boxed": _boxed,
    "fbox": _boxed,
    "overset": _above,
    "stackrel": _above,
    "underset": _below,
    "underbrace": _braced,
    "overbrace": _braced,
    "textcolor": _coloured,
    "color": _dropped,
    "begin": _environment,
}
