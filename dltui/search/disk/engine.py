"""The one place Whoosh is imported: its warnings stay off the screen, and what isn't needed isn't loaded."""

import warnings
from collections.abc import Callable
from functools import cache
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter(
        "ignore"
    )  # of 2.7.4's sources, where nobody compiled them before: invalid escapes and the like
    from whoosh import fields, formats
    from whoosh.codec import base as codec_base
    from whoosh.filedb.filestore import FileStorage
    from whoosh.filedb.structfile import BufferFile
    from whoosh.index import TOC, FileIndex
    from whoosh.index import IndexError as WhooshIndexError
    from whoosh.lang.porter2 import stem as _porter2

__all__ = [
    "TOC",
    "BufferFile",
    "FileIndex",
    "FileStorage",
    "WhooshIndexError",
    "codec_base",
    "english_stem",
    "fields",
    "formats",
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


def segment_writer(index: Any, **options: Any) -> Any:
    """Whoosh's writer for one segment; readers never load it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from whoosh.writing import SegmentWriter  # noqa: PLC0415 -- readers do without it
    return SegmentWriter(index, **options)
