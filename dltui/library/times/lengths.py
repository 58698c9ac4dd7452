"""How long the videos of a channel usually are: a hint for a video of which too little else is known."""

from collections.abc import Iterable, Sequence

from dltui.library.times.evidence import agreeing
from dltui.library.times.witness import Witness

#: A video of which only a few seconds are named says little about its length, and a few videos little about others.
_FEWEST_SECONDS = 10
_FEWEST_VIDEOS = 20
_LONG_SHARE = 0.95


def usual_lengths(videos: Iterable[Sequence[Witness]]) -> tuple[int | None, int | None]:
    """The last second named of a middle video, and of a long one.

    Args:
        videos: the witnesses of each video of one channel.

    Returns:
        The median and the 95th percentile in seconds; None for both where fewer than twenty videos are known well.
    """
    tops = sorted(_top(witnesses) for witnesses in videos if _is_known(witnesses))
    tops = [top for top in tops if top]
    if len(tops) < _FEWEST_VIDEOS:
        return None, None
    return tops[len(tops) // 2], tops[int(_LONG_SHARE * (len(tops) - 1))]


def _top(witnesses: Sequence[Witness]) -> int:
    """The middle one of the last seconds that a video's articles name; 0 for none."""
    tops = sorted(witness.top for witness in agreeing(witnesses))
    return tops[len(tops) // 2] if tops else 0


def _is_known(witnesses: Sequence[Witness]) -> bool:
    return sum(len(witness.seconds) for witness in witnesses) >= _FEWEST_SECONDS
