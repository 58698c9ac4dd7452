"""Writing the index: one writer at a time, in batches."""

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from dltui.errors import IndexUnavailableError
from dltui.model.passage import Passage
from dltui.search import engine
from dltui.search.words import WORD
from dltui.model.clean import fold


class _Folding(engine.analysis.Filter):  # type: ignore[misc]
    def __call__(self, tokens):  # type: ignore[no-untyped-def]
        for token in tokens:
            token.text = fold(token.text)
            yield token


def _schema() -> object:
    analyzer = engine.analysis.RegexTokenizer(WORD.pattern) | _Folding()
    return engine.fields.Schema(
        path=engine.fields.ID(unique=True),
        category=engine.fields.KEYWORD(),
        text=engine.fields.TEXT(analyzer=analyzer, phrase=False),
        passage=engine.fields.STORED(),
    )


class IndexWriter:
    """Writes passages to the index in a folder; leaving the `with` block commits, an exception cancels.

    Raises:
        IndexUnavailableError: the folder can't be written, or another program is writing.
    """

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if engine.index.exists_in(str(folder)):
                self._index = engine.index.open_dir(str(folder))
            else:
                self._index = engine.index.create_in(str(folder), _schema())
            self._writer = self._index.writer()
        except (OSError, engine.LockError) as error:
            raise IndexUnavailableError(f"The index in {folder} can't be written.") from error

    def __enter__(self) -> "IndexWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.commit()
        else:
            self.cancel()

    def replace(self, path: str, passages: Iterable[Passage]) -> None:
        """Put an article's passages in place of those that were there."""
        self.delete(path)
        for passage in passages:
            self._writer.add_document(
                path=path,
                category=passage.category,
                text=f"{passage.title}\n{passage.heading}\n{passage.text}",
                passage=passage,
            )

    def delete(self, path: str) -> None:
        """Drop an article's passages; nothing happens where there are none."""
        self._writer.delete_by_term("path", path)

    def commit(self) -> None:
        """Make all of it visible to readers, and close the writer."""
        if not self._writer.is_closed:
            self._writer.commit(merge=False)

    def cancel(self) -> None:
        """Forget what wasn't committed, and close the writer."""
        if not self._writer.is_closed:
            self._writer.cancel()
