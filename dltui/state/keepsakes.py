"""What a reader keeps of one library: stars, marks, recent articles, searches."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from typing import TypeVar

from dltui.model.asked import Asked
from dltui.model.location import Location
from dltui.state.store import StateStore, location_of

_Kept = TypeVar("_Kept")
_MOST_RECENT = 100
_MOST_SEARCHES = 200


class Keepsakes:
    """Lists of a library in the store; what has another shape than ours is forgotten.

    Args:
        store: where they are kept.
        library: what tells the library from others, e.g. its absolute path.
    """

    def __init__(self, store: StateStore, library: str) -> None:
        self._store = store
        self._library = library

    # Articles, by their paths

    def stars(self) -> tuple[str, ...]:
        """The articles with a star, the newest star first."""
        return tuple(_texts(self._store.value(self._key("stars"))))

    def toggle_star(self, path: str) -> bool:
        """Give an article a star, or take it away; whether it has one now."""
        self._change(
            "stars",
            lambda kept: _without(_texts(kept), path) if path in _texts(kept) else [path, *_texts(kept)],
        )
        return path in self.stars()

    def recent(self) -> tuple[str, ...]:
        """The articles that were opened lately, the latest first."""
        return tuple(_texts(self._store.value(self._key("recent"))))

    def visited(self, path: str) -> None:
        """An article was opened."""
        self._change("recent", lambda kept: [path, *_without(_texts(kept), path)][:_MOST_RECENT])

    # Places

    def marks(self) -> dict[str, Location]:
        """The marked places by their letters, sorted."""
        return dict(sorted(_marks(self._store.value(self._key("marks"))).items()))

    def keep_mark(self, letter: str, location: Location) -> None:
        """Mark a place with a letter; a mark that had it moves."""
        self._change(
            "marks",
            lambda kept: {name: asdict(place) for name, place in {**_marks(kept), letter: location}.items()},
        )

    # Searches

    def searches(self) -> tuple[Asked, ...]:
        """What was searched for, the latest first."""
        return tuple(_searches(self._store.value(self._key("searches"))))

    def searched(self, asked: Asked) -> None:
        """Something was searched for."""
        self._change(
            "searches", lambda kept: _written([asked, *_without(_searches(kept), asked)][:_MOST_SEARCHES])
        )

    def saved_searches(self) -> tuple[Asked, ...]:
        """The searches that were saved, in the order in which that happened."""
        return tuple(_searches(self._store.value(self._key("saved"))))

    def toggle_saved(self, asked: Asked) -> bool:
        """Save a search, or forget a saved one; whether it is saved now."""
        self._change(
            "saved",
            lambda kept: _written(
                _without(_searches(kept), asked) if asked in _searches(kept) else [*_searches(kept), asked]
            ),
        )
        return asked in self.saved_searches()

    def _key(self, name: str) -> str:
        return f"{name}:{self._library}"

    def _change(self, name: str, changed: Callable[[str], object]) -> None:
        self._store.change(self._key(name), lambda kept: json.dumps(changed(kept)))


def _loaded(kept: str) -> object:
    try:
        return json.loads(kept)
    except (ValueError, RecursionError):
        return None


def _items(kept: str) -> Sequence[object]:
    found = _loaded(kept)
    return found if isinstance(found, list) else []


def _texts(kept: str) -> list[str]:
    return [item for item in _items(kept) if isinstance(item, str)]


def _marks(kept: str) -> dict[str, Location]:
    found = _loaded(kept)
    places = {name: location_of(place) for name, place in found.items()} if isinstance(found, dict) else {}
    return {name: place for name, place in places.items() if place is not None}


def _searches(kept: str) -> list[Asked]:
    pairs = [item for item in _items(kept) if isinstance(item, list) and len(item) == 2]
    return [
        Asked(text, category)
        for text, category in pairs
        if isinstance(text, str) and isinstance(category, str)
    ]


def _written(searches: Iterable[Asked]) -> list[tuple[str, str]]:
    return [(asked.text, asked.category) for asked in searches]


def _without(kept: Iterable[_Kept], item: _Kept) -> list[_Kept]:
    return [one for one in kept if one != item]
