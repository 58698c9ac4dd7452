"""Whether one heading stands above a whole body, so that it says what the page is called."""

import re

from dltui.markdown.code_regions import end_of_code

_ABOVE = re.compile(r"(?:[ \t]*(?:<[^\n]*|\[?!\[[^\n]*|%%[^\n]*%%[ \t]*|#[^\s#][^\n]*)?\n)*")
_TOP = re.compile(r"#[ \t]+\S[^\n]*|[^\s#>|`~*+-][^\n]*\n=+[ \t]*(?=\n|\Z)")
_NEXT = re.compile(r"^(?:(?P<code>`{3,}|~{3,})|#[ \t]+\S|(?<=\S\n)=+[ \t]*$)", re.MULTILINE)


def has_top_heading(body: str) -> bool:
    """Whether a body begins with its only heading of the first level.

    Tags, pictures, comments and HTML may stand above it. Several such headings are sections, and a heading further
    down or of a lower level heads a part: a note that has them is called as its file is.
    """
    above = _ABOVE.match(body)
    top = _TOP.match(body, above.end() if above else 0)
    return top is not None and not _has_level_one(body, top.end())


def _has_level_one(body: str, start: int) -> bool:
    """Whether another heading of the first level follows, outside of code."""
    while place := _NEXT.search(body, start):
        if not place["code"]:
            return True
        start = max(end_of_code(body, place.start("code")), place.end())
    return False
