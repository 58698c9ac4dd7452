"""Searching while somebody types: one thread, the newest query wins, a late answer is dropped."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dltui.errors import DltuiError
from dltui.model.passage import Answer

if TYPE_CHECKING:
    from dltui.search.index import SearchIndex

#: Rest after which a cut-short answer is completed.
_REST_SECONDS = 0.08
_LIMIT = 60
#: After the first frames, so that they don't wait for Whoosh to be imported.
_WARM_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it stands in the search bar."""

    text: str
    category: str = ""


class SearchSession:
    """Turns typed queries into answers.

    Args:
        open_index: opens the index; raises DltuiError while there is none.
        answered: called on the interface's thread with each answer that is still wanted.
        refused: called there with a sentence when the index can't be searched.
    """

    def __init__(
        self,
        open_index: "Callable[[], SearchIndex]",
        answered: Callable[[Asked, Answer], None],
        refused: Callable[[str], None],
    ) -> None:
        self._open_index = open_index
        self._answered = answered
        self._refused = refused
        self._index: SearchIndex | None = None
        self._asked = Asked("")
        self._wake = asyncio.Event()
        self._stale = False

    def ask(self, text: str, category: str = "") -> None:
        """Take the newest query; empty text asks nothing."""
        self._asked = Asked(text, category)
        self._wake.set()

    def index_grew(self) -> None:
        """More articles can be found now: ask again what is being asked."""
        self._stale = True
        if self._asked.text.strip():
            self._wake.set()

    async def run(self) -> None:
        """Answer queries until cancelled; the index is opened before the first one if there is time."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), _WARM_SECONDS)
        with suppress(DltuiError):
            await asyncio.to_thread(self._opened)
        while True:
            await self._wake.wait()
            self._wake.clear()
            asked = self._asked
            if asked.text.strip():
                await self._answer(asked)

    async def _answer(self, asked: Asked) -> None:
        try:
            first = await asyncio.to_thread(self._search, asked, complete=False)
            if asked is not self._asked:
                return
            self._answered(asked, first)
            if first.exact:
                return
            await asyncio.sleep(_REST_SECONDS)
            if asked is self._asked:
                full = await asyncio.to_thread(self._search, asked, complete=True)
                if asked is self._asked:
                    self._answered(asked, full)
        except DltuiError as error:
            self._index = None
            self._refused(error.message)

    def _search(self, asked: Asked, *, complete: bool) -> Answer:
        """Runs in the thread."""
        index = self._opened()
        if complete:
            return index.search(asked.text, limit=_LIMIT, budget_seconds=None, category=asked.category)
        return index.search(asked.text, limit=_LIMIT, category=asked.category)

    def _opened(self) -> "SearchIndex":
        """The index as it stands now."""
        if self._index is None:
            self._index = self._open_index()
        elif self._stale:
            self._index.refresh()
        self._stale = False
        return self._index
