"""The words a query wants: what lights up in a snippet, a heading or a title."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from dltui.search.language.words import fold_word, index_words


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word of the query as it may stand in a text.

    Attributes:
        forms: folded words, any of which is it.
        rarity: what a match of it tells.
        prefix: every word that begins so is it too; empty for none.
        run: a run of an unspaced script, found anywhere in a word; empty for none.
    """

    forms: frozenset[str]
    rarity: float = 1.0
    prefix: str = ""
    run: str = ""

    @property
    def signs(self) -> tuple[str, ...]:
        """What text as `comparable` gives it holds where this word stands in it: one of these."""
        if self.run:
            return (self.run,)
        whole = [f" {form} " for form in self.forms if not (self.prefix and form.startswith(self.prefix))]
        return (f" {self.prefix}", *whole) if self.prefix else tuple(whole)


def _holds_one(words: str, signs: Sequence[str]) -> bool:
    for sign in signs:  # noqa: SIM110 -- half the time of any(), and it's done for thousands of titles
        if sign in words:
            return True
    return False


def _beginning(words: Sequence[str]) -> str:
    """What all of some words begin with."""
    first, last = min(words), max(words)
    return next((first[:at] for at, letter in enumerate(first) if last[at : at + 1] != letter), first)


class Which(dict[str, int]):
    """For a word of a text, as written or folded, the place of the wanted word it is; -1 for none."""

    def __init__(self, items: Sequence[Wanted]) -> None:
        super().__init__()
        self._places = {form: place for place, item in reversed([*enumerate(items)]) for form in item.forms}
        self._prefixes = [(place, item.prefix) for place, item in enumerate(items) if item.prefix]
        self._beginnings = tuple(prefix for _, prefix in self._prefixes)
        self._runs = [(place, item.run) for place, item in enumerate(items) if item.run]

    def __missing__(self, token: str) -> int:
        place = self[token] = self._place(token)
        return place

    def _place(self, token: str) -> int:
        for word in index_words(token):
            place = self._places.get(word)
            if place is not None:
                return place
        folded = fold_word(token)
        if folded.startswith(self._beginnings):
            return next(place for place, prefix in self._prefixes if folded.startswith(prefix))
        return next((place for place, run in self._runs if run in folded), -1) if self._runs else -1


class WantedWords:
    """All that a query wants, in its order.

    Args:
        items: one for each word; a word that was asked for twice counts once.

    Attributes:
        which: tells which of the items a word of a text is.
    """

    def __init__(self, items: Sequence[Wanted] = ()) -> None:
        self.items = tuple(dict.fromkeys(items))
        self.which = Which(self.items)

    def all_stand_in(self, words: str) -> bool:
        """Whether every word is among those of a text, as `comparable` gives them."""
        return all(_holds_one(words, signs) for signs in self._signs)

    def share_in(self, words: str) -> float:
        """How many of the words are among those of a text, 0 to 1."""
        if not self.items:
            return 0.0
        return sum(_holds_one(words, signs) for signs in self._signs) / len(self.items)

    @cached_property
    def _signs(self) -> tuple[tuple[str, ...], ...]:
        return tuple(item.signs for item in self.items)

    @cached_property
    def needles(self) -> tuple[str, ...]:
        """What `comparable` text holds wherever all of them stand in it: for a quick first look."""
        return tuple(
            item.run or f" {_beginning([*item.forms, *filter(None, [item.prefix])])}" for item in self.items
        )

    @cached_property
    def runs(self) -> bool:
        """Whether one of them is of an unspaced script."""
        return any(item.run for item in self.items)

    @cached_property
    def is_needle(self) -> bool:
        """Whether its needle tells all: what holds it has it."""
        if len(self.items) != 1:
            return False
        (item,), (needle,) = self.items, self.needles
        return bool(item.run) or (bool(item.prefix) and needle == f" {item.prefix}")

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """The words to light in an article, each once; those that tell next to nothing would light everywhere."""
        telling = [item for at, item in enumerate(self.items) if at not in self.common]
        return tuple(dict.fromkeys(term for item in telling for term in sorted(item.forms) or [item.run]))

    def is_common(self, words: Iterable[str]) -> bool:
        """Whether folded words are all among those that tell next to nothing."""
        return all(any(word in self.items[at].forms for at in self.common) for word in words)

    @cached_property
    def common(self) -> frozenset[int]:
        """The places of words that tell next to nothing beside the others."""
        most = max((item.rarity for item in self.items), default=0.0)
        return frozenset(at for at, item in enumerate(self.items) if item.rarity < most * _TELLING)


_TELLING = 0.25
