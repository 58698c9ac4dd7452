"""Text becomes the words it is found by."""

import re

from dltui.model.clean import fold

WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return WORD.findall(fold(text))
