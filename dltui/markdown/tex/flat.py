r"""A formula on one row: `\frac{1}{2}mv^2` is `½mv²`."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from dltui.markdown.tex import symbols
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

_SINGLE = re.compile(r"[−-]?√?(?:[\d.,]+|[d∂]?\w)[′⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ₀-₉\u0300-\u036f\u20d0-\u20ff]*")
_PRODUCT = re.compile(r"[\w.,√∛∂′⁰-₟\u0300-\u036f\u20d0-\u20ff]+|\w+\([^()]*\)")
_CLINGING = frozenset("(√∛∜∑∏∫∬∮∂∇∞")
_KEPT_HIGH = {"⊤": "ᵀ", "∘": "°", "′": "′", "′′": "″", "*": "*", "†": "†"}
_SPACED = re.compile(r" *([=<>≤≥≠≈≡∼≃≅∝∈∉⊂⊆⊃⊇→←↔⇒⇐⇔⟹⟺⟶↦×∧∨∪∩]) *")
_BLANKS = re.compile(r"[ \t]+")


def flat(node: Node) -> str:
    """A node as text on one row; equations that stand under each other become lines."""
    return _FLAT[type(node)](node)


def is_function(node: Node) -> bool:
    """Whether a node is the name of a function, with or without scripts."""
    return (isinstance(node, Symbols) and node.is_function) or (
        isinstance(node, Scripts) and is_function(node.base)
    )


def raised(text: str) -> str:
    """A text as a superscript, as far as there are characters for it."""
    return _KEPT_HIGH.get(text) or superscript(text)


def divided(above: str, below: str) -> str:
    """A fraction on one row."""
    if (above, below) in symbols.VULGAR:
        return symbols.VULGAR[above, below]
    top = above if _PRODUCT.fullmatch(above.removeprefix("−")) else f"({above})"
    bottom = below if _SINGLE.fullmatch(below) else f"({below})"
    return f"{top}/{bottom}"


def evenly_spaced(text: str) -> str:
    """A text whose relations have a space on both sides where they have one on either."""
    return _SPACED.sub(lambda found: f" {found[1]} " if found[0] != found[1] else found[1], text)


def _row(node: Row) -> str:
    texts: list[str] = []
    for index, part in enumerate(node.parts):
        text = flat(part)
        following = flat(node.parts[index + 1]) if index + 1 < len(node.parts) else ""
        if isinstance(part, Fraction) and "/" in text and _clings(node.parts[index + 1 :], following):
            text = f"({text})"
        if is_function(part):
            text = beside_name(texts[-1] if texts else "", text, following)
        texts.append(text)
    return evenly_spaced("".join(texts))


def beside_name(before: str, name: str, after: str) -> str:
    """The name of a function, kept clear of letters and digits beside it."""
    left = " " if before[-1:].isalnum() else ""
    right = " " if after[:1].isalnum() or after[:1] in _CLINGING - {"("} else ""
    return f"{left}{name}{right}"


def _clings(following: tuple[Node, ...], text: str) -> bool:
    """Whether what follows a fraction would be read as part of its denominator."""
    if not following or (isinstance(following[0], Symbols) and following[0].is_words):
        return False
    return text[:1].isalnum() or text[:1] in _CLINGING or isinstance(following[0], Fenced | Grid)


def _fraction(node: Fraction) -> str:
    above, below = flat(node.above).strip(), flat(node.below).strip()
    return divided(above, below) if node.ruled else f"{above} choose {below}"


def _root(node: Root) -> str:
    text = flat(node.body).strip()
    sign = symbols.ROOTS.get(node.degree) or superscript(node.degree) + "√"
    return sign + (text if _SINGLE.fullmatch(text) else f"({text})")


def _scripts(node: Scripts) -> str:
    base = flat(node.base)
    if isinstance(node.base, Fraction) and "/" in base:
        base = f"({base})"
    low = subscript(flat(node.low).strip()) if node.low else ""
    high = raised(flat(node.high).strip()) if node.high else ""
    return f"{base}{low}{high}"


def _stacked(node: Stacked) -> str:
    low = subscript(flat(node.below).strip()) if node.below else ""
    high = superscript(flat(node.above).strip()) if node.above else ""
    return f"{flat(node.base).strip()}{low}{high}"


def _braced(node: Braced) -> str:
    text = flat(node.body).strip()
    return text if re.fullmatch(r"\w+", text) else f"({text})"


def _accented(node: Accented) -> str:
    return accented(node.mark, flat(node.body).strip())


def accented(mark: str, text: str) -> str:
    """A text with a mark over each of its characters."""
    marked = "".join(char if char == " " else char + mark for char in text)
    return unicodedata.normalize("NFC", marked)


def _grid(node: Grid) -> str:
    rows = [[_BLANKS.sub(" ", flat(cell)).strip() for cell in row] for row in node.rows]
    if node.name in symbols.STACKED:
        return "\n".join(" ".join(cell for cell in row if cell) for row in rows)
    opening, closing = symbols.BRACKETS[node.name]
    between = ", " if node.name == "cases" else " "
    lead = f"{opening} " if node.name == "cases" else opening
    return lead + "; ".join(_cells(node, row, between) for row in rows) + closing


def _cells(node: Grid, row: list[str], between: str) -> str:
    """The cells of a row on one line, with the rules that stand between two."""
    bars = node.bars
    cells = [f"| {cell}" if at and at in bars else cell for at, cell in enumerate(row)]
    return between.join(cell.rstrip(",") for cell in cells)


_FLAT: dict[type[Node], Callable[[Any], str]] = {
    Symbols: lambda node: node.text,
    Row: _row,
    Fraction: _fraction,
    Root: _root,
    Scripts: _scripts,
    Stacked: _stacked,
    Braced: _braced,
    Accented: _accented,
    Fenced: lambda node: f"{node.opening}{flat(node.body)}{node.closing}",
    Grid: _grid,
}
