"""What each line of a plain text looks like, taken by itself."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise


class Kind(Enum):
    """The look of a line."""

    EMPTY = auto()
    RULE = auto()
    BULLET = auto()
    CHAPTER = auto()
    ROMAN = auto()
    LETTERED = auto()
    DECIMAL = auto()
    NUMBERED = auto()
    TITLE = auto()
    SHORT = auto()
    TERM = auto()
    LEAD = auto()
    TEXT = auto()


@dataclass(slots=True)
class PlainLine:
    """A line of plain text.

    Attributes:
        number: 1-based line of the file.
        text: without the space around it, and without a bullet.
        indent: columns before it.
        ordinal: the number or letter it starts with, counted from 1; 0 if it starts with none.
        depth: how many numbers a `DECIMAL` line starts with (`1.2` has two).
        gap: whether an empty line stands before it.
    """

    kind: Kind
    number: int
    text: str
    indent: int = 0
    ordinal: int = 0
    depth: int = 0
    gap: bool = False


_RULE = re.compile(r"([*_=~–—-])(?:[ \t]*\1){2,}")
_BULLET = re.compile(r"[•◦▪▫‣●○·∙➢➤✓✔*+–—-][ \t]+(?=\S)")
_CHAPTER = re.compile(
    r"(?:chapter|part|section|cap[ií]tulo|kapitel|chapitre)[ \t]+(?P<ordinal>\d{1,3}|[IVXLC]+)\b",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?P<ordinal>[IVXLC]+)[.)][ \t]+(?=\S)")
_LETTERED = re.compile(r"(?P<ordinal>[A-Z])[.)][ \t]+(?=\S)")
_DECIMAL = re.compile(r"(?P<ordinal>\d{1,3}(?:\.\d{1,3})+)\.?[ \t]+(?=\S)")
_NUMBERED = re.compile(r"(?P<ordinal>\d{1,3})[.)][ \t]+(?=\S)")
_TERM = re.compile(r"(?P<term>[^\W_][^:.!?]{0,60}):[ \t]+\S")
_UNFINISHED = re.compile(r"[\w)\]\"'’”?&+%]\Z")
_WORD = re.compile(r"[^\W_](?:[\w'’&/+.-]*\w)?")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}

MOST_HEADING_WORDS = 12
_MOST_TITLE_WORDS = 10
_NEUTRAL_LENGTH = 4


def read_lines(text: str, first: int) -> list[PlainLine]:
    """All lines of a text whose first line has that number in the file."""
    lines = [_read(line.expandtabs(4), number) for number, line in enumerate(text.split("\n"), first)]
    for before, line in pairwise(lines):
        line.gap = before.kind is Kind.EMPTY
    return lines


def _read(line: str, number: int) -> PlainLine:
    text = line.strip()
    indent = len(line) - len(line.lstrip())
    if not text:
        return PlainLine(Kind.EMPTY, number, "")
    if _RULE.fullmatch(text):
        return PlainLine(Kind.RULE, number, text, indent)
    bullet = _BULLET.match(text)
    if bullet:
        return PlainLine(Kind.BULLET, number, text[bullet.end() :], indent)
    return _numbered(text, number, indent) or PlainLine(_kind_of_words(text), number, text, indent)


def _numbered(text: str, number: int, indent: int) -> PlainLine | None:
    for kind, pattern in _ORDINALS:
        match = pattern.match(text)
        if match:
            ordinal = match["ordinal"]
            depth = ordinal.count(".") + 1
            return PlainLine(kind, number, text, indent, _count(kind, ordinal), depth)
    return None


_ORDINALS = (
    (Kind.CHAPTER, _CHAPTER),
    (Kind.DECIMAL, _DECIMAL),
    (Kind.NUMBERED, _NUMBERED),
    (Kind.LETTERED, _LETTERED),
    (Kind.ROMAN, _ROMAN),
)


def _count(kind: Kind, ordinal: str) -> int:
    """A number, letter or Roman number as a count from 1."""
    if kind is Kind.LETTERED:
        return ord(ordinal) - ord("A") + 1
    last = ordinal.rpartition(".")[2]
    return int(last) if last.isdigit() else roman(ordinal)


def roman(numeral: str) -> int:
    """A Roman number's value."""
    digits = [_ROMAN_DIGITS[char] for char in numeral.upper()]
    return sum(
        -digit if digit < following else digit
        for digit, following in zip(digits, [*digits[1:], 0], strict=True)
    )


def _kind_of_words(text: str) -> Kind:
    if text.endswith(":"):
        return Kind.LEAD
    if is_heading_like(text):
        return Kind.TITLE if is_title_case(text) else Kind.SHORT
    return Kind.TERM if _TERM.match(text) else Kind.TEXT


def is_heading_like(text: str) -> bool:
    """Whether a line is as short as a heading and doesn't end as a sentence does."""
    return 1 <= len(_WORD.findall(text)) <= MOST_HEADING_WORDS and _UNFINISHED.search(text) is not None


def is_title_case(text: str) -> bool:
    """Whether a line's words are capitalised as in a title; short words may be small."""
    words = [word for word in _WORD.findall(text) if word[0].isalpha()]
    if not words or len(words) > _MOST_TITLE_WORDS or not words[0][0].isupper():
        return False
    return all(not word[0].islower() or len(word) <= _NEUTRAL_LENGTH for word in words)


def term_of(text: str) -> str:
    """What stands before the colon of a `TERM` line."""
    match = _TERM.match(text)
    return match["term"] if match else ""
