"""Which lines of a plain text are headings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dltui.markdown.plain.lines import Kind, PlainLine, is_heading_like

_ENUMERATED = (Kind.CHAPTER, Kind.ROMAN, Kind.LETTERED, Kind.DECIMAL, Kind.NUMBERED)
_MOST_IN_A_ROW = 3


@dataclass(slots=True, eq=False)
class Section:
    """A heading and what stands under it up to the next one; the first section of a text has none.

    Attributes:
        level: 1 to 6; 0 for a line that isn't a heading after all.
        folded: it's a part of the page around the text.
    """

    heading: PlainLine | None
    body: list[PlainLine] = field(default_factory=list)
    level: int = 0
    folded: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands under the heading."""
        return all(line.kind is Kind.EMPTY for line in self.body)

    @property
    def words(self) -> int:
        """How many words stand under the heading."""
        return sum(len(line.text.split()) for line in self.body)


def is_spaced(lines: Sequence[PlainLine]) -> bool:
    """Whether paragraphs are parted by empty lines: then a short line alone is a heading, capitals or not."""
    written = sum(line.kind is not Kind.EMPTY for line in lines)
    return len(lines) - written > written / 4


def sections_of(lines: Sequence[PlainLine]) -> list[Section]:
    """A text in sections."""
    heads = _spaced_heads(lines) if is_spaced(lines) else _dense_heads(lines)
    sections = [Section(None)]
    for index, line in enumerate(lines):
        if index in heads:
            sections.append(Section(line))
        else:
            sections[-1].body.append(line)
    return sections


def _dense_heads(lines: Sequence[PlainLine]) -> set[int]:
    """Without empty lines: numbered lines in sequence, and lines in title case."""
    heads = _enumerated_heads(lines)
    return heads | {
        index for index, line in enumerate(lines) if line.kind is Kind.TITLE and index + 1 < len(lines)
    }


def _spaced_heads(lines: Sequence[PlainLine]) -> set[int]:
    """With empty lines: the same, and every short line that stands alone; many of them in a row are no headings."""
    alone = {index for index in range(len(lines)) if _stands_alone(lines, index)}
    short = {index for index in alone if lines[index].kind in (Kind.TITLE, Kind.SHORT)}
    heads = (_enumerated_heads(lines) & alone) | short
    return heads - _runs(lines, heads)


def _stands_alone(lines: Sequence[PlainLine], index: int) -> bool:
    def is_empty(place: int) -> bool:
        return not 0 <= place < len(lines) or lines[place].kind is Kind.EMPTY

    return not is_empty(index) and is_empty(index - 1) and is_empty(index + 1) and index + 1 < len(lines)


def _runs(lines: Sequence[PlainLine], heads: set[int]) -> set[int]:
    """Those of the heads that follow each other in long runs without any text: verses, addresses, menus."""
    found: set[int] = set()
    run: list[int] = []
    for index, line in enumerate(lines):
        if index in heads:
            run.append(index)
        elif line.kind is not Kind.EMPTY:
            if len(run) > _MOST_IN_A_ROW:
                found.update(run)
            run = []
    return found | set(run if len(run) > _MOST_IN_A_ROW else [])


def _enumerated_heads(lines: Sequence[PlainLine]) -> set[int]:
    """Numbered and lettered lines that are short, follow each other in order, and have text between them."""
    written = [index for index, line in enumerate(lines) if line.kind is not Kind.EMPTY]
    place = {index: number for number, index in enumerate(written)}
    heads: set[int] = set()
    for kind in _ENUMERATED:
        candidates = [
            index for index in written if lines[index].kind is kind and is_heading_like(lines[index].text)
        ]
        for sequence in _sequences(lines, candidates):
            touching = sum(place[following] == place[index] + 1 for index, following in pairwise(sequence))
            if touching * 2 < len(sequence):
                heads.update(sequence)
    return heads


def _sequences(lines: Sequence[PlainLine], candidates: Sequence[int]) -> Iterator[list[int]]:
    """The candidates in runs of at least two that count up from 1; a decimal may stand alone."""
    sequence: list[int] = []
    for index in candidates:
        line = lines[index]
        if sequence and line.ordinal == lines[sequence[-1]].ordinal + 1:
            sequence.append(index)
            continue
        if _counts(lines, sequence):
            yield sequence
        sequence = [index] if line.ordinal == 1 or line.kind is Kind.DECIMAL else []
    if _counts(lines, sequence):
        yield sequence


def _counts(lines: Sequence[PlainLine], sequence: Sequence[int]) -> bool:
    return len(sequence) > 1 or (len(sequence) == 1 and lines[sequence[0]].kind is Kind.DECIMAL)
