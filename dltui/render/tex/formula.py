"""Reading a formula piece by piece into text."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from dltui.render.tex import symbols
from dltui.render.text.scripts import subscript, superscript

_TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|\s+|.", re.DOTALL)
_DEEPEST = 30
_KEPT_HIGH = {"∘": "°", "′": "′", "′′": "″", "*": "*", "†": "†"}
_SPACED = re.compile(r" *([=<>≤≥≠≈≡∼≃≅∝∈∉⊂⊆⊃⊇→←↔⇒⇐⇔⟹⟺⟶↦×∧∨∪∩]) *")


class NotDrawableError(ValueError):
    """The formula holds something that has no form in running text."""


class Formula:
    """The tokens of one formula, and how far they are read.

    Args:
        commands: what to do for a command that takes arguments, by its name.
    """

    def __init__(self, source: str, commands: "Mapping[str, Callable[[Formula], str]]") -> None:
        self._tokens: list[str] = _TOKEN.findall(source)
        self._commands = commands
        self._at = 0
        self._depth = 0

    def whole(self) -> str:
        """All of it.

        Raises:
            NotDrawableError: like every method here, where the formula is broken or unknown.
        """
        text = self.row(())
        if self._at < len(self._tokens):
            raise NotDrawableError
        return text

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

    def row(self, ends: tuple[str, ...]) -> str:
        """Everything up to one of the end tokens, which isn't read."""
        parts = []
        while (piece := self.peek()) and piece not in ends:
            parts.append(self.atom())
        return _SPACED.sub(_evenly_spaced, "".join(parts))

    def atom(self) -> str:
        """One character, group, script or command with its arguments."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotDrawableError
        text = self._atom_text(self.take())
        self._depth -= 1
        return text

    def argument(self) -> str:
        """What a command or script applies to, without blanks at its ends."""
        self.skip_blanks()
        if self.peek() in ("^", "_", "&", "}"):
            raise NotDrawableError
        return self.atom().strip()

    def option(self) -> str:
        """An argument in square brackets; empty if there is none."""
        self.skip_blanks()
        if self.peek() != "[":
            return ""
        self.take()
        text = self.row(("]",))
        self.take()
        return text.strip()

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

    def _atom_text(self, piece: str) -> str:
        if piece.isspace():
            return " "
        if piece == "{":
            return self._rest_of_group()
        if piece == "}":
            raise NotDrawableError
        if piece in "^_":
            return self._script(piece)
        if piece.startswith("\\") and len(piece) > 1:
            return self._command(piece[1:].removesuffix("*"))
        return symbols.LITERALS.get(piece, piece)

    def _rest_of_group(self) -> str:
        text = self.row(("}",))
        self.take()
        return text

    def _script(self, mark: str) -> str:
        text = self.argument()
        if not text or "\n" in text:
            raise NotDrawableError
        if mark == "^":
            return _KEPT_HIGH.get(text) or superscript(text)
        return subscript(text)

    def _command(self, name: str) -> str:
        if name == "\\":
            return "\n"
        if name in self._commands:
            return self._commands[name](self)
        if name in symbols.SPACES:
            return symbols.SPACES[name]
        if name in symbols.ESCAPES:
            return symbols.ESCAPES[name]
        if name in symbols.IGNORED:
            self.skip_blanks()
            return ""
        if name in symbols.FUNCTIONS:
            return self._function(name)
        return self._character(name)

    def _function(self, name: str) -> str:
        before = self._tokens[self._at - 2] if self._at > 1 else ""
        self.skip_blanks()
        return f"{' ' if before.isalnum() else ''}{name}{' ' if _starts_word(self.peek()) else ''}"

    def _character(self, name: str) -> str:
        found = symbols.character(name)
        if found is None or not found.isprintable():
            raise NotDrawableError
        if found == "∂" or unicodedata.category(found[0]).startswith("L"):
            self.skip_blanks()
        return found


def _evenly_spaced(match: re.Match[str]) -> str:
    return f" {match[1]} " if match[0] != match[1] else match[1]


def _starts_word(piece: str) -> bool:
    return piece.isalnum() or (piece.startswith("\\") and piece[1:2].isalpha())
