"""A query's text cut into tokens; any text can be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

FILTERS = ("channel", "category", "video", "path", "tag", "links", "at", "has")
FIELDS = ("title", "heading", *FILTERS)
"""Names that mean a field before a colon."""

LONGEST_QUERY = 1000
"""Characters that are read."""


class Kind(Enum):
    """What a token is; the values name groups of the pattern."""

    WORD = "word"
    QUOTE = "quote"
    FIELD = "field"
    OPEN = "open"
    CLOSE = "close"
    AND = "and"
    OR = "or"
    NOT = "not"
    PLUS = "plus"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query.

    Attributes:
        text: of a QUOTE without its marks, of a FIELD the name in lower case, else as written.
        unfinished: nothing follows, not even a space or a closing mark, so it may go on.
    """

    kind: Kind
    text: str
    unfinished: bool = False


_TOKEN = re.compile(
    rf"""
      "(?P<quote>[^"]*)(?P<closed>"?)
    | (?P<open>\()
    | (?P<close>\))
    | (?P<not>-(?=[^\s-])|NOT(?=\s))
    | (?P<plus>\+(?=[^\s+-]))
    | (?P<and>AND(?=\s))
    | (?P<or>OR(?=\s))
    | (?P<field>(?i:{"|".join(FIELDS)})):(?=[^\s)])
    | (?P<word>(?:\[\[[^\[\]]*\]\]|[^\s"()])+)
    """,
    re.VERBOSE,
)
_QUOTATION_MARKS = str.maketrans("“”„«»", '"""""')


def tokens_in(text: str) -> Iterator[Token]:
    """Cut a query into tokens; a minus, a plus, an operator or a field counts only where a word could begin."""
    text = text[:LONGEST_QUERY].translate(_QUOTATION_MARKS)
    for match in _TOKEN.finditer(text):
        kind = Kind(_kind(match))
        written = match[kind.value]
        yield Token(
            kind,
            written.lower() if kind is Kind.FIELD else written,
            unfinished=match.end() == len(text) and not match["closed"],
        )


def _kind(match: re.Match[str]) -> str:
    return "quote" if match["quote"] is not None else str(match.lastgroup)
