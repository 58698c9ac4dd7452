"""The text of a file, made safe to parse: clean characters, and lines that are the file's."""

import re
from itertools import islice

from dltui.markdown.codes import Code, diagnose
from dltui.markdown.frontmatter import match_frontmatter
from dltui.model.clean import clean, is_clean
from dltui.model.diagnostic import Diagnostic

_NOT_LINE_ENDS = str.maketrans({"\x0b": " ", "\x0c": " ", "\u2028": " ", "\u2029": " "})
_REPORTED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_MARKDOWN = re.compile(
    r"^#{1,6}[ \t]\S|^(?:```|~~~)|^> ?\[!|^\|?[ :]*-{3,}[ :]*\|"
    r"|\[\[[^\[\]\n]+\]\]|\]\([^()\s]+\)|<a class=\"yt-timestamp\"|\*\*\w",
    re.MULTILINE,
)
_FEWEST_SIGNS = 2


def clean_source(text: str) -> tuple[str, tuple[Diagnostic, ...]]:
    r"""Text without anything a terminal could obey, with `\n` at the end of each line.

    What some programs take for the end of a line and editors don't (form feeds, U+2028) becomes a space, so that
    lines keep the numbers that editors show.
    """
    if is_clean(text):
        return text, ()
    safe = clean(text.translate(_NOT_LINE_ENDS))
    odd = _REPORTED.search(text)
    if odd is None:
        return safe, ()
    line = len(re.findall(r"\r\n?|\n", text[: odd.start()])) + 1
    return safe, (diagnose(Code.CONTROL_CHARACTERS, line),)


def looks_like_markdown(text: str) -> bool:
    """Whether a text that isn't Markdown by its name has front matter, or more than one sign of Markdown."""
    if match_frontmatter(text):
        return True
    return sum(1 for _ in islice(_MARKDOWN.finditer(text), _FEWEST_SIGNS)) == _FEWEST_SIGNS
