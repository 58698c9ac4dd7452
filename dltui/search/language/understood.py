"""A query in words, as it was understood."""

from dltui.model.timestamp import clock
from dltui.search.language.query import And, Filter, Leaf, Node, Not, Or, Phrase, Query, Span, Word
from dltui.search.language.seconds import END_OF_TIME

_PLACES = {"text": "", "title": " in the title", "heading": " in the heading"}
_FILTERS = {
    "channel": "in the channel “{}”",
    "category": "in the category “{}”",
    "video": "of the video “{}”",
    "path": "in a file whose path holds “{}”",
    "tag": "with the tag “{}”",
    "links": "linking to “{}”",
    "has": "with a {}",
}


def in_words(query: Query) -> str:
    """The query as a reader would say it, and what was not understood as written; empty for an empty one."""
    said = _said(query.root, outermost=True) if query.root else ""
    return "; ".join([said, *query.notes]) if said else "; ".join(query.notes)


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
            return _FILTERS[name].format(value)
        case Span(first, last):
            return _said_span(first, last)


def _said_span(first: int, last: int) -> str:
    if last >= END_OF_TIME:
        return f"with a moment after {clock(first)}"
    return f"with a moment between {clock(first)} and {clock(last)}"
