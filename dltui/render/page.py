"""What a layout needs of a document: `dltui.markdown.document.Document` is one."""

from collections.abc import Sequence
from typing import Protocol

from dltui.model.block import Blocks, OutlineEntry


class PageChunk(Protocol):
    """A stretch of the body that is parsed, laid out and forgotten as one."""

    @property
    def line(self) -> int:
        """1-based line of the file it starts on."""

    @property
    def source(self) -> str:
        """The text it is parsed from."""

    @property
    def is_marked(self) -> bool:
        """Whether marks in its source tell what it holds; a structure that was inferred has none."""

    @property
    def blocks(self) -> Blocks:
        """Its blocks, parsed at first use."""


class Page(Protocol):
    """A document, cut into chunks in the order of the file."""

    @property
    def chunks(self) -> Sequence[PageChunk]:
        """All chunks."""

    @property
    def outline(self) -> Sequence[OutlineEntry]:
        """All headings, with the lines they stand on."""
