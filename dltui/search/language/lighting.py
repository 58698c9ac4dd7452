"""Which words of a text are lit, by the terms of a hit: in its title and heading, and in its whole article."""

import re
from collections.abc import Sequence

from dltui.model.passage import Match
from dltui.search.language.words import fold_word, index_words, is_unspaced, token_matches

_ENDING_FROM = 3
"""Letters from which on a term may go on: it may be a stem, or be typed still."""


def lit_in(text: str, terms: Sequence[str]) -> tuple[Match, ...]:
    """Where words of a text are among some terms, or go on from one.

    Args:
        text: on one line.
        terms: as a hit has them: folded words, and runs of scripts without spaces.
    """
    whole, begun = frozenset(terms), tuple(filter(_goes_on, terms))
    runs = [term for term in terms if is_unspaced(term)]
    found = []
    for match in token_matches(text):
        run = next((run for run in runs if run in match[0]), "")
        if run:
            start = match.start() + match[0].index(run)
            found.append(Match(start, start + len(run)))
        elif not whole.isdisjoint(index_words(match[0])) or fold_word(match[0]).startswith(begun):
            found.append(Match(match.start(), match.end()))
    return tuple(found)


def pattern_for(terms: Sequence[str]) -> str:
    """A regular expression for the terms of a hit in the text of an article; empty for no terms."""
    return "|".join(map(_pattern, terms))


def _pattern(term: str) -> str:
    if is_unspaced(term):
        return re.escape(term)
    ending = r"\w*" if _goes_on(term) else r"(?!\w)"
    return rf"(?<!\w){re.escape(term)}{ending}"


def _goes_on(term: str) -> bool:
    return len(term) >= _ENDING_FROM and term[-1].isalnum() and not is_unspaced(term)
