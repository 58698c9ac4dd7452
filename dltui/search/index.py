"""The index of a library, opened for searching."""

import time
from pathlib import Path

from dltui.errors import IndexUnavailableError
from dltui.model.clean import clean_line
from dltui.model.passage import Answer, Hit, Passage, PassageMoment
from dltui.search import engine
from dltui.search.snippet import cut_snippet
from dltui.search.words import words_of


class SearchIndex:
    """Answers queries from an index on disk. Use `SearchIndex.open`; one thread at a time."""

    def __init__(self, folder: Path) -> None:
        try:
            self._index = engine.index.open_dir(str(folder))
        except (engine.EmptyIndexError, OSError) as error:
            raise IndexUnavailableError(f"There is no index in {folder}.") from error
        self._searcher = self._index.searcher()

    @classmethod
    def open(cls, folder: Path) -> "SearchIndex":
        """Open the index in a folder.

        Raises:
            IndexUnavailableError: there is none, or the folder can't be trusted.
            DamagedIndexError: it has to be built again.
        """
        return cls(folder)

    @property
    def articles(self) -> int:
        """How many articles the index holds."""
        return len(set(self._searcher.lexicon("path")))

    def refresh(self) -> bool:
        """Take up what was committed since; whether anything was."""
        fresh = self._searcher.refresh()
        changed = fresh is not self._searcher
        self._searcher = fresh
        return changed

    def close(self) -> None:
        """Let the files go."""
        self._searcher.close()

    def search(
        self,
        text: str,
        *,
        limit: int = 50,
        budget_seconds: float | None = 0.014,
        category: str = "",
        typing: bool = True,
    ) -> Answer:
        """Answer a query; no text raises.

        Args:
            text: in the query language.
            limit: hits at most.
            budget_seconds: after which the best so far is given; None for all the time it takes.
            category: only passages of this folder and those below it.
            typing: the last word is still being typed, so it's a prefix.
        """
        started = time.perf_counter()
        terms = tuple(words_of(text[:1000])[:32])
        parts = [engine.query.Term("text", term) for term in terms[: -1 if typing else None]]
        if typing and terms:
            parts.append(engine.query.Prefix("text", terms[-1]))
        if category:
            parts.append(engine.query.Term("category", category))
        results = self._searcher.search(engine.query.And(parts), limit=limit)
        hits = tuple(_hit(row["passage"], row.score, terms) for row in results)
        return Answer(
            query=clean_line(text),
            understood=" and ".join(terms),
            hits=hits,
            total=len(results),
            articles=len({hit.path for hit in hits}),
            indexed=self.articles,
            elapsed_ms=(time.perf_counter() - started) * 1000,
        )


def _hit(passage: Passage, score: float, terms: tuple[str, ...]) -> Hit:
    snippet, matches, offset = cut_snippet(passage.text, terms)
    return Hit(
        path=passage.path,
        title=passage.title,
        category=passage.category,
        channel=passage.channel,
        video=passage.video,
        heading=passage.heading,
        heading_path=passage.heading_path,
        anchor=passage.anchor,
        line=passage.line,
        score=score,
        snippet=snippet,
        matches=matches,
        moment=_nearest(passage.moments, offset),
        terms=terms,
    )


def _nearest(moments: tuple[PassageMoment, ...], offset: int) -> PassageMoment | None:
    return min(moments, key=lambda moment: abs(moment.offset - offset), default=None)
