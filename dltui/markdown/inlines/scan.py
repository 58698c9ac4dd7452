"""The state of one pass over a run of inline text."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from dltui.markdown.codes import Code, diagnose
from dltui.markdown.session import Session
from dltui.model.inline import Inline, Text

_TICKS = re.compile("`+")


class Delimiter:
    """A run of characters, or an HTML tag, that may open or close a style.

    Attributes:
        mark: what opener and closer have in common: the character, or the tag's name.
        length: characters of the run that are not used up yet; 1 for a tag.
        source: as written, for a tag that stays unused.
    """

    __slots__ = ("closes", "length", "mark", "opens", "source", "written_length")

    def __init__(self, mark: str, source: str, *, opens: bool, closes: bool) -> None:
        self.mark = mark
        self.source = source
        self.opens = opens
        self.closes = closes
        self.length = 1 if self.is_tag else len(source)
        self.written_length = self.length

    @property
    def is_tag(self) -> bool:
        """Whether it's an HTML tag, not a run of characters."""
        return self.source[0] == "<"


@dataclass(slots=True)
class Bracket:
    """A `[` or `![` that may open a link.

    Attributes:
        index: its place in the pieces.
        start: the offset behind it.
        line: 1-based line of the file.
        active: False once a link has closed inside it: links don't nest.
    """

    source: str
    index: int
    start: int
    line: int
    active: bool = True


Piece = Inline | Delimiter | Bracket


class Scan:
    """One pass over a run of text.

    Attributes:
        text: the run; its newlines are the file's.
        line: 1-based line of the file that the pass has come to.
        pieces: what was found so far, in order.
        taken: the offset that the pieces reach to; what follows it is plain text so far.
        brackets: those still open, outermost first.
    """

    __slots__ = ("_last_places", "_ticks", "brackets", "line", "pieces", "session", "taken", "text")

    def __init__(self, text: str, line: int, session: Session) -> None:
        self.text = text
        self.line = line
        self.session = session
        self.pieces: list[Piece] = []
        self.taken = 0
        self.brackets: list[Bracket] = []
        self._ticks: dict[int, list[int]] | None = None
        self._last_places: dict[str, int] = {}

    def push(self, piece: Piece, start: int, end: int) -> int:
        """Add a piece for `text[start:end]`, after the plain text before it; returns `end`."""
        if start > self.taken:
            self.pieces.append(Text(self.text[self.taken : start]))
        self.pieces.append(piece)
        self.taken = end
        return end

    def push_all(self, pieces: Iterable[Piece], start: int, end: int) -> int:
        """Add pieces for `text[start:end]`, after the plain text before it; returns `end`."""
        if start > self.taken:
            self.pieces.append(Text(self.text[self.taken : start]))
        self.pieces.extend(pieces)
        self.taken = end
        return end

    def closing_ticks(self, length: int, start: int) -> int:
        """The offset of the next run of exactly so many backticks; -1 if there is none."""
        if self._ticks is None:
            self._ticks = {}
            for run in _TICKS.finditer(self.text):
                self._ticks.setdefault(run.end() - run.start(), []).append(run.start())
        runs = self._ticks.get(length, [])
        place = bisect_left(runs, start)
        return runs[place] if place < len(runs) else -1

    def find(self, mark: str, start: int) -> int:
        """The next offset of a mark; -1 if there is none. Cheap when asked in vain over and over."""
        if mark not in self._last_places:
            self._last_places[mark] = self.text.rfind(mark)
        return self.text.find(mark, start) if self._last_places[mark] >= start else -1

    def report(self, code: Code) -> None:
        """Note an imperfection at the line the pass has come to."""
        self.session.diagnostics.append(diagnose(code, self.line))
