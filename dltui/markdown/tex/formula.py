"""Reading a formula: tokens become nodes."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from dltui.markdown.tex import symbols
from dltui.markdown.tex.nodes import Fenced, Fraction, Grid, Node, Row, Scripts, Symbols
from dltui.markdown.tex.pairs import paired

_TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|\s+|.", re.DOTALL)
_ROW_END = "\\\\"
_LENGTH = re.compile(r"-?[\d.]+\w\w")
_DEEPEST = 30
_INFIXES: dict[str, Callable[[Node, Node], Node]] = {
    "\\over": Fraction,
    "\\choose": lambda above, below: Fenced("(", ")", Fraction(above, below, ruled=False)),
}
"""What divides the whole group it stands in."""


class NotDrawableError(ValueError):
    """The formula is broken, or holds something that has no form in text."""


class Formula:
    """The tokens of one formula, and how far they are read.

    Args:
        commands: what to do for a command that takes arguments, by its name.
    """

    def __init__(self, source: str, commands: "Mapping[str, Callable[[Formula], Node]]") -> None:
        self._tokens: list[str] = _TOKEN.findall(source)
        self._paired = paired(self._tokens)
        self._commands = commands
        self._at = 0
        self._depth = 0

    def whole(self) -> Node:
        """All of it.

        Raises:
            NotDrawableError: like every method here, where the formula is broken or unknown.
        """
        rows = [(self.row((_ROW_END,)),)]
        while self.peek():
            self.end_row()
            rows.append((self.row((_ROW_END,)),))
        return rows[0][0] if len(rows) == 1 else Grid("gather", tuple(rows))

    def peek(self) -> str:
        """The next token; empty at the end."""
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def take(self) -> str:
        """The next token, read."""
        piece = self.peek()
        if not piece:
            raise NotDrawableError
        self._at += 1
        return piece

    def skip_blanks(self) -> None:
        """Read white space."""
        while self.peek().isspace():
            self._at += 1

    def row(self, ends: tuple[str, ...]) -> Node:
        """Everything up to one of the end tokens, which isn't read."""
        parts: list[Node] = []
        while (piece := self.peek()) and piece not in ends:
            if piece in "^_":
                self._add_script(parts)
            elif piece in _INFIXES:
                self.take()
                parts = [_INFIXES[piece](Row(tuple(parts)), self.row(ends))]
            else:
                parts.append(self.atom())
        return parts[0] if len(parts) == 1 else Row(tuple(parts))

    def end_row(self) -> None:
        """Read the end of a row, with the extra space that may be wanted after it."""
        self.take()
        at = self._at
        if self.peek() == "[":
            length = "".join(self._tokens[at + 1 : at + 8]).partition("]")[0]
            if _LENGTH.fullmatch(length):
                self._at = self._tokens.index("]", at) + 1

    def atom(self) -> Node:
        """One character, group or command with its arguments."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotDrawableError
        node = self._node(self.take())
        self._depth -= 1
        return node

    def argument(self) -> Node:
        """What a command or script applies to."""
        self.skip_blanks()
        if self.peek() in ("^", "_", "&", "}"):
            raise NotDrawableError
        return self.atom()

    def option(self) -> Node | None:
        """An argument in square brackets, if there is one."""
        self.skip_blanks()
        if self.peek() != "[":
            return None
        self.take()
        node = self.row(("]",))
        self.take()
        return node

    def words(self) -> str:
        """An argument in braces that is no formula; its spaces stay."""
        self.skip_blanks()
        if self.take() != "{":
            raise NotDrawableError
        taken: list[str] = []
        while (piece := self.take()) != "}":
            if piece in "{$" or (piece.startswith("\\") and piece[1:] not in symbols.ESCAPES):
                raise NotDrawableError
            taken.append(" " if piece.isspace() else piece.removeprefix("\\"))
        return "".join(taken)

    def verbatim(self) -> str:
        """An argument in braces as it is written, whatever is nested in it."""
        self.skip_blanks()
        if self.take() != "{":
            raise NotDrawableError
        start, depth = self._at, 1
        while depth:
            depth += {"{": 1, "}": -1}.get(self.take(), 0)
        return "".join(self._tokens[start : self._at - 1])

    def fenced(self) -> Node:
        r"""What follows `\left`, up to its `\right`; the bracket alone where that is missing."""
        has_end = self._at - 1 in self._paired
        opening = self.delimiter()
        if not has_end:
            return Symbols(opening)
        body = self.row(("\\right",))
        self.take()
        return Fenced(opening, self.delimiter(), body)

    def delimiter(self) -> str:
        """A bracket; empty for the dot that stands for none."""
        self.skip_blanks()
        piece = self.take()
        if piece == ".":
            return ""
        if not piece.startswith("\\"):
            return piece
        found = symbols.ESCAPES.get(piece[1:]) or symbols.character(piece[1:])
        if not found:
            raise NotDrawableError
        return found

    def _add_script(self, parts: list[Node]) -> None:
        """Read a script and hang it on the part before it."""
        mark = self.take()
        script = self.argument()
        if script == Row(()):
            raise NotDrawableError
        while parts and isinstance(parts[-1], Symbols) and not parts[-1].text.strip():
            parts.pop()
        base = parts.pop() if parts else Symbols("")
        parts.append(_scripted(base, script, is_high=mark == "^"))

    def _node(self, piece: str) -> Node:
        if piece.isspace():
            return Symbols(" ")
        if piece == "{":
            return self._rest_of_group()
        if piece in ("}", "^", "_", _ROW_END):
            raise NotDrawableError
        if piece.startswith("\\") and len(piece) > 1:
            return self._command(piece[1:].removesuffix("*"))
        return Symbols(symbols.LITERALS.get(piece, piece))

    def _rest_of_group(self) -> Node:
        node = self.row(("}",))
        self.take()
        return node

    def _command(self, name: str) -> Node:
        if name in self._commands:
            return self._commands[name](self)
        if name in symbols.IGNORED:
            self.skip_blanks()
            return Symbols("")
        if name in symbols.FUNCTIONS:
            self.skip_blanks()
            return Symbols(name, is_function=True)
        fixed = symbols.SPACES.get(name) if name in symbols.SPACES else symbols.ESCAPES.get(name)
        return Symbols(self._character(name) if fixed is None else fixed)

    def _character(self, name: str) -> str:
        found = symbols.character(name)
        if found is None or not found.isprintable():
            raise NotDrawableError
        if found == "∂" or unicodedata.category(found[0]).startswith("L"):
            self.skip_blanks()
        return found


def _scripted(base: Node, script: Node, *, is_high: bool) -> Scripts:
    """A base with a script; one that has the other script already gets both."""
    high, low = (script, None) if is_high else (None, script)
    if isinstance(base, Scripts) and (base.high if is_high else base.low) is None:
        return Scripts(base.base, base.high or high, base.low or low)
    return Scripts(base, high, low)
