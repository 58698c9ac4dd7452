"""A query in words, as it was understood."""

from typing import NamedTuple

from dltui.model.timestamp import clock
from dltui.search.language.query import FEATURES, And, Filter, Leaf, Node, Not, Or, Phrase, Query, Span, Word
from dltui.search.language.seconds import END_OF_TIME

_PLACES = {"text": "", "title": " in the title", "heading": " in the heading"}
_FILTERS = {
    "channel": "in the channel “{}”",
    "category": "in the category “{}”",
    "video": "of the video “{}”",
    "path": "in a file whose path holds “{}”",
    "tag": "with the tag “{}”",
    "links": "linking to “{}”",
    "has": "with {}",
}
_COUNTABLE = {"callout": "a callout", "missing": "a missing link", "moment": "a moment", "table": "a table"}


class Understood(NamedTuple):
    """A query as it was understood.

    Attributes:
        said: in words; empty for an empty one.
        is_plain: it wants nothing but words, so saying it tells nothing new.
        notes: sentences about what was not understood as written, or given up.
    """

    said: str
    is_plain: bool
    notes: tuple[str, ...]

    @property
    def whole(self) -> str:
        """All of it."""
        return "; ".join(filter(None, (self.said, *self.notes)))


def in_words(query: Query) -> Understood:
    """The query as a reader would say it."""
    said = _said(query.root, outermost=True) if query.root else ""
    return Understood(said, query.root is None or _is_plain(query.root), query.notes)


def _is_plain(node: Node) -> bool:
    match node:
        case Word(_, field, prefix, typed, edits):
            return field == "text" and prefix == typed and not edits
        case And(children):
            return all(map(_is_plain, children))
        case _:
            return False


def _said(node: Node, *, outermost: bool = False) -> str:
    match node:
        case Not(child):
            return f"not {_said(child)}"
        case And(children):
            said = " and ".join(map(_said, children))
        case Or(children):
            said = " or ".join(map(_said, children))
        case _:
            return _said_leaf(node)
    return said if outermost else f"({said})"


def _said_leaf(leaf: Leaf) -> str:
    match leaf:
        case Word(text, field, prefix, _, edits):
            said = f"words like “{text}”" if edits else f"“{text}…”" if prefix else f"“{text}”"
            return said + _PLACES[field]
        case Phrase((run,), field):
            return f"“{run}”{_PLACES[field]}"
        case Phrase(words, field, prefix):
            return f"the phrase “{' '.join(words)}{'…' if prefix else ''}”{_PLACES[field]}"
        case Filter(name, value):
            return _FILTERS[name].format(_feature(value) if name == "has" else value)
        case Span(first, last):
            return _said_span(first, last)


def _feature(value: str) -> str:
    """A feature by its name or the beginning of one, as `has:` takes it."""
    meant = [name for name in FEATURES if name.startswith(value.lower())]
    return " or ".join(_COUNTABLE.get(name, name) for name in meant) or value


def _said_span(first: int, last: int) -> str:
    if last >= END_OF_TIME:
        return f"with a moment after {clock(first)}"
    return f"with a moment between {clock(first)} and {clock(last)}"
