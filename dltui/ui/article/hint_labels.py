"""Letter labels for the links in sight, as short as their number allows."""

from collections.abc import Sequence
from itertools import product

#: Home row first; no letter that looks like another.
_LETTERS = "asdfghjklewrtuiopqzxcvbnm"


def hint_labels(count: int) -> Sequence[str]:
    """That many labels, all of the same length, so that none begins another."""
    length = 1
    while len(_LETTERS) ** length < count:
        length += 1
    labels = product(_LETTERS, repeat=length)
    return ["".join(label) for label, _ in zip(labels, range(count), strict=False)]
