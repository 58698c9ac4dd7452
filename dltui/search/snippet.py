"""The line under a hit: the sentence around the first match, cut to a width."""

import re

from dltui.model.clean import clean_line
from dltui.model.passage import Match


def cut_snippet(
    text: str, terms: tuple[str, ...], *, length: int = 200
) -> tuple[str, tuple[Match, ...], int]:
    """Cut a snippet out of a passage's text.

    Args:
        text: the passage's text.
        terms: what to light, as the words begin.
        length: characters the snippet may have.

    Returns:
        The snippet, its matches, and the offset in the text of the first match (0 where there is none).
    """
    pattern = (
        re.compile(r"\b(?:" + "|".join(map(re.escape, terms)) + r")\w*", re.IGNORECASE) if terms else None
    )
    found = pattern.search(text) if pattern else None
    offset = found.start() if found else 0
    start = max(text.rfind(". ", 0, offset) + 2 if ". " in text[:offset] else 0, offset - length // 2)
    snippet = clean_line(text[start : start + length])
    matches = tuple(Match(*match.span()) for match in pattern.finditer(snippet)) if pattern else ()
    return snippet, matches, offset
