"""Finding a label by some of its letters, in their order. No Textual here."""

import re
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import islice

from dltui.model.clean import fold
from dltui.model.packed import PackedTexts

#: Labels that are looked at between two chances for something else to happen; about a millisecond.
_SLICE = 1000
_MOST = 200

#: What one term of a text is in a label, from the best kind of match to the worst.
_BEGINS, _BEGINS_WORD, _WITHIN, _SCATTERED = range(4)


class FuzzyFinder:
    """Finds labels that hold every word of a text, as it stands or with other letters in between.

    Args:
        labels: clean.
        recent: indices of the labels that come first where nothing else decides, the first one first.
    """

    def __init__(self, labels: Iterable[str], recent: Sequence[int] = ()) -> None:
        self._folded = PackedTexts(map(fold, labels))
        self._recent = {index: rank for rank, index in enumerate(recent)}
        others = (index for index in range(len(self._folded)) if index not in self._recent)
        self._first = [*recent[:_MOST], *islice(others, max(0, _MOST - len(recent)))]

    def search(self, text: str) -> Iterator[Sequence[int] | None]:
        """Look for a text in small steps.

        Yields:
            None after each step; at the end the indices of at most 200 labels, the best first.
        """
        terms = fold(text).split()
        if not terms:
            yield self._first
            return
        found: list[int] = []
        for part in self._slices():
            found += [at for at, label in part if all(term in label for term in terms)]
            yield None
        if len(found) < _MOST:
            known = set(found)
            patterns = [_scattered(term) for term in terms]
            for part in self._slices():
                found += [at for at, label in part if at not in known and _has(label, patterns)]
                yield None
        ranked: list[tuple[tuple[int, ...], int]] = []
        for start in range(0, len(found), _SLICE):
            ranked += [(self._rank(at, terms), at) for at in found[start : start + _SLICE]]
            yield None
        yield [at for _, at in nsmallest(_MOST, ranked)]

    def _slices(self) -> Iterator[Iterator[tuple[int, str]]]:
        """The labels with their indices, some at a time."""
        starts = range(0, len(self._folded), _SLICE)
        return (enumerate(self._folded[start : start + _SLICE], start) for start in starts)

    def _rank(self, at: int, terms: Sequence[str]) -> tuple[int, ...]:
        """How well a label answers; less is better."""
        label = self._folded[at]
        kinds = [_kind(label, term) for term in terms]
        spread = sum(
            _spread(label, term) for term, kind in zip(terms, kinds, strict=True) if kind == _SCATTERED
        )
        return (sum(kinds), spread, self._recent.get(at, len(self._recent)), len(label))


def lit_letters(label: str, text: str) -> list[int]:
    """The places of a label's letters that answer a text, in order; none where folding moves them."""
    folded = fold(label)
    if len(folded) != len(label):
        return []
    lit: set[int] = set()
    for term in fold(text).split():
        lit.update(_letters(folded, term))
    return sorted(lit)


def _has(label: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    return all(pattern.match(label) for pattern in patterns)


def _kind(label: str, term: str) -> int:
    at = label.find(term)
    if at < 0:
        return _SCATTERED
    return _BEGINS if at == 0 else _BEGINS_WORD if _word_start(label, term) >= 0 else _WITHIN


def _word_start(label: str, term: str) -> int:
    """Where a term begins a word of a label; -1 for nowhere."""
    at = label.find(term)
    while at > 0 and label[at - 1].isalnum():
        at = label.find(term, at + 1)
    return at


def _letters(label: str, term: str) -> list[int]:
    """The places of a term's letters in a label, as close together as their last one allows."""
    at = _word_start(label, term)
    at = label.find(term) if at < 0 else at
    if at >= 0:
        return list(range(at, at + len(term)))
    end = 0
    for letter in term:
        end = label.find(letter, end) + 1
        if not end:
            return []
    places: list[int] = []
    for letter in reversed(term):
        end = label.rfind(letter, 0, end)
        places.append(end)
    return places[::-1]


def _spread(label: str, term: str) -> int:
    places = _letters(label, term)
    return places[-1] - places[0] if places else 0


def _scattered(term: str) -> re.Pattern[str]:
    """What matches a label with the letters of a term in their order; it never looks at a letter twice."""
    return re.compile("".join(f"[^{re.escape(letter)}]*+{re.escape(letter)}" for letter in term), re.DOTALL)
