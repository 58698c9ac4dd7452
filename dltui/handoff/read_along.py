"""Which moment of an article is being said, while its video plays."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from dltui.model.timestamp import Moment

LINGER_SECONDS = 60
"""How long a moment without an end is taken to go on where no other begins."""


class ReadAlong:
    """The moments of one video, to be asked with the player's position.

    Args:
        moments: in any order; those without a time are passed over.
    """

    def __init__(self, moments: Sequence[Moment]) -> None:
        timed = [
            (moment.timestamp.seconds, index)
            for index, moment in enumerate(moments)
            if moment.timestamp.seconds is not None
        ]
        timed.sort()
        self._starts = [seconds for seconds, _ in timed]
        self._indexes = [index for _, index in timed]
        self._moments = moments

    def index_at(self, seconds: float) -> int | None:
        """The index (into the moments given) of the one said at that second; None between moments.

        Of several that begin at the same second it is the first of the article.
        """
        place = bisect_right(self._starts, seconds) - 1
        if place < 0:
            return None
        start = self._starts[place]
        index = self._indexes[bisect_left(self._starts, start)]
        end = self._moments[index].timestamp.end_seconds
        return index if seconds < (end if end and end > start else start + LINGER_SECONDS) else None
