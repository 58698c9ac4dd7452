"""A page before it has a width: its chunks, the article's header among them, and how each is composed."""

import re

from dltui.model.block import Heading
from dltui.model.clean import normalised
from dltui.render.compose.blocks import compose
from dltui.render.compose.composition import Composed, Services
from dltui.render.compose.headline import compose_header
from dltui.render.compose.icons import Icons
from dltui.render.estimate import estimated_rows, extent_of
from dltui.render.header import ArticleHeader
from dltui.render.page import Page

SPOT_BITS = 20
"""A spot's id is its chunk's number, shifted by this, and its own number in the chunk."""
_HEADER_ROWS = 5


class Manuscript:
    """All chunks of a page, numbered from 0; the article's header, if there is one, is the first.

    Attributes:
        lines: per chunk, the 1-based line of the file it starts on; 0 for the header.
        body: the number of the first chunk of the file.
        first: the first chunk of the file that isn't blank, and `last` the last one.
    """

    def __init__(self, page: Page, services: Services, header: ArticleHeader | None) -> None:
        self._chunks, self._services, self._header = page.chunks, services, header
        self.body = 1 if header else 0
        self.lines = [0] * self.body + [chunk.line for chunk in page.chunks]
        self._extents = [extent_of(chunk.source) for chunk in page.chunks]
        filled = [index for index, chunk in enumerate(page.chunks) if not chunk.source.isspace()] or [0]
        self.first, self.last = self.body + filled[0], self.body + filled[-1]

    def source(self, chunk: int) -> str:
        """The text a chunk is parsed from; empty for the header."""
        return self._chunks[chunk - self.body].source if chunk >= self.body else ""

    def may_hold(self, chunk: int, sign: re.Pattern[str]) -> bool:
        """Whether a chunk of the file may hold what has that sign. No is certain; nothing is parsed for it."""
        piece = self._chunks[chunk - self.body]
        return not piece.is_marked or sign.search(piece.source) is not None

    def estimates(self, column: int) -> list[int]:
        """How many rows each chunk will probably take in a column of that many cells."""
        return [_HEADER_ROWS] * self.body + [estimated_rows(extent, column) for extent in self._extents]

    def compose(self, chunk: int, icons: Icons) -> Composed:
        """Decide all about a chunk that doesn't depend on the width; parses it."""
        if chunk < self.body and self._header:
            titled = self._starts_with(self._header.title)
            return compose_header(self._header, self._services, icons, titled=titled)
        blocks = self._chunks[chunk - self.body].blocks
        return compose(blocks, self._services, icons, chunk << SPOT_BITS)

    def _starts_with(self, title: str) -> bool:
        """Whether the body starts with a heading that is the article's title."""
        if self.first >= len(self.lines):
            return False
        start = next(iter(self._chunks[self.first - self.body].blocks), None)
        return isinstance(start, Heading) and start.level == 1 and normalised(start.text) == normalised(title)
