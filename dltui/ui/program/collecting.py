"""Garbage is collected while nobody does anything, and never so much at once that a frame is late.

What outlives the start, or a rest, is set aside: it goes by itself when nothing refers to it any more, and only rings
of objects that refer to each other stay. Those are few, and looked for once they could be many, in a long rest.
"""

import gc
import time
from collections.abc import Callable

_IDLE_SECONDS = 0.5
_REST_SECONDS = 20.0
#: Objects that are looked through in half a frame.
_FEW = 8_000
#: Objects set aside since the last thorough look, some 10 MB.
_MANY = 80_000
#: Python's own thresholds but the last: collections that don't wait for a rest become rare, not impossible.
_THRESHOLDS = (700, 10, 200)


class Collecting:
    """Decides when Python collects garbage.

    Args:
        after: calls something after some seconds, on the interface's thread.
        is_quiet: whether nothing is going on that a late frame would disturb, though no key is pressed.
    """

    def __init__(
        self, after: Callable[[float, Callable[[], None]], object], is_quiet: Callable[[], bool]
    ) -> None:
        self._after = after
        self._is_quiet = is_quiet
        self._has_begun = self._is_waiting = self._is_resting = False
        self._last = 0.0
        #: How many objects there were aside after the last thorough look, and how many came at most since then.
        self._settled = self._added = 0

    def begin(self) -> None:
        """The start is over: what is there now stays, and isn't looked at again."""
        self._has_begun = True
        gc.enable()
        gc.set_threshold(*_THRESHOLDS)
        self._set_all_aside()

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
            return
        self._is_waiting = False
        new = _new_objects()
        gc.collect(2 if new <= _FEW else 1)  # 1: of what is newest alone
        gc.freeze()
        self._added += new
        if self._added > _MANY and not self._is_resting:
            self._is_resting = True
            self._after(_REST_SECONDS, self._look_thoroughly)

    def _look_thoroughly(self) -> None:
        left = self._last + _REST_SECONDS - time.monotonic()
        if left > 0 or not self._is_quiet():
            self._after(max(left, 1.0), self._look_thoroughly)
            return
        self._is_resting = False
        self._added = gc.get_freeze_count() - self._settled  # counting takes nearly a frame
        if self._added > _MANY:
            gc.unfreeze()
            gc.collect()
            self._set_all_aside()

    def _set_all_aside(self) -> None:
        gc.freeze()
        self._settled, self._added = gc.get_freeze_count(), 0


def _new_objects() -> int:
    """About how many objects have come since the last were set aside, without a walk through them; rather too many."""
    newest, young, old = gc.get_count()
    first, second, _ = _THRESHOLDS
    return newest + first * (young + second * old)
