"""The time a search may take, and what it may look at within it."""

import time
from collections.abc import Callable

LONGEST_SECONDS = 1.0
"""What a search may take that was given all the time it needs."""

_MARGIN_SECONDS = 0.001


class OutOfTimeError(Exception):
    """The deadline has passed; what was found so far is what there is."""


class Deadline:
    """A point in time, set a little early; it is put off once, as long as nothing was found.

    Args:
        seconds: from now; None for `LONGEST_SECONDS`.
        reserve: seconds of them for what comes after; half of them at most.
        wanted: whether the answer is still wanted; once it isn't, the deadline has passed.

    Attributes:
        patient: it was given all the time it needs.
        candidates: how many passages of a segment are taken further, where only some are.
        checks: how many texts of a segment are read for a phrase.
        found: there is something to show.
        cut: something was left out for want of time.
    """

    def __init__(
        self, seconds: float | None, reserve: float = 0.0, wanted: Callable[[], bool] | None = None
    ) -> None:
        self.patient = seconds is None
        self.candidates = 10**6 if self.patient else 5000
        self.checks = 1000 if self.patient else 200
        self.found = self.cut = False
        self._wanted = wanted
        self._start = time.perf_counter()
        whole = LONGEST_SECONDS if seconds is None else seconds
        self._end = self._start + whole - min(reserve, whole / 2) - _MARGIN_SECONDS
        self._last_end = self._end + (0.0 if self.patient else whole)

    @property
    def elapsed_ms(self) -> float:
        """Milliseconds since the start."""
        return (time.perf_counter() - self._start) * 1000

    @property
    def passed(self) -> bool:
        """Whether it has passed."""
        if self._wanted is not None and not self._wanted():
            return True
        return time.perf_counter() >= (self._end if self.found else self._last_end)

    def check(self) -> None:
        """See that it hasn't passed.

        Raises:
            OutOfTimeError: it has.
        """
        if self.passed:
            raise OutOfTimeError
