"""How close together the words of a query stand in a text."""

from collections.abc import Iterable

from dltui.search.language.wanted import WantedWords

_OUT_OF_ORDER = 0.8


def closeness(tokens: Iterable[str], wanted: WantedWords) -> float:
    """1.0 where they follow one another in the query's order, less the further apart, 0.0 where one is missing."""
    which = wanted.which
    count = len(wanted.items)
    held: dict[int, int] = {}
    closest = 0.0
    for place, word in enumerate([which[token] for token in tokens]):
        if word < 0:
            continue
        held[word] = place
        if len(held) == count:
            length = place - min(held.values()) + 1
            in_order = all(held[at] < held[at + 1] for at in range(count - 1))
            closest = max(closest, count / length * (1.0 if in_order else _OUT_OF_ORDER))
    return min(1.0, closest)
