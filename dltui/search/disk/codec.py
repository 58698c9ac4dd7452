"""How a segment is written: a codec of our own for Whoosh's writer.

Whoosh keeps the life of the index (segments, generations, commits, locks, deletions); what stands in a segment's files
is made for reading whole posting lists at once. Files of a segment: `.rec` (passages and articles), `.trm` (terms,
their frequent completions, families of words) and `.pst` (posting lists).
"""

from typing import Any

from dltui.search.disk import engine
from dltui.search.disk.articles import write_articles
from dltui.search.disk.blocks import BlockWriter
from dltui.search.disk.contents import NAME, SegmentLine
from dltui.search.disk.lexicon import write_completions, write_families
from dltui.search.disk.pool import FIELD_CODES, Gathered
from dltui.search.disk.postings import encode_map, encode_postings, is_dense
from dltui.search.disk.sections import SectionWriter
from dltui.search.disk.table import TableWriter

RECORDS, TERMS, POSTINGS = ".rec", ".trm", ".pst"


def schema() -> Any:
    """The fields that Whoosh is told of. Words aren't among them: they come with their levels, see `prepare`."""
    return engine.fields.Schema(record=engine.fields.STORED(), article=engine.fields.STORED())


class RecordsWriter(engine.codec_base.PerDocumentWriter):  # type: ignore[misc]  # Whoosh is untyped
    """Writes what a hit shows: a record for each passage, and one line for each run of passages of one article."""

    def __init__(self, file: Any) -> None:
        self._sections = SectionWriter(file)
        self._records = BlockWriter(self._sections)
        self._articles: list[tuple[int, bytes]] = []
        self._article = b""
        self.is_closed = False

    def start_doc(self, docnum: int) -> None:
        """Begin a passage."""
        self._passage = docnum

    def add_passage(self, record: bytes, article: bytes) -> None:
        """Keep the record of the passage, and its article's line."""
        self._records.add(record)
        if article != self._article:
            self._article = article
            self._articles.append((self._passage, article))

    def close(self) -> None:
        """Write the rest of the file."""
        passages = len(self._records)
        self._records.close()
        write_articles(self._sections, self._articles, passages)
        self._sections.close()
        self.is_closed = True

    def discard(self) -> None:
        """Close the file unfinished."""
        if not self.is_closed:
            self._sections.discard()
        self.is_closed = True


class TermsWriter(engine.codec_base.FieldWriter):  # type: ignore[misc]  # Whoosh is untyped
    """Writes the terms and posting lists of a segment."""

    def __init__(self, terms_file: Any, postings_file: Any) -> None:
        self._terms = SectionWriter(terms_file)
        self._postings = SectionWriter(postings_file)
        self.is_closed = False

    def add_postings(self, _schema: Any, _lengths: Any, items: Gathered) -> None:
        """Write all of them, as our pool gives them."""
        table = TableWriter(self._terms, "terms")
        words: list[tuple[str, int]] = []
        for key, postings in items.terms:
            listed = encode_postings(postings)
            offset = self._postings.write(listed)
            mapped = encode_map(postings, items.passages) if is_dense(len(postings), items.passages) else b""
            self._postings.write(mapped)
            table.add(key, b"%d %d %d %d" % (len(postings), offset, len(listed), len(mapped)))
            if key[:1] == FIELD_CODES["text"]:
                words.append((key[1:].decode(), len(postings)))
        table.close()
        write_completions(self._terms, words)
        write_families(self._terms, (word for word, _ in words))

    def close(self) -> None:
        """Write the rest of the files."""
        self._postings.finish("postings")
        self._postings.close()
        self._terms.close()
        self.is_closed = True

    def discard(self) -> None:
        """Close the files unfinished."""
        if not self.is_closed:
            self._postings.discard()
            self._terms.discard()
        self.is_closed = True


class PassageSegment(engine.codec_base.Segment):  # type: ignore[misc]  # Whoosh is untyped
    """A segment as Whoosh's writer knows it: a line of the table of contents that can be changed."""

    def __init__(self, codec: "PassageCodec", line: SegmentLine | None = None) -> None:
        super().__init__(NAME)
        self._codec = codec
        self._passages = 0
        self._deleted: set[int] = set()
        if line is not None:
            self.segid = line.name.removeprefix(f"{NAME}_")
            self._passages = line.passages
            self._deleted |= line.deleted

    @property
    def line(self) -> SegmentLine:
        """It, for the table of contents."""
        return SegmentLine(self.segment_id(), self._passages, frozenset(self._deleted))

    def codec(self) -> "PassageCodec":
        """What wrote it."""
        return self._codec

    def set_doc_count(self, doccount: int) -> None:
        """Take note of how many passages it holds."""
        self._passages = doccount

    def doc_count_all(self) -> int:
        """How many passages it holds, deleted ones too."""
        return self._passages

    def deleted_count(self) -> int:
        """How many are deleted."""
        return len(self._deleted)

    def deleted_docs(self) -> frozenset[int]:
        """The deleted passages."""
        return frozenset(self._deleted)

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Mark a passage as deleted, or not."""
        (self._deleted.add if delete else self._deleted.discard)(docnum)

    def is_deleted(self, docnum: int) -> bool:
        """Whether a passage is deleted."""
        return docnum in self._deleted


class PassageCodec(engine.codec_base.Codec):  # type: ignore[misc]  # Whoosh is untyped
    """What Whoosh's writer asks for its files."""

    length_stats = False

    def per_document_writer(self, storage: Any, segment: Any) -> RecordsWriter:
        """For the records."""
        return RecordsWriter(segment.create_file(storage, RECORDS))

    def field_writer(self, storage: Any, segment: Any) -> TermsWriter:
        """For the terms."""
        return TermsWriter(segment.create_file(storage, TERMS), segment.create_file(storage, POSTINGS))

    def new_segment(self, _storage: Any, _indexname: str) -> Any:
        """A segment without files."""
        return PassageSegment(self)
