"""How the last word of a query could go on: names of fields, their values, words of the index."""

import re
from collections.abc import Iterable

from dltui.model.clean import fold
from dltui.search.disk.lexicon import SHORTEST_PREFIX
from dltui.search.disk.snapshot import Snapshot
from dltui.search.language.lexer import FIELDS
from dltui.search.language.query import FEATURES
from dltui.search.language.words import fold_word, is_unspaced

_LAST = re.compile(r'(?P<before>(?:.*[\s(])?-?)(?:(?P<field>[A-Za-z]+):)?(?P<start>"?[^\s"():]*)', re.DOTALL)
_SHORTEST_FIELD = 2


def completions_of(text: str, snapshot: Snapshot, most: int) -> tuple[str, ...]:
    """The query with its last word gone on, likeliest first, as typed where that is a word; none where nothing fits.

    Args:
        text: the query as typed so far.
        snapshot: of the index.
        most: how many at most.
    """
    match = _LAST.fullmatch(text)
    if match is None:
        return ()
    before, field, start = match["before"], (match["field"] or "").lower(), match["start"].lstrip('"')
    if not field:
        found = [*_fields(start), *_words("text", start, snapshot)]
    elif field in {"title", "heading"}:
        found = [f"{field}:{word}" for word in _words(field, start, snapshot)]
    else:
        found = [f"{field}:{_quoted(value)}" for value in _values(field, start, snapshot)]
    return tuple(f"{before}{item}" for item in found[:most])


def _fields(start: str) -> list[str]:
    if len(start) < _SHORTEST_FIELD:
        return []
    return [f"{name}:" for name in FIELDS if name.startswith(start.lower())]


def _words(field: str, start: str, snapshot: Snapshot) -> list[str]:
    prefix = fold_word(start)
    if len(prefix) < SHORTEST_PREFIX and not is_unspaced(prefix):
        return []
    return [word for word, _ in snapshot.completions(field, prefix)]


def _values(field: str, start: str, snapshot: Snapshot) -> list[str]:
    if field in {"channel", "category", "path"}:
        return _beginning(snapshot.values(field), start)
    if field == "has":
        return _beginning(FEATURES, start)
    if field == "tag":
        return [key.partition(":")[2] for key, _ in snapshot.completions("key", f"tag:{fold(start)}")]
    return []


def _beginning(values: Iterable[str], start: str) -> list[str]:
    return sorted(value for value in values if value and fold(value).startswith(fold(start)))


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"[\s()]", value) else value
