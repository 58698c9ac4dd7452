"""What is true of a document as a whole, found without parsing it: anchors, footnote numbers, link references."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dltui.markdown.code_regions import end_of_code
from dltui.markdown.codes import Code, diagnose
from dltui.markdown.cut import Piece
from dltui.markdown.deferred import references_of
from dltui.markdown.session import Facts, Reference
from dltui.markdown.slug import Anchors
from dltui.model.diagnostic import Diagnostic

_HOLDERS = r"(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*"
_HEADING = re.compile(
    rf"\n{_HOLDERS}(?:#{{1,6}}(?:[ \t]+(?P<text>[^\n]*))?|(?P<underline>=+|-+)[ \t]*)(?=\n|\Z)"
)
_FIRST_HEADING = re.compile(r"#{1,6}(?:[ \t]+(?P<text>.*))?$", re.MULTILINE)
_FENCE = re.compile(r"^[ \t>]*(?P<mark>`{3,}|~{3,})", re.MULTILINE)
_DEFINITION = re.compile(r"^[ \t>*+-]*\[(?!\^)[^\[\]\n]+\]:", re.MULTILINE)
_NOTE = re.compile(
    r"(?P<code>`+|~{3,})"
    r"|^[ \t>]*\[\^(?P<definition>[^\s\[\]]{1,200})\]:"
    r"|\[\^(?P<name>[^\s\[\]]{1,200})\]"
    r"|(?<!\\)(?P<inline>\^\[)",
    re.MULTILINE,
)


def gather_facts(pieces: Sequence[Piece]) -> tuple[Facts, tuple[Diagnostic, ...]]:
    """The facts of a document that was cut into these pieces, and what is wrong with its footnotes."""
    notes = _Notes()
    for piece in pieces:
        if "[^" in piece.source or "^[" in piece.source:
            notes.scan(piece)
    named, inline = notes.numbers()
    facts = Facts(Anchors(lambda: _headings(pieces)), named, inline, _references(pieces))
    return facts, tuple(notes.diagnostics)


def first_heading(piece: Piece) -> re.Match[str] | None:
    """The heading line that the piece starts with."""
    return _FIRST_HEADING.match(piece.source)


def other_headings(piece: Piece) -> Iterator[tuple[int, str]]:
    """Line and source of whatever may be a heading, but for the heading line that the piece starts with."""
    source = "\n" + piece.source
    line, seen = piece.line - 1, 0
    for match in _HEADING.finditer(source, 1 if first_heading(piece) else 0):
        line += source.count("\n", seen, match.start() + 1)
        seen = match.start() + 1
        if match["underline"] is None:
            yield line, match["text"] or ""
        elif above := source[source.rfind("\n", 0, match.start()) + 1 : match.start()].strip():
            yield line - 1, above


def _headings(pieces: Iterable[Piece]) -> Iterator[tuple[int, str]]:
    for piece in pieces:
        first = first_heading(piece)
        if first:
            yield piece.line, first["text"] or ""
        in_code = _lines_in_code(piece)
        yield from (found for found in other_headings(piece) if found[0] not in in_code)


def _lines_in_code(piece: Piece) -> frozenset[int]:
    """The lines of fences: a comment of a script that looks like a heading takes no heading's anchor."""
    text, position, line, seen = piece.source, 0, piece.line, 0
    lines: set[int] = set()
    while fence := _FENCE.search(text, position):
        position = max(end_of_code(text, fence.start("mark")), fence.end())
        line += text.count("\n", seen, fence.start("mark"))
        seen = fence.start("mark")
        lines.update(range(line, line + text.count("\n", seen, position) + 1))
    return frozenset(lines)


def _references(pieces: Iterable[Piece]) -> Mapping[str, Reference]:
    """All link reference definitions; only pieces that may hold one are looked into, and the first of a name wins."""
    found: dict[str, Reference] = {}
    for piece in pieces:
        if "]:" in piece.source and _DEFINITION.search(piece.source):
            for label, reference in references_of(piece.source).items():
                found.setdefault(label, reference)
    return found


class _Notes:
    """The footnotes of a document, numbered in the order of their first reference.

    Attributes:
        written: the names that have a text.
        referred: names in the order of their first reference; the line of an inline footnote in place of a name.
    """

    def __init__(self) -> None:
        self.written: dict[str, None] = {}
        self.referred: dict[str | tuple[int, int], None] = {}
        self.diagnostics: list[Diagnostic] = []

    def scan(self, piece: Piece) -> None:
        """Collect what a piece refers to and what it writes."""
        text, position, line, seen = piece.source, 0, piece.line, 0
        while place := _NOTE.search(text, position):
            position = place.end()
            if place["code"]:
                position = end_of_code(text, place.start())
                continue
            line += text.count("\n", seen, position - 1)
            seen = position - 1
            self._add(place, line)

    def _add(self, place: re.Match[str], line: int) -> None:
        name = place["definition"]
        if name is None:
            self.referred[place["name"] or (line, place.start())] = None
        elif name in self.written:
            self.diagnostics.append(diagnose(Code.FOOTNOTE_DUPLICATE, line))
        else:
            self.written[name] = None

    def numbers(self) -> tuple[Mapping[str, int], Mapping[int, tuple[int, ...]]]:
        """The number of each footnote that is written, and those of the inline ones on each line."""
        named: dict[str, int] = {}
        inline: dict[int, tuple[int, ...]] = {}
        number = 0
        for key in (*self.referred, *self.written):
            if isinstance(key, str) and (key in named or key not in self.written):
                continue
            number += 1
            if isinstance(key, str):
                named[key] = number
            else:
                inline[key[0]] = (*inline.get(key[0], ()), number)
        return named, inline
