"""YAML as nested texts: the only place where YAML is read, with a loader that makes no guesses.

Scalars stay text (`no`, `1e10`, `2024-01-01`), nothing is constructed, and an alias can name a scalar only:
a file can't grow by being read.
"""

from collections.abc import Iterator
from itertools import pairwise

import yaml

Node = str | tuple["Node", ...] | dict[str, "Node"]
"""What YAML is read as: a text, a sequence or a mapping."""

MOST_CHARACTERS = 256 * 1024
_DEEPEST = 32
_Loader = getattr(
    yaml, "CBaseLoader", yaml.BaseLoader
)  # the C one is absent where PyYAML was built without it


class _RefusedError(Exception):
    """YAML that is well formed but isn't taken."""


def load_mapping(text: str) -> tuple[dict[str, Node], str | None]:
    """Read a YAML document that should be a mapping.

    Returns:
        The mapping with scalars as text (empty for an empty document), and None; or an empty mapping and one
        sentence that says what is wrong.
    """
    if len(text) > MOST_CHARACTERS:
        return {}, f"the YAML is longer than {MOST_CHARACTERS:,} characters"
    try:
        node = _document(yaml.parse(text, Loader=_Loader))
    except yaml.YAMLError as error:
        return {}, _sentence(error)
    except (_RefusedError, RecursionError) as error:
        return {}, str(error) or "the YAML is nested too deeply"
    if isinstance(node, dict):
        return node, None
    return ({}, None) if node in ("", ()) else ({}, "the YAML is not a mapping of keys to values")


def _sentence(error: yaml.YAMLError) -> str:
    """What PyYAML complains about, in one line."""
    problem = getattr(error, "problem", None) or str(error).partition("\n")[0]
    mark = getattr(error, "problem_mark", None)
    return f"{problem} in line {mark.line + 1} of the YAML" if mark else str(problem)


def _document(events: Iterator[yaml.Event]) -> Node:
    """The first document of a stream of events."""
    anchors: dict[str, str] = {}
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            return _node(next(events), events, anchors, 0)
    return ""


def _node(event: yaml.Event, events: Iterator[yaml.Event], anchors: dict[str, str], depth: int) -> Node:
    """The node that begins with an event."""
    if depth > _DEEPEST:
        raise _RefusedError("the YAML is nested too deeply")
    if isinstance(event, yaml.ScalarEvent):
        if event.anchor:
            anchors[event.anchor] = event.value
        return str(event.value)
    if isinstance(event, yaml.AliasEvent):
        return _alias(event, anchors)
    children = tuple(_children(events, anchors, depth + 1))
    if isinstance(event, yaml.SequenceStartEvent):
        return children
    pairs = list(pairwise(children))[::2]
    return {str(key): value for key, value in pairs}


def _children(events: Iterator[yaml.Event], anchors: dict[str, str], depth: int) -> Iterator[Node]:
    """The nodes up to the end of the collection that has begun."""
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            return
        yield _node(event, events, anchors, depth)


def _alias(event: yaml.AliasEvent, anchors: dict[str, str]) -> str:
    """The text an alias stands for, bounded by what the file itself holds of it."""
    if event.anchor not in anchors:
        raise _RefusedError(f"the YAML alias *{event.anchor} names no text")
    return anchors[event.anchor][:_LONGEST_ALIAS]


_LONGEST_ALIAS = 200
