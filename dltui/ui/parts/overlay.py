"""Cells of a drawn strip in another style: what is selected, and what a search has found."""

from collections.abc import Iterable

from rich.style import Style
from textual.strip import Strip

#: First cell, one past the last, and the style laid over what is there.
Overlay = tuple[int, int, Style]


def lay_over(strip: Strip, ranges: Iterable[Overlay]) -> Strip:
    """Draw ranges of a strip in a style.

    Args:
        strip: a drawn line.
        ranges: what is laid over it, in any order.
    """
    for start, end, style in ranges:
        if start >= end:
            continue
        width = strip.cell_length
        before, within, after = strip.crop(0, start), strip.crop(start, end), strip.crop(end, width)
        restyled = Strip(
            [type(segment)(segment.text, (segment.style or Style.null()) + style) for segment in within],
            within.cell_length,
        )
        strip = Strip.join([before, restyled, after])
    return strip
