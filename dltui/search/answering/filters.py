"""Filters: properties of a passage or its article that a query can name.

A value means what is named exactly so; where nothing is, what begins so, as while a value is being typed.
"""

from collections.abc import Collection

from dltui.model.clean import fold, normalised
from dltui.search.disk.snapshot import Passages, Snapshot
from dltui.search.language.query import Filter, Span

_MOST_TARGETS = 50


def filter_passages(snapshot: Snapshot, asked: Filter) -> Passages:
    """The passages of a segment that have a property."""
    name = f"{asked.name}:{asked.value}"
    match asked.name:
        case "channel":
            return snapshot.articles_where(
                name, "channel", _named(asked.value, snapshot.values("channel")).__contains__
            )
        case "category":
            categories = categories_named(asked.value, snapshot.values("category"))
            return snapshot.articles_where(name, "category", categories.__contains__)
        case "within":
            return snapshot.articles_where(name, "category", lambda value: _is_within(value, asked.value))
        case "article":
            return snapshot.articles_where(name, "path", asked.value.__eq__)
        case "video":
            cited = [key for key, _ in snapshot.completions("key", name)]
            return snapshot.articles_where(
                name, "video", lambda value: value.startswith(asked.value), or_having=cited
            )
        case "path":
            part = asked.value.lower()
            return snapshot.articles_where(name, "path", lambda value: part in value.lower())
        case "links":
            return snapshot.having(name, [f"links:{path}" for path in linked_paths(snapshot, asked.value)])
        case _:
            return snapshot.having(name, _keys(snapshot, asked.name, fold(asked.value.lstrip("#"))))


def _named(value: str, names: Collection[str]) -> frozenset[str]:
    wanted = normalised(value)
    exact = frozenset(name for name in names if normalised(name) == wanted)
    return exact or frozenset(name for name in names if normalised(name).startswith(wanted))


def categories_named(value: str, categories: Collection[str]) -> frozenset[str]:
    """The categories meant by a path or the name of a folder, and those below them."""
    wanted = [normalised(part) for part in value.strip("/").split("/")]
    folders = {category: [normalised(part) for part in category.split("/")] for category in categories}
    exact = frozenset(category for category, parts in folders.items() if _holds(parts, wanted))
    if exact:
        return exact
    return frozenset(
        category for category, parts in folders.items() if any(part.startswith(wanted[-1]) for part in parts)
    )


def _holds(parts: list[str], wanted: list[str]) -> bool:
    return any(parts[at : at + len(wanted)] == wanted for at in range(len(parts)))


def _is_within(category: str, outer: str) -> bool:
    return category == outer or category.startswith(f"{outer}/")


def linked_paths(snapshot: Snapshot, value: str) -> list[str]:
    """The articles a link's target means: by path, name or title, else by a part of the path."""
    target = value.removeprefix("[[").removesuffix("]]").partition("|")[0].partition("#")[0].strip()
    wanted = normalised(target.removesuffix(".md"))
    if not wanted:
        return []
    exact: list[str] = []
    partly: list[str] = []
    for segment in snapshot.segments:
        columns = [segment.live_column(name) for name in ("path", "name", "words")]
        for path, name, words in zip(*columns, strict=True):
            # what is cheap to tell comes first: there are many articles
            if wanted in name:
                is_exact = name.endswith(wanted) and wanted in (name, normalised(_stem(path)))
                (exact if is_exact else partly).append(path)
            elif words[1:2] == wanted[0] and words.replace(" ", "") == wanted:
                exact.append(path)
    return (exact or partly)[:_MOST_TARGETS]


def _stem(path: str) -> str:
    name = path.rpartition("/")[2]
    return name.rpartition(".")[0] or name


def _keys(snapshot: Snapshot, kind: str, value: str) -> list[str]:
    """The keys of a tag or feature: itself and what is nested in it, else those that begin so."""
    found = [key for key, _ in snapshot.completions("key", f"{kind}:{value}")]
    exact = [key for key in found if key == f"{kind}:{value}" or key.startswith(f"{kind}:{value}/")]
    return exact or found


def span_passages(snapshot: Snapshot, span: Span) -> Passages:
    """The passages with a moment in a span: whole minutes by the minute, the rest by the second."""
    first_minute, end_minute = -(-span.first // 60), (span.last + 1) // 60
    if first_minute >= end_minute:
        seconds = range(span.first, span.last + 1)
        keys = [f"second:{second}" for second in seconds]
    else:
        edges = (*range(span.first, first_minute * 60), *range(end_minute * 60, span.last + 1))
        keys = [f"second:{second}" for second in edges]
        known = (int(key.partition(":")[2]) for key, _ in snapshot.completions("key", "minute:"))
        keys += [f"minute:{minute}" for minute in known if first_minute <= minute < end_minute]
    return snapshot.having(f"at:{span.first}..{span.last}", keys)
