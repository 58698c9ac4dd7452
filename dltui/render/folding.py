"""Folding and unfolding: callouts and details by themselves, sections by their headings."""

from bisect import bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from dltui.model.block import Callout, Details, Fold
from dltui.render.chunks import Chunks
from dltui.render.manuscript import SPOT_BITS
from dltui.render.page import Page
from dltui.render.places import chunk_of_line, resolved
from dltui.render.spot import Place, Spot, SpotKind
from dltui.render.spots import spot

_END = 1 << 40


class FoldState(NamedTuple):
    """How everything stands that the reader has folded or unfolded, by the id of its spot.

    Attributes:
        opened: callouts, details and headings that were touched.
        sections: the lines that folded headings hide.
    """

    opened: Mapping[int, bool]
    sections: Mapping[int, range]


class Folds:
    """How everything that can fold stands.

    Args:
        page: knows the headings.
    """

    def __init__(self, chunks: Chunks, page: Page) -> None:
        self._chunks = chunks
        self._page = page
        self._sections: dict[int, range] = {}

    @property
    def state(self) -> FoldState:
        """To fold another layout of the same text in the same way."""
        return FoldState(dict(self._chunks.opened), dict(self._sections))

    def restore(self, state: FoldState) -> None:
        """Fold as it was before; nothing may be laid out yet."""
        self._chunks.opened.update(state.opened)
        self._sections = dict(state.sections)
        self._chunks.hidden = tuple(self._sections.values())

    def toggle(self, spot_id: int) -> bool:
        """Turn one over; whether it can fold at all."""
        found = spot(self._chunks, spot_id)
        if found.kind is SpotKind.HEADING:
            return self._toggle_section(spot_id, found)
        if found.kind is not SpotKind.FOLD:
            return False
        self._turn(spot_id, found)
        return True

    def reveal(self, place: Place) -> None:
        """Unfold whatever hides a place."""
        for spot_id, lines in list(self._sections.items()):
            if place.line in lines:
                self._toggle_section(spot_id, spot(self._chunks, spot_id))
        chunk = chunk_of_line(self._chunks, place.line)
        composed = self._chunks.composed(chunk)
        if composed.flows:
            flow, _ = resolved(self._chunks, chunk, place)
            for spot_id in composed.flows[flow].folds:
                found = spot(self._chunks, spot_id)
                if not self._is_open(spot_id, found):
                    self._turn(spot_id, found)

    def _is_open(self, spot_id: int, found: Spot) -> bool:
        stands = isinstance(found.node, Callout | Details) and found.node.fold is not Fold.CLOSED
        return self._chunks.opened.get(spot_id, stands)

    def _turn(self, spot_id: int, found: Spot) -> None:
        self._chunks.opened[spot_id] = not self._is_open(spot_id, found)
        self._chunks.forget((spot_id >> SPOT_BITS,))

    def _toggle_section(self, spot_id: int, found: Spot) -> bool:
        lines = self._sections.pop(spot_id, None)
        folded = lines is None
        if lines is None:
            lines = self._lines_under(found.source_line)
            if lines is None:
                return False
            self._sections[spot_id] = lines
        self._chunks.opened[spot_id] = not folded
        self._chunks.hidden = tuple(self._sections.values())
        first = spot_id >> SPOT_BITS
        last = bisect_right(self._chunks.lines, min(lines.stop, _END) - 1)
        self._chunks.forget(range(first, max(first + 1, last)))
        return True

    def _lines_under(self, line: int) -> range | None:
        """The lines of a section, without its heading; None if no top-level heading stands on that line."""
        outline = self._page.outline
        index = next((index for index, entry in enumerate(outline) if entry.line == line), None)
        if index is None:
            return None
        ends = (entry.line for entry in outline[index + 1 :] if entry.level <= outline[index].level)
        return range(line + 1, next(ends, _END))
