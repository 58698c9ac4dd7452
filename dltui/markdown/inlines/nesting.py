"""Pieces become nested inlines: delimiters find their partners, what stays alone becomes text again."""

from dltui.markdown.inlines.scan import Bracket, Delimiter, Piece
from dltui.model.inline import Html, Inline, Inlines, Style, Styled, Text

_STYLES = {
    ("*", 1): Style.EMPHASIS,
    ("_", 1): Style.EMPHASIS,
    ("*", 2): Style.STRONG,
    ("_", 2): Style.STRONG,
    ("=", 2): Style.HIGHLIGHT,
    ("~", 2): Style.STRIKE,
    ("b", 1): Style.STRONG,
    ("strong", 1): Style.STRONG,
    ("i", 1): Style.EMPHASIS,
    ("em", 1): Style.EMPHASIS,
    ("u", 1): Style.UNDERLINE,
    ("ins", 1): Style.UNDERLINE,
    ("mark", 1): Style.HIGHLIGHT,
    ("del", 1): Style.STRIKE,
    ("s", 1): Style.STRIKE,
    ("strike", 1): Style.STRIKE,
    ("sup", 1): Style.SUPERSCRIPT,
    ("sub", 1): Style.SUBSCRIPT,
    ("kbd", 1): Style.KEYBOARD,
    ("small", 1): Style.SMALL,
}
STYLE_TAGS = frozenset(mark for mark, _ in _STYLES if mark.isalpha())

_DEEPEST = 48
"""How many delimiters may be open at once: bounds the tree's depth, so that nobody who walks it runs out of stack."""


def resolve(pieces: list[Piece]) -> Inlines:
    """Match the delimiters among the pieces, and join what is plain text."""
    if any(isinstance(piece, Delimiter) for piece in pieces):
        pieces = _Nesting().run(pieces)
    return joined(pieces)


class _Nesting:
    """CommonMark's delimiter algorithm.

    Attributes:
        out: the pieces so far, styled where a pair was found.
        openers: the delimiters that may still open, each with its place in `out`.
        open_length: the sum of their lengths.
        floors: for each kind of closer, how far down the openers hold no partner.
    """

    def __init__(self) -> None:
        self.out: list[Piece] = []
        self.openers: list[tuple[int, Delimiter]] = []
        self.open_length = 0
        self.floors: dict[tuple[str, bool, int], int] = {}

    def run(self, pieces: list[Piece]) -> list[Piece]:
        for piece in pieces:
            if not isinstance(piece, Delimiter):
                self.out.append(piece)
                continue
            if piece.closes:
                self._close(piece)
            if piece.length:
                self._open(piece)
        return self.out

    def _open(self, piece: Delimiter) -> None:
        if piece.opens and self.open_length + piece.length <= _DEEPEST:
            self.openers.append((len(self.out), piece))
            self.open_length += piece.length
        self.out.append(piece)

    def _close(self, closer: Delimiter) -> None:
        while closer.length:
            level = self._level_of_opener(closer)
            if level < 0:
                return
            self._wrap(level, closer)

    def _level_of_opener(self, closer: Delimiter) -> int:
        """The level in `openers` of the nearest partner; -1 if there is none."""
        key = (closer.mark, closer.opens, closer.written_length % 3)
        for level in range(len(self.openers) - 1, self.floors.get(key, 0) - 1, -1):
            if _match(self.openers[level][1], closer):
                return level
        self.floors[key] = len(self.openers)
        return -1

    def _wrap(self, level: int, closer: Delimiter) -> None:
        """Make what stands between an opener and its closer one styled piece."""
        place, opener = self.openers[level]
        self._forget(level + 1)
        used = 2 if opener.length >= 2 and closer.length >= 2 else 1
        opener.length -= used
        closer.length -= used
        self.open_length -= used
        children = joined(self.out[place + 1 :])
        del self.out[place + 1 :]
        if not opener.length:
            self._forget(level)
            self.out.pop()
        if children:
            self.out.append(Styled(_STYLES[opener.mark, used], children))

    def _forget(self, level: int) -> None:
        """Give up the openers from a level on."""
        self.open_length -= sum(opener.length for _, opener in self.openers[level:])
        del self.openers[level:]
        for key, floor in self.floors.items():
            self.floors[key] = min(floor, level)


def _match(opener: Delimiter, closer: Delimiter) -> bool:
    """Whether two delimiters belong together; a run that could do both obeys the rule of three."""
    if opener.mark != closer.mark:
        return False
    if opener.mark not in "*_" or not (opener.closes or closer.opens):
        return True
    total = opener.written_length + closer.written_length
    return total % 3 != 0 or (opener.written_length % 3 == 0 and closer.written_length % 3 == 0)


def joined(pieces: list[Piece]) -> Inlines:
    """Inlines in which unused delimiters and brackets are text, and no two texts are neighbours."""
    out: list[Inline] = []
    texts: list[str] = []
    for piece in pieces:
        if isinstance(piece, Text):
            texts.append(piece.text)
        elif isinstance(piece, Bracket):
            texts.append(piece.source)
        elif isinstance(piece, Delimiter):
            if piece.is_tag:
                _join(texts, out)
                out.append(Html(piece.source))
            else:
                texts.append(piece.mark * piece.length)
        else:
            if texts:
                _join(texts, out)
            out.append(piece)
    if texts:
        _join(texts, out)
    return tuple(out)


def _join(texts: list[str], out: list[Inline]) -> None:
    text = "".join(texts)
    texts.clear()
    if text:
        out.append(Text(text))
