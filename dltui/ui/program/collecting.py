"""Garbage is collected while nobody does anything: a whole collection takes as long as a frame may."""

import gc
import time
from collections.abc import Callable

_IDLE_SECONDS = 2.0
#: Python's own thresholds but the last: whole collections that don't wait for a rest become rare, not impossible.
_THRESHOLDS = (700, 10, 200)


class Collecting:
    """Decides when Python collects garbage.

    Args:
        after: calls something after some seconds, on the interface's thread.
    """

    def __init__(self, after: Callable[[float, Callable[[], None]], object]) -> None:
        self._after = after
        self._has_begun = self._is_waiting = False
        self._last = 0.0

    def begin(self) -> None:
        """The start is over: what is there now stays, and isn't looked at again."""
        self._has_begun = True
        gc.enable()
        gc.set_threshold(*_THRESHOLDS)
        gc.freeze()

    def note_activity(self) -> None:
        """Somebody does something; a while after the last time it is quiet enough."""
        self._last = time.monotonic()
        if self._has_begun and not self._is_waiting:
            self._is_waiting = True
            self._after(_IDLE_SECONDS, self._look)

    def _look(self) -> None:
        left = self._last + _IDLE_SECONDS - time.monotonic()
        if left > 0:
            self._after(left, self._look)
        else:
            self._is_waiting = False
            gc.collect()
