"""The one place Whoosh is imported: its SyntaxWarnings stay off the screen, and what isn't needed isn't loaded."""

import warnings
from collections.abc import Callable
from functools import cache
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore", SyntaxWarning)
    from whoosh import fields, formats
    from whoosh.codec import base as codec_base
    from whoosh.codec.whoosh3 import W3Segment
    from whoosh.filedb.filestore import FileStorage
    from whoosh.filedb.structfile import BufferFile
    from whoosh.index import TOC, FileIndex
    from whoosh.index import IndexError as WhooshIndexError
    from whoosh.lang.porter2 import stem as _porter2
    from whoosh.matching import ListMatcher
    from whoosh.reading import TermInfo, TermNotFound

__all__ = [
    "TOC",
    "BufferFile",
    "FileIndex",
    "FileStorage",
    "ListMatcher",
    "TermInfo",
    "TermNotFound",
    "W3Segment",
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
def russian_stemmer() -> Any:
    """The stemmer for Russian; loaded when the first Cyrillic word turns up."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        from whoosh.lang.snowball.russian import RussianStemmer  # noqa: PLC0415 -- only who needs it waits for it
    return RussianStemmer()


def segment_writer(index: Any, **options: Any) -> Any:
    """Whoosh's writer for one segment; readers never load it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        from whoosh.writing import SegmentWriter  # noqa: PLC0415 -- readers do without it
    return SegmentWriter(index, **options)
