r"""Math: `$…$` by Pandoc's rule and a little more, `$$…$$`, `\(…\)` and, at the start of a line, `\[…\]`."""

import re

from dltui.markdown.inlines.scan import Scan
from dltui.model.inline import Math

_DISPLAY = re.compile(r"\$\$(?P<tex>[^$]+?)\$\$")
_INLINE = re.compile(r"\$(?P<tex>(?![\s$])(?:[^$\\`]|\\.)*?(?:(?<!\s)|(?<=\\ )))\$(?!\d)", re.DOTALL)
_SPACED = re.compile(r"\$[ \t]+(?P<tex>(?:[^$\\`\n]|\\.)+?)[ \t]+\$(?!\d)")
"""Blanks inside the dollars: no formula by Pandoc's rule, but common, and beyond doubt where a command stands in it."""
_COMMAND = re.compile(r"\\[A-Za-z]")
_PARENTHESES = re.compile(r"\\\((?P<tex>.+?)\\\)", re.DOTALL)
_BRACKETS = re.compile(r"\\\[(?P<tex>.+?)\\\](?=[ \t.,;:]*(?:\n|$))", re.DOTALL)
_TEX = re.compile(r"[\\^_={}+<>/]|\d|^\W*\w\W*$")
_FORMULA = re.compile(r"[\\^_{}=]")
_WORDS_OR_RANGE = re.compile(r"\s[^\W\d_]{2,}|[^\W\d_]{2,}\s|[,;–—-]\s*\w*$")
_LONGEST = 2000


def dollars(scan: Scan, start: int) -> int:
    """A formula between dollars; amounts of money stay text."""
    text = scan.text
    limit = start + _LONGEST
    if text.startswith("$$", start):
        match = _DISPLAY.match(text, start, limit)
        return _push(scan, match, display=True) or start + 2
    match = _INLINE.match(text, start, limit)
    if match is None:
        spaced = _SPACED.match(text, start, limit)
        match = spaced if spaced and _COMMAND.search(spaced["tex"]) else None
    if match is None or _is_money(match["tex"]):
        return 0
    return _push(scan, match, display=False)


def backslash(scan: Scan, start: int) -> int:
    r"""`\(…\)`, and `\[…\]` where it starts a line and its inside looks like TeX."""
    text = scan.text
    if text.startswith("\\(", start):
        if scan.find("\\)", start) < 0:
            return 0
        match = _PARENTHESES.match(text, start, start + _LONGEST)
        return _push(scan, match, display=False) if match else 0
    if text.startswith("\\[", start) and not text[text.rfind("\n", 0, start) + 1 : start].strip():
        match = _BRACKETS.match(text, start, start + _LONGEST)
        if match and _TEX.search(match["tex"]):
            return _push(scan, match, display=True)
    return 0


def _push(scan: Scan, match: re.Match[str] | None, *, display: bool) -> int:
    if match is None or "<a " in match["tex"]:
        return 0
    return scan.push(Math(match["tex"].strip(), display, scan.line), match.start(), match.end())


def _is_money(tex: str) -> bool:
    """Whether the dollar sign before this is a currency: `5 and US`, `3.50, or 4`."""
    return tex[:1].isdigit() and not _FORMULA.search(tex) and _WORDS_OR_RANGE.search(tex) is not None
