"""How far indexing is, drawn on one line of standard error."""

import sys
import time
from collections.abc import Callable

from dltui.library.indexing.indexing import IndexProgress

_BAR_SECONDS = 0.1


def progress_bar(started: float) -> Callable[[IndexProgress], None]:
    """What draws progress where standard error is a terminal; the line is erased at the end.

    Args:
        started: by `time.monotonic`.
    """
    last = 0.0

    def draw(now: IndexProgress) -> None:
        nonlocal last
        moment = time.monotonic()
        if not sys.stderr.isatty() or (moment - last < _BAR_SECONDS and now.done < now.total):
            return
        last = moment
        speed = now.done / max(moment - started, 0.001)
        text = f"indexing {now.done:,} of {now.total:,} articles, {speed:,.0f} a second"
        sys.stderr.write("\r\x1b[K" if now.done >= now.total else f"\r\x1b[K{text}")
        sys.stderr.flush()

    return draw
