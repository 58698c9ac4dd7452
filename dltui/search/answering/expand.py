"""A word of a query becomes the words of the index that answer it, each with what it is worth."""

from math import log
from typing import NamedTuple

from dltui.search.disk.lexicon import SHORTEST_PREFIX
from dltui.search.disk.snapshot import Snapshot
from dltui.search.language.edits import within_edits
from dltui.search.language.query import Word
from dltui.search.language.words import is_unspaced

_FAMILY_WORTH = 0.7
_COMPLETION_WORTH = 0.6
_ALIKE_WORTH = 0.6
_MOST_ALIKE = 24
FEW_COMPLETIONS = 6
MANY_COMPLETIONS = 48


class Forms(NamedTuple):
    """The words that answer one word.

    Attributes:
        worth: of each, 1.0 for the word itself.
        rarity: what a match of it tells: the inverse document frequency.
        complete: no word that would answer was left out.
    """

    worth: dict[str, float]
    rarity: float
    complete: bool


def forms_of(word: Word, snapshot: Snapshot, completions: int) -> Forms:
    """Find the words that answer a word.

    Args:
        word: of the query.
        snapshot: of the index.
        completions: how many at most, for a prefix.
    """
    worth: dict[str, float] = {}
    complete = True
    if word.prefix and is_long_enough(word):
        found = snapshot.completions(word.field, word.text)
        complete = len(found) <= completions and len(word.text) > SHORTEST_PREFIX
        worth = dict.fromkeys([other for other, _ in found[:completions]], _COMPLETION_WORTH)
    if word.edits:
        worth |= {other: _ALIKE_WORTH / edits for other, edits in alike(word, snapshot)}
    if not word.prefix or snapshot.count(word.field, word.text):
        worth |= dict.fromkeys(snapshot.family(word.text), _FAMILY_WORTH)
    worth[word.text] = 1.0
    return Forms(worth, _rarity(word, worth, snapshot), complete)


def is_long_enough(word: Word) -> bool:
    """Whether a prefix may be completed: it has three letters, or was starred, or its script is dense."""
    return len(word.text) >= SHORTEST_PREFIX or not word.typed or is_unspaced(word.text)


def alike(word: Word, snapshot: Snapshot) -> list[tuple[str, int]]:
    """Words of the index within so many edits that begin with the same two letters, with their edits."""
    letters = set(word.text)
    found = [
        (other, edits)
        for other in snapshot.words(word.field, word.text[:2])
        if len(letters.difference(other)) <= word.edits  # a quick look first
        and (edits := within_edits(word.text, other, word.edits))
    ]
    return sorted(found, key=lambda item: (item[1], -snapshot.count(word.field, item[0])))[:_MOST_ALIKE]


def _rarity(word: Word, worth: dict[str, float], snapshot: Snapshot) -> float:
    passages = min(snapshot.passages, sum(snapshot.count(word.field, other) for other in worth))
    return log(1 + (snapshot.passages - passages + 0.5) / (passages + 0.5))
