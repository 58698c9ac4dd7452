"""What the interface is given to work with; put together by whoever starts it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dltui.handoff.opener import Opener
from dltui.library.shelf import Shelf
from dltui.model.location import Location
from dltui.model.theme import Theme
from dltui.search.index import SearchIndex
from dltui.state.store import StateStore


@dataclass(frozen=True, slots=True)
class Services:
    """Everything the screens use.

    Attributes:
        start: where to open the library; None for its home.
        themes: by name.
        theme: name of the one to start with.
        open_index: opens the search index; raises DltuiError while there is none.
        indexer: the argument list that brings the index up to date; empty for never.
        opener: hands URLs over.
        environment: the variables that tell where the program runs.
        notices: what went wrong on the way here, one sentence each.
    """

    shelf: Shelf
    start: Location | None
    themes: Mapping[str, Theme]
    theme: str
    open_index: Callable[[], SearchIndex]
    indexer: Sequence[str]
    opener: Opener
    environment: Mapping[str, str]
    state: StateStore
    notices: tuple[str, ...] = ()
