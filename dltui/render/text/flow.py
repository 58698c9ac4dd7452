"""A flow: the text of a paragraph, heading or cell in one piece, ready to be cut into lines at any width."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from dltui.render.line import Span
from dltui.render.text.cells import is_ideograph, without_stray_joiners

_NEWLINE = re.compile("\n")
_BLANKS = re.compile(r"[ \t\n]+")


class Piece(NamedTuple):
    """A run of a flow's text. `end` is the offset after its last character."""

    end: int
    role: str
    spot: int = -1


@dataclass(slots=True)
class Flow:
    """Text with roles and spots, without a width.

    Attributes:
        ordinal: its number within the chunk, in reading order.
        line: 1-based line of the file it starts on.
        folds: ids of the spots that hide it while they are folded.
        text: as drawn; a newline where a new row must start.
        pieces: cover the text without gaps.
        line_starts: offsets, each with the line of the file that starts there.
    """

    ordinal: int
    line: int
    folds: tuple[int, ...] = ()
    text: str = ""
    pieces: list[Piece] = field(default_factory=list)
    line_starts: list[tuple[int, int]] = field(default_factory=list)

    def spans(self, start: int, end: int) -> list[Span]:
        """The text between two offsets."""
        pieces = self.pieces
        if start >= end:
            return []
        if len(pieces) == 1:
            return [Span(self.text[start:end], pieces[0].role, pieces[0].spot)]
        spans = []
        index = bisect_right(pieces, start, key=_end_of)
        while start < end:
            stop, role, spot = pieces[index]
            spans.append(Span(self.text[start : min(stop, end)], role, spot))
            start = stop
            index += 1
        return spans

    def line_at(self, offset: int) -> int:
        """The line of the file that a character came from."""
        if not self.line_starts:
            return self.line
        index = bisect_right(self.line_starts, (offset, 1 << 60)) - 1
        return self.line_starts[index][1] if index >= 0 else self.line


def _end_of(piece: Piece) -> int:
    return piece.end


class FlowBuilder:
    """Gathers a flow's text: white space collapses, and what is drawn without its brackets keeps clear of words."""

    def __init__(self, ordinal: int, line: int, folds: tuple[int, ...] = ()) -> None:
        self.flow = Flow(ordinal, line, folds)
        self._texts: list[str] = []
        self._length = 0
        self._last = "\n"
        self._line = line
        self._pending_break = False
        self._keep_clear = False

    def text(self, text: str, role: str, spot: int = -1) -> None:
        """Add running text; runs of white space become one space, and none stands at the start of a row."""
        if "  " in text or "\t" in text or "\n" in text:
            text = _BLANKS.sub(" ", text)
        if self._last in " \n" and text.startswith(" "):
            text = text[1:]
        self.verbatim(text, role, spot)

    def verbatim(self, text: str, role: str, spot: int = -1) -> None:
        """Add text whose spaces matter; it holds no newlines or tabs."""
        text = without_stray_joiners(text)
        if not text:
            return
        if self._pending_break:
            self._end_source_line(text)
        if self._keep_clear:
            self._keep_clear = False
            if text[0].isalnum():
                self._append(" ", role)
        self._append(text, role, spot)

    def apart(self, text: str, role: str, spot: int = -1) -> None:
        """Add a mark that must not touch a word, such as a timestamp that has lost its brackets."""
        if self._last.isalnum() and not self._pending_break:
            self._append(" ", self.flow.pieces[-1].role)
        self._keep_clear = False
        self.verbatim(text, role, spot)

    def end_apart(self) -> None:
        """End what `apart` began: a word that follows directly keeps clear of it."""
        self._keep_clear = self._last != " "

    def soft_break(self) -> None:
        """The end of a line of the file: a space, but nothing between two Chinese or Japanese characters."""
        self._pending_break = self._last != "\n"

    def hard_break(self) -> None:
        """Start a new row. Authors force them at the ends of their lines, so a line of the file ends here too."""
        self._pending_break = False
        self._keep_clear = False
        self._trim()
        if self._length:
            self._append("\n", self.flow.pieces[-1].role)
        self._next_source_line()

    def rows(self, rows: Iterable[str], role: str) -> None:
        """Add rows as written, each on a row of its own; none holds a newline or a tab."""
        for index, row in enumerate(map(without_stray_joiners, rows)):
            if index:
                self._append("\n", role)
                self._next_source_line()
            if row:
                self._append(row, role)

    def figure(self, rows: Iterable[Iterable[tuple[str, str]]]) -> None:
        """Add rows that are drawn as one, blanks and all, each in runs with their roles; this is the whole flow."""
        for index, row in enumerate(rows):
            if index:
                self._append("\n", self.flow.pieces[-1].role)
            for text, role in row:
                self._append(text, role)
        self.flow.text = "".join(self._texts)

    def coloured(self, runs: Iterable[tuple[str, str]]) -> None:
        """Add code, newlines and all, in runs with their roles; this is the whole flow, and a fence stands above it."""
        for text, role in runs:
            if text:
                self._append(text, role)
        self.flow.text = "".join(self._texts)
        starts = (0, *(match.end() for match in _NEWLINE.finditer(self.flow.text)))
        self.flow.line_starts = [(start, self.flow.line + 1 + index) for index, start in enumerate(starts)]

    def mark(self) -> int:
        """A point to give to `text_since`."""
        return len(self._texts)

    def text_since(self, mark: int) -> str:
        """What was added since a mark, on one line."""
        return " ".join("".join(self._texts[mark:]).split())

    def done(self) -> Flow:
        """The flow; blanks at its end are dropped."""
        self._trim()
        self.flow.text = "".join(self._texts)
        return self.flow

    def _end_source_line(self, following: str) -> None:
        self._pending_break = False
        self._keep_clear = False
        joined = is_ideograph(self._last) and is_ideograph(following[0])
        if self._last != " " and following[0] != " " and not joined:
            self._append(" ", self.flow.pieces[-1].role, self.flow.pieces[-1].spot)
        self._next_source_line()

    def _next_source_line(self) -> None:
        self._line += 1
        self.flow.line_starts.append((self._length, self._line))

    def _append(self, text: str, role: str, spot: int = -1) -> None:
        self._texts.append(text)
        self._length += len(text)
        self._last = text[-1]
        pieces = self.flow.pieces
        piece = Piece(self._length, role, spot)
        if pieces and pieces[-1].role == role and pieces[-1].spot == spot:
            pieces[-1] = piece
        else:
            pieces.append(piece)

    def _trim(self) -> None:
        """Drop blanks at the end."""
        while self._texts and self._last in " \n":
            kept = self._texts.pop().rstrip(" \n")
            if kept:
                self._texts.append(kept)
            self._last = self._texts[-1][-1] if self._texts else "\n"
        length = sum(map(len, self._texts))
        if length < self._length:
            self._length = length
            self.flow.pieces = _cut_pieces(self.flow.pieces, length)


def _cut_pieces(pieces: list[Piece], length: int) -> list[Piece]:
    kept = [piece for piece in pieces if piece.end <= length]
    if len(kept) < len(pieces) and (kept[-1].end if kept else 0) < length:
        kept.append(pieces[len(kept)]._replace(end=length))
    return kept
