"""The pass itself: which rules are tried where."""

import re
from collections.abc import Callable, Mapping

from dltui.markdown.codes import Code, diagnose
from dltui.markdown.inlines import breaks, html, links, marks, math, notes
from dltui.markdown.inlines.chips import before_chip, chip
from dltui.markdown.inlines.code import code
from dltui.markdown.inlines.nesting import resolve
from dltui.markdown.inlines.scan import Scan
from dltui.markdown.inlines.wikilinks import wikilink
from dltui.markdown.session import Session
from dltui.model.inline import Inlines, Text

Rule = Callable[[Scan, int], int]
"""Takes the scan and the offset of the rule's first character; adds pieces and returns the offset behind them, or 0."""

RULES: dict[str, tuple[Rule, ...]] = {
    "\n": (breaks.newline,),
    "\\": (chip, math.backslash, breaks.escape),
    "`": (code,),
    "<": (chip, html.markup),
    "[": (chip, wikilink, notes.footnote, links.open_bracket),
    "!": (wikilink, before_chip, links.open_bracket),
    "]": (links.close_bracket,),
    "*": (marks.emphasis,),
    "_": (marks.emphasis,),
    "=": (marks.pair,),
    "~": (marks.pair,),
    "$": (math.dollars,),
    "(": (chip,),
    "&": (breaks.entity,),
    "%": (notes.comment,),
    "#": (notes.hashtag,),
    "^": (notes.block_id, before_chip, links.open_bracket),
    ":": (breaks.address,),
    "w": (breaks.web_address,),
}

_PLAIN_RULES: dict[str, tuple[Rule, ...]] = {
    "\n": (breaks.newline,),
    "<": (chip,),
    "[": (chip,),
    "(": (chip,),
    ":": (breaks.address,),
    "w": (breaks.web_address,),
}
_PLAIN_STOPS = re.compile(r"[\n<\[(:w]")
_STOPS = re.compile(r"[\n\\`<\[!\]*_=~$(&%#^:]")
_STOPS_WITH_WEB = re.compile(r"[\n\\`<\[!\]*_=~$(&%#^:w]")
_PADDING = " " * 300
_PADDING_RUN = re.compile(f"{_PADDING} *")


def parse_inlines(text: str, line: int, session: Session) -> Inlines:
    """Parse a run of inline text.

    Args:
        text: a paragraph's or cell's content, its lines separated by newlines.
        line: 1-based line of the file that it starts on.
        session: of the chunk.
    """
    if _PADDING in text:
        session.diagnostics.append(diagnose(Code.PADDING_COLLAPSED, line))
        text = _PADDING_RUN.sub(" ", text)
    stops = _STOPS_WITH_WEB if "www." in text else _STOPS
    if stops.search(text) is None:
        return (Text(text),) if text else ()
    scan = Scan(text, line, session)
    _run(scan, stops, RULES)
    return resolve(scan.pieces)


def parse_plain_inlines(text: str, line: int, session: Session) -> Inlines:
    """Parse a run of plain text: only timestamps and addresses mean something in it."""
    scan = Scan(text, line, session)
    _run(scan, _PLAIN_STOPS, _PLAIN_RULES)
    return resolve(scan.pieces)


def _run(scan: Scan, stops: re.Pattern[str], rules: Mapping[str, tuple[Rule, ...]]) -> None:
    text, position = scan.text, 0
    while stop := stops.search(text, position):
        start = stop.start()
        position = start + 1
        for rule in rules[text[start]]:
            if end := rule(scan, start):
                position = end
                break
        if position - start > 1 or text[start] == "\n":
            scan.line += text.count("\n", start, position)
    if scan.taken < len(text):
        scan.push_all((Text(text[scan.taken :]),), scan.taken, len(text))
