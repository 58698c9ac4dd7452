"""How close together the words of a query stand in a text."""

from collections.abc import Sequence

from dltui.search.wanted import Wanted
from dltui.search.words import fold_word, tokens_of


def closeness(text: str, wanted: Sequence[Wanted]) -> float:
    """1.0 where they follow one another in the query's order, less the further apart, 0.0 where one is missing."""
    places = _places(text, wanted)
    held: dict[int, int] = {}
    shortest = 0
    in_order = False
    for place, word in places:
        held[word] = place
        if len(held) == len(wanted):
            length = place - min(held.values()) + 1
            if not shortest or length < shortest:
                shortest = length
                in_order = all(held[at] < held[at + 1] for at in range(len(wanted) - 1))
    if not shortest:
        return 0.0
    return min(1.0, len(wanted) / shortest) * (1.0 if in_order else 0.8)


def _places(text: str, wanted: Sequence[Wanted]) -> list[tuple[int, int]]:
    """The words of the text that are wanted: their place among the words, and which of the query they are."""
    places = []
    known: dict[str, int] = {}
    for place, token in enumerate(tokens_of(text)):
        word = known.get(token)
        if word is None:
            folded = fold_word(token)
            word = known[token] = next((at for at, item in enumerate(wanted) if item.fits(folded)), -1)
        if word >= 0:
            places.append((place, word))
    return places
