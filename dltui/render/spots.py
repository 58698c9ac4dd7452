"""Finding spots: by cell, by row, and from one to the next."""

import re
from collections.abc import Collection, Iterator, Sequence

from dltui.model.block import Footnote, Heading
from dltui.model.inline import FootnoteReference
from dltui.render.chunks import Chunks
from dltui.render.manuscript import SPOT_BITS
from dltui.render.spot import Cells, Spot, SpotKind, SpotPosition

_SIGNS = {
    SpotKind.WIKILINK: r"\[\[",
    SpotKind.LINK: r"\]\(|\]\[|\]|://|<a|www\.|@",
    SpotKind.MOMENT: r"\d:\d|data|timestamp|\d{3}|N/?A|HH",
    SpotKind.FOOTNOTE: r"\^",
    SpotKind.FOOTNOTE_BACK: r"\^",
    SpotKind.IMAGE: r"!\[|<img",
    SpotKind.TAG: r"#",
    SpotKind.FOLD: r"\[!|<details",
    SpotKind.HEADING: r"#|^ {0,3}[-=]",
}
"""What a chunk's source must hold for a spot of a kind to be in it; sources without are not even parsed."""


def spot(chunks: Chunks, spot_id: int) -> Spot:
    """The spot of an id.

    Raises:
        KeyError: no spot has it.
    """
    chunk, number = spot_id >> SPOT_BITS, spot_id & ((1 << SPOT_BITS) - 1)
    if 0 <= chunk < len(chunks):
        spots = chunks.composed(chunk).spots
        if number < len(spots):
            return spots[number]
    raise KeyError(spot_id)


def has_spot(chunks: Chunks, spot_id: int) -> bool:
    """Whether a spot has that id."""
    try:
        spot(chunks, spot_id)
    except KeyError:
        return False
    return True


def spot_cells(chunks: Chunks, spot_id: int) -> list[Cells]:
    """The cells a spot is drawn in; empty while a fold hides it."""
    chunk = spot_id >> SPOT_BITS
    if not 0 <= chunk < len(chunks):
        return []
    cells = chunks.laid(chunk).spot_cells().get(spot_id, [])
    top = chunks.heights.top(chunk)
    return [Cells(top + row, start, end) for row, start, end in cells]


def spot_at(chunks: Chunks, row: int, column: int) -> int:
    """The id of the innermost spot at a cell; -1 for none."""
    found = (spot_id for spot_id, cells in _shown(chunks, row, 1) if cells.start <= column < cells.end)
    return max(found, default=-1)


def spots_in(chunks: Chunks, top: int, count: int, kinds: Collection[SpotKind]) -> Sequence[int]:
    """Ids of the spots of some kinds that stand in these rows, in reading order."""
    found = {}
    for spot_id, cells in _shown(chunks, top, count):
        if spot_id not in found and spot(chunks, spot_id).kind in kinds:
            found[spot_id] = cells
    return sorted(found, key=lambda spot_id: (*found[spot_id][:2], spot_id))


def _shown(chunks: Chunks, top: int, count: int) -> Iterator[tuple[int, Cells]]:
    """The spots of rows whose chunks are laid out, with their cells there."""
    heights = chunks.heights
    chunk = heights.chunk_at(top)
    while chunk < len(heights) and heights.top(chunk) < top + count:
        if heights.is_known(chunk):
            base = heights.top(chunk)
            for spot_id, runs in chunks.laid(chunk).spot_cells().items():
                for row, start, end in runs:
                    if top <= base + row < top + count:
                        yield spot_id, Cells(base + row, start, end)
        chunk += 1


def heading_at(chunks: Chunks, row: int) -> Heading | None:
    """The heading a row stands under; only chunks that may hold one are parsed."""
    if not len(chunks):
        return None
    chunk = chunks.heights.chunk_at(row)
    line = chunks.line(row).source_line
    sign = re.compile(_SIGNS[SpotKind.HEADING], re.MULTILINE)
    while chunk >= 0:
        if chunks.lines[chunk] and chunks.manuscript.may_hold(chunk, sign):
            nodes = (found.node for found in reversed(chunks.composed(chunk).spots))
            for node in nodes:
                if isinstance(node, Heading) and node.line <= line:
                    return node
        chunk -= 1
    return None


def next_spot(
    chunks: Chunks, start: tuple[int, int, int], kinds: Collection[SpotKind], direction: int
) -> SpotPosition | None:
    """The nearest spot of some kinds after a row, column and id, or before them.

    Chunks on the way are parsed only if their source looks like it, and laid out only if they have such a spot.
    """
    if not len(chunks):
        return None
    sign = re.compile("|".join(_SIGNS[kind] for kind in kinds), re.MULTILINE)
    first = chunks.heights.chunk_at(start[0])
    limit = (start[0] - chunks.heights.top(first), *start[1:])
    for chunk in range(first, len(chunks)) if direction > 0 else range(first, -1, -1):
        if chunk == first or _has(chunks, chunk, kinds, sign):
            found = _nearest(chunks, chunk, kinds, limit if chunk == first else None, direction)
            if found is not None:
                return found
    return None


def spot_named(chunks: Chunks, kind: SpotKind, name: str) -> SpotPosition | None:
    """The first spot of a footnote (or a reference to it) that no fold hides."""
    sign = re.compile(_SIGNS[kind])
    for chunk in range(chunks.manuscript.body, len(chunks)):
        if not chunks.manuscript.may_hold(chunk, sign):
            continue
        composed = chunks.composed(chunk)
        for spot_id, found in enumerate(composed.spots, composed.first_spot):
            named = isinstance(found.node, Footnote | FootnoteReference) and found.node.name == name
            cells = spot_cells(chunks, spot_id) if named and found.kind is kind else []
            if cells:
                return SpotPosition(spot_id, cells[0].row)
    return None


def _has(chunks: Chunks, chunk: int, kinds: Collection[SpotKind], sign: re.Pattern[str]) -> bool:
    if chunks.lines[chunk] and not chunks.manuscript.may_hold(chunk, sign):
        return False
    return any(spot.kind in kinds for spot in chunks.composed(chunk).spots)


def _nearest(
    chunks: Chunks, chunk: int, kinds: Collection[SpotKind], limit: tuple[int, ...] | None, direction: int
) -> SpotPosition | None:
    """The first spot of a chunk beyond a row, column and id (or before them), or simply its first (or last)."""
    spots = chunks.composed(chunk).spots
    first = chunk << SPOT_BITS
    places = [
        (runs[0].row, runs[0].start, spot_id)
        for spot_id, runs in chunks.laid(chunk).spot_cells().items()
        if spots[spot_id - first].kind in kinds
    ]
    if limit is not None:
        places = [place for place in places if (place > limit if direction > 0 else place < limit)]
    if not places:
        return None
    row, _, spot_id = min(places) if direction > 0 else max(places)
    return SpotPosition(spot_id, chunks.heights.top(chunk) + row)
