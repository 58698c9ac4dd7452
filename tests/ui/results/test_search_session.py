"""Searching while somebody types: the newest query is never kept waiting by one before it."""

import asyncio

import pytest

from dltui.model.asked import Asked
from dltui.model.passage import Answer
from dltui.ui.results import search_session
from dltui.ui.results.search_session import SearchSession


class Index:
    """An index whose first answers are never the whole one."""

    def __init__(self, *features: str) -> None:
        self.abandoned: list[str] = []
        self.features = features

    def holds(self, feature: str) -> bool:
        return feature in self.features

    def search(self, text, *, limit, budget_seconds=0.014, category="", wanted=None) -> Answer:
        if wanted is not None:
            while wanted():
                pass
            self.abandoned.append(text)
        return Answer(text, "", (), 1, 1, 1, 0.1, exact=False)

    def complete(self, text):
        return ()


class Listener:
    """Remembers which queries were answered."""

    is_listening = True

    def __init__(self) -> None:
        self.answers: list[str] = []

    def answered(self, asked, answer) -> None:
        self.answers.append(asked.text)

    def counted(self, asked, facets) -> None:
        """Nothing is narrowed here."""

    def completed(self, asked, texts) -> None:
        """Nothing is completed here."""

    def refused(self, sentence) -> None:
        raise AssertionError(sentence)


async def _until(condition) -> None:
    async with asyncio.timeout(5):
        while not condition():  # noqa: ASYNC110 -- what it waits for tells nobody
            await asyncio.sleep(0.001)


@pytest.mark.parametrize("rest_seconds", [60.0, 0.0])
async def test_a_query_waits_neither_for_the_rest_nor_for_the_whole_answer_of_the_one_before(
    monkeypatch, rest_seconds: float
) -> None:
    monkeypatch.setattr(search_session, "_REST_SECONDS", rest_seconds)
    index, listener = Index(), Listener()
    session = SearchSession(lambda: index, listener)
    running = asyncio.create_task(session.run())
    for text in ("a", "ab", "abc"):
        session.ask(Asked(text))
        await _until(lambda text=text: text in listener.answers)
        await asyncio.sleep(0.02)
    session.ask(Asked(""))
    await _until(lambda: len(index.abandoned) == (0 if rest_seconds else 3))
    running.cancel()
    assert listener.answers == ["a", "ab", "abc"]


@pytest.mark.parametrize("features", [("code",), ()])
async def test_what_colours_code_is_imported_once_where_there_is_code(monkeypatch, features) -> None:
    monkeypatch.setattr(search_session, "_WARM_SECONDS", 0.001)
    monkeypatch.setattr(search_session, "_REST_SECONDS", 60.0)  # no whole answer, which would never end here
    imported = []
    monkeypatch.setattr(search_session.highlight, "get_ready", lambda: imported.append("once"))
    listener = Listener()
    session = SearchSession(lambda: Index(*features), listener)
    running = asyncio.create_task(session.run())
    await _until(lambda: session._index is not None)
    for text in ("a", "b"):
        session.ask(Asked(text))
        await _until(lambda text=text: text in listener.answers)
        await asyncio.sleep(0.02)
    running.cancel()
    assert imported == (["once"] if features else [])
