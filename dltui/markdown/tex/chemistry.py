r"""Chemical formulas as mhchem writes them: `\ce{SO4^2- + H2O}` is `SO₄²⁻ + H₂O`."""

import re

from dltui.markdown.tex import symbols
from dltui.markdown.tex.nodes import Node, Row, Stacked, Symbols
from dltui.markdown.tex.scripts import subscript, superscript

_PIECE = re.compile(
    r"(?P<arrow><=>>|<<=>|<=>|<-->|<->|->|<-)(?:\[(?P<above>[^\[\]]*)\])?(?:\[(?P<below>[^\[\]]*)\])?"
    r"|\^(?:\{(?P<high_group>[^{}]*)\}|(?P<high>\d*[+-]|\d+))"
    r"|_(?:\{(?P<low_group>[^{}]*)\}|(?P<low>\w))"
    r"|(?<=[A-Za-z)\]}])(?P<count>\d+)"
    r"|(?<=[A-Za-z\d)\]}])(?P<charge>[+-])(?=\s|\Z|[)\](])"
    r"|(?<=\s)(?P<gone>[v^])(?=\s|\Z)"
    r"|\\(?P<command>[A-Za-z]+)\s*"
    r"|(?P<other>.)",
    re.DOTALL,
)
_ARROWS = {"->": "⟶", "<-": "⟵", "<->": "⟷", "<-->": "⇄", "<=>": "⇌", "<=>>": "⇌", "<<=>": "⇌"}
_GONE = {"v": "↓", "^": "↑"}
_BOND = "\N{EN DASH}"
_OTHERS = {"-": _BOND, "#": "≡", "*": "·", ".": "·", "{": "", "}": "", "~": " "}
_NO_TEXT = frozenset("^_$&\\")


def chemical(source: str) -> Node | None:
    r"""What stands in `\ce{…}`; None where it holds what has no form in text.

    Args:
        source: between the braces.
    """
    parts: list[Node] = []
    for piece in _PIECE.finditer(source):
        part = _arrow(piece) if piece["arrow"] else _symbols(piece)
        if part is None:
            return None
        parts.append(part)
    return Row(tuple(parts)) if parts else None


def _arrow(piece: re.Match[str]) -> Node | None:
    """An arrow, with the conditions above and below it."""
    labels = [chemical(text) if text and text.strip() else None for text in (piece["above"], piece["below"])]
    return Row((Symbols(" "), Stacked(Symbols(_ARROWS[piece["arrow"]]), *labels), Symbols(" ")))


def _symbols(piece: re.Match[str]) -> Node | None:
    found = {kind: text for kind, text in piece.groupdict().items() if text is not None}
    [(kind, text)] = found.items()
    match kind:
        case "high" | "high_group" | "charge":
            return Symbols(superscript(text))
        case "low" | "low_group" | "count":
            return Symbols(subscript(text))
        case "gone":
            return Symbols(_GONE[text])
        case "command":
            character = symbols.character(text)
            return Symbols(character) if character else None
        case _:
            return None if text in _NO_TEXT else Symbols(_OTHERS.get(text, text))
