"""What the parse of one chunk knows of its document, and what it collects on its way."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from dltui.markdown.slug import Anchors
from dltui.model.block import Footnote
from dltui.model.diagnostic import Diagnostic


class Reference(NamedTuple):
    """The target of `[label]: url "title"`."""

    url: str
    title: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What a chunk can't see by itself: found in one cheap scan of the document before any chunk is parsed.

    Attributes:
        anchors: of its headings.
        notes: the number of each footnote that is written somewhere.
        inline_notes: the numbers of the inline footnotes on a line, in order.
        references: link reference definitions by normalised label.
    """

    anchors: Anchors = field(default_factory=lambda: Anchors(tuple))
    notes: Mapping[str, int] = field(default_factory=dict)
    inline_notes: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)


@dataclass(slots=True)
class Session:
    """One chunk's parse.

    Attributes:
        diagnostics: what had to be repaired, in the order it was met.
        footnotes: those written inline, to be shown behind the block they stand in.
        depth: how deep the parse is in text within text (details, inline footnotes).
    """

    facts: Facts = field(default_factory=Facts)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    footnotes: list[Footnote] = field(default_factory=list)
    depth: int = 0
    _inline_notes: dict[int, int] = field(default_factory=dict)

    def next_inline_note(self, line: int) -> int:
        """The number of the next inline footnote on a line."""
        count = self._inline_notes.get(line, 0)
        self._inline_notes[line] = count + 1
        numbers = self.facts.inline_notes.get(line, ())
        return numbers[count] if count < len(numbers) else 0
