"""Did you mean: a word nobody wrote is close to one that many did."""

import re
from collections.abc import Sequence

from dltui.search.answering.deadline import Deadline
from dltui.search.disk.snapshot import Snapshot
from dltui.search.language.edits import within_edits
from dltui.search.language.words import fold_word, token_matches

_QUOTES = re.compile('["“”„«»]')
_AFTER_FIELD = re.compile('(?<=:)["“„«]')
_UNWANTED_PHRASE = re.compile('-["“„«]|NOT ')
_SHORTEST = 4
_LONG = 6


def suggestion(text: str, unknown: Sequence[str], snapshot: Snapshot, deadline: Deadline) -> str | None:
    """The query with its unknown words replaced by words of the index; None where there is nothing close.

    Args:
        text: the query as typed.
        unknown: its words, folded, that no passage holds.
        snapshot: of the index.
        deadline: after which no more is looked for.
    """
    better = {word: other for word in unknown if (other := _closest(word, snapshot, deadline))}
    if not better:
        return None
    parts, end = [], 0
    for match in token_matches(text):
        other = better.get(fold_word(match[0]))
        if other:
            parts += [text[end : match.start()], other]
            end = match.end()
    return "".join([*parts, text[end:]])


def unquoted(text: str, unknown: Sequence[str]) -> str | None:
    """A query that finds nothing with its phrases as words; None where there is no phrase, or a word nobody wrote."""
    if unknown or not _QUOTES.search(text) or _UNWANTED_PHRASE.search(text):
        return None
    return " ".join(_QUOTES.sub(" ", _AFTER_FIELD.sub("", text)).split()) or None


def _closest(word: str, snapshot: Snapshot, deadline: Deadline) -> str | None:
    """The word it's the beginning of, else the most frequent of the closest ones with the same first letter."""
    if len(word) < _SHORTEST:
        return None
    for other, _ in snapshot.completions("text", word):
        return other
    most = 1 if len(word) < _LONG else 2
    best: tuple[int, int, str] | None = None
    for other, count in snapshot.completions("text", word[:1]):
        if deadline.passed:
            break
        edits = within_edits(word, other, best[0] if best else most)
        if edits is not None and (best is None or (edits, -count) < best[:2]):
            best = (edits, -count, other)
    return best[2] if best else None
