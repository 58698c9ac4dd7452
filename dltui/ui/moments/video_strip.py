"""Where in a video an article draws from, as a row of cells. No Textual here."""

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from dltui.library.times.evidence import Evidence
from dltui.model.timestamp import clock
from dltui.render.line import Span

#: From nothing to the most.
_HEIGHTS = "▁▂▃▄▅▆▇█"


def length_of(seconds: Iterable[int], evidence: Evidence) -> int:
    """How long a video is in seconds, as far as is known: told, or else the last moment that can be right.

    Args:
        seconds: of the moments that are shown.
        evidence: of the video.
    """
    if evidence.duration:
        return evidence.duration
    # Far beyond what hardly any moment exceeds there are only slips, which would press all others together.
    ceiling = evidence.ceiling
    within = [one for one in seconds if ceiling is None or one <= 2 * ceiling]
    return max([*within, ceiling or 1])


def cell_of(seconds: int, length_seconds: int, cells: int) -> int:
    """The cell that a second falls into, of so many that share a video's length evenly.

    What lies beyond the end falls into the last one.
    """
    return max(0, min(seconds * cells // max(1, length_seconds), cells - 1))


def strip_counts(
    seconds: Iterable[int], length_seconds: int, cells: int, ranges: Iterable[tuple[int, int]] = ()
) -> list[int]:
    """How many of the seconds fall into each cell.

    Args:
        seconds: of every moment.
        length_seconds: of the video.
        cells: of the strip.
        ranges: first and last second of those moments that last; each counts in every cell that it reaches.
    """
    counts = [0] * max(0, cells)
    for one in seconds if cells > 0 else ():
        counts[cell_of(one, length_seconds, cells)] += 1
    for first, last in ranges if cells > 0 else ():
        for cell in range(
            cell_of(first, length_seconds, cells) + 1, cell_of(last, length_seconds, cells) + 1
        ):
            counts[cell] += 1
    return counts


def strip_spans(
    counts: Sequence[int], here: Collection[int], role: str, here_role: str, highest: int = 0
) -> list[Span]:
    """Counts as cells of different heights; the highest is full.

    Args:
        counts: one for each cell.
        here: the cells to light.
        role: of cells that hold something.
        here_role: laid over that of the lit ones.
        highest: the count that is drawn full; 0 for the highest of them.
    """
    highest = highest or max(counts, default=0)
    drawn = [
        (_height(count, highest), (role if count else "rule") + (f"+{here_role}" if cell in here else ""))
        for cell, count in enumerate(counts)
    ]
    return [
        Span("".join(text for text, _ in run), found)
        for found, run in groupby(drawn, key=lambda cell: cell[1])
    ]


def ruler(length_seconds: int, cells: int) -> str:
    """The beginning, the middle and the end of a video, written below its cells."""
    start, middle, end = clock(0), clock(length_seconds // 2), clock(length_seconds)
    if cells <= len(start) + len(end):
        return f"{start:<{cells}}"[:cells]
    if cells < len(start) + len(end) + 2 * len(middle):
        return f"{start}{end:>{cells - len(start)}}"
    left = cells // 2 - len(middle) // 2 - len(start)
    return f"{start}{' ' * left}{middle}{end:>{cells - len(start) - left - len(middle)}}"


def _height(count: int, highest: int) -> str:
    most = len(_HEIGHTS) - 1
    return _HEIGHTS[max(1, round(count / highest * most)) if count else 0]
