"""The one place Whoosh is imported: its warnings stay off the screen, and what isn't needed isn't loaded."""

import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter(
        "ignore"
    )  # of 2.7.4's sources, where nobody compiled them before: invalid escapes and the like
    from whoosh import fields
    from whoosh.codec import base as codec_base
    from whoosh.filedb.filestore import FileStorage
    from whoosh.lang.porter2 import stem as _porter2

__all__ = [
    "FileStorage",
    "codec_base",
    "english_stem",
    "fields",
    "russian_stemmer",
    "segment_writer",
]

english_stem: Callable[[str], str] = _porter2


@cache
def russian_stemmer() -> Callable[[str], str]:
    """The Snowball stemmer for Russian."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from whoosh.lang.snowball.russian import RussianStemmer  # noqa: PLC0415 -- few need it
    return RussianStemmer().stem  # type: ignore[no-any-return]  # Whoosh is untyped


def clean_files(storage: Any, name: str, generation: int, segments: Iterable[Any]) -> None:
    """Delete the files of an index that don't belong to this generation."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from whoosh.index import clean_files as clean  # noqa: PLC0415 -- readers do without it
    clean(storage, name, generation, segments)


def segment_writer(index: Any, commit: Callable[[int, Sequence[Any]], None], **options: Any) -> Any:
    """Whoosh's writer for one segment; readers never load it.

    Args:
        index: gives the writer its `storage`, its `indexname` and, by `_read_toc()`, the generation before, the schema
            and the segments.
        commit: takes the new generation and its segments.
        options: the writer's.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from whoosh.writing import SegmentWriter  # noqa: PLC0415 -- readers do without it

    class Writer(SegmentWriter):  # type: ignore[misc]  # Whoosh is untyped
        def add_passage(self, record: bytes, article: bytes, levels: Mapping[bytes, int]) -> None:
            """In place of `add_document`, which asks the schema five things for each word."""
            self.perdocwriter.start_doc(self.docnum)
            self.perdocwriter.add_passage(record, article)
            self.pool.add(self.docnum, levels)
            self.perdocwriter.finish_doc()
            self._added = True
            self.docnum += 1

        def _commit_toc(self, segments: list[Any]) -> None:
            commit(self.generation, segments)

    return Writer(index, **options)
