"""Searching while somebody types: one thread, the newest query wins, a late answer is dropped."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from dltui.errors import DamagedIndexError, DltuiError
from dltui.model.asked import Asked
from dltui.model.passage import Answer, Hit
from dltui.render.compose import highlight

if TYPE_CHECKING:
    from dltui.search.index import SearchIndex

#: Rest after which a cut-short answer is completed.
_REST_SECONDS = 0.08
#: Hits that are cut while somebody types: more than a screen shows.
_AT_FIRST = 20
_LIMIT = 60
_MOST_OF_AN_ARTICLE = 200
#: After the first frames, so that they don't wait for Whoosh to be imported.
_WARM_SECONDS = 0.5


class SearchListener(Protocol):
    """Who hears of answers; always on the interface's thread, and never of one that isn't wanted any more."""

    @property
    def is_listening(self) -> bool:
        """Whether there is still anybody to hear them."""

    def answered(self, asked: Asked, answer: Answer) -> None:
        """An answer, the best so far or the whole one."""

    def counted(self, asked: Asked, facets: Mapping[str, int]) -> None:
        """How many passages of each category the whole library has for a query."""

    def completed(self, asked: Asked, texts: Sequence[str]) -> None:
        """How the query could go on."""

    def article_searched(self, asked: Asked, path: str, hits: Sequence[Hit]) -> None:
        """All hits of one article, best first."""

    def refused(self, sentence: str, *, is_damage: bool) -> None:
        """The index can't be searched; the sentence says why. Damage can be mended."""


class SearchSession:
    """Turns typed queries into answers.

    Args:
        open_index: opens the index; raises DltuiError while there is none.
        listener: hears of them.
    """

    def __init__(self, open_index: "Callable[[], SearchIndex]", listener: SearchListener) -> None:
        self._open_index = open_index
        self._listener = listener
        self._index: SearchIndex | None = None
        self._asked = Asked("")
        self._wake = asyncio.Event()
        self._stale = False
        self._is_ready_for_code = False

    def ask(self, asked: Asked) -> None:
        """Take the newest query; empty text asks nothing."""
        self._asked = asked
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
            await asyncio.to_thread(self._get_ready_for_code)
        while True:
            await self._wake.wait()
            self._wake.clear()
            asked = self._asked
            if asked.text.strip():
                try:
                    await self._answer(asked)
                    if not self._wake.is_set():
                        await asyncio.to_thread(self._get_ready_for_code)
                except DltuiError as error:
                    self._index = None
                    if not self._listener.is_listening:
                        return
                    self._listener.refused(error.message, is_damage=isinstance(error, DamagedIndexError))

    def _get_ready_for_code(self) -> None:
        """Runs in the thread: where hits may show code, import what colours it before one of them is looked at."""
        if not self._is_ready_for_code and self._opened().holds("code"):
            self._is_ready_for_code = True
            highlight.get_ready()

    async def search_article(self, path: str) -> None:
        """Find all hits of one article for the query that stands."""
        asked = self._asked
        with suppress(DltuiError):
            answer = await asyncio.to_thread(self._search, asked, article=path)
            if self._is_wanted(asked):
                self._listener.article_searched(asked, path, answer.hits)

    async def _answer(self, asked: Asked) -> None:
        """Answer one query in steps, as long as no newer one is asked."""
        first = await asyncio.to_thread(self._search, asked)
        if not self._is_wanted(asked):
            return
        self._listener.answered(asked, first)
        texts = await asyncio.to_thread(self._complete, asked.text)
        if not self._is_wanted(asked):
            return
        self._listener.completed(asked, texts)
        is_whole = first.exact and len(first.hits) < _AT_FIRST
        if is_whole and not asked.category:
            return
        with suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), _REST_SECONDS)
        if not is_whole and self._is_wanted(asked):
            full = await asyncio.to_thread(self._search, asked, complete=True)
            if self._is_wanted(asked):
                self._listener.answered(asked, full)
        if asked.category and self._is_wanted(asked):
            whole = await asyncio.to_thread(self._search, Asked(asked.text), complete=True)
            if self._is_wanted(asked):
                self._listener.counted(asked, dict(whole.facets))

    def _is_wanted(self, asked: Asked) -> bool:
        """Whether nothing newer is asked, and there still is somebody to hear the answer."""
        return asked is self._asked and self._listener.is_listening

    def _search(self, asked: Asked, *, complete: bool = False, article: str = "") -> Answer:
        """Runs in the thread: the best so far, or `complete`, or all hits of an `article`."""
        index, text, category = self._opened(), asked.text, asked.category
        if article:
            limit = _MOST_OF_AN_ARTICLE
            return index.search(text, limit=limit, budget_seconds=None, category=category, article=article)
        if complete:
            return index.search(
                text,
                limit=_LIMIT,
                budget_seconds=None,
                category=category,
                wanted=lambda: asked.text == self._asked.text,
            )
        return index.search(text, limit=_AT_FIRST, category=category)

    def _complete(self, text: str) -> tuple[str, ...]:
        """Runs in the thread."""
        return self._opened().complete(text) if text == text.rstrip() else ()

    def _opened(self) -> "SearchIndex":
        """The index as it stands now."""
        if self._index is None:
            self._index = self._open_index()
        elif self._stale:
            self._index.refresh()
        self._stale = False
        return self._index
