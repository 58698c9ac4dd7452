"""Line ends, escapes, entities and bare addresses: what plain text needs besides markup."""

import html
import re

from dltui.markdown.inlines.scan import Scan
from dltui.model.clean import clean
from dltui.model.inline import LineBreak, Link, Text

_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ENTITY = re.compile(r"&(?:#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z0-9]{1,31});")
_SCHEME = re.compile(r"https?$", re.IGNORECASE)
_LONGEST_SCHEME = len("https")
_ADDRESS = re.compile(r"[^\s<>\"`|]+")
_TRAILING = re.compile(r"(?:[?!.,:;*_~'\"=%]|&[A-Za-z0-9]+;)+$")


def newline(scan: Scan, start: int) -> int:
    """The end of a line: hard after two spaces, swallowed after a `<br>`."""
    text = scan.text
    before = start
    while before and text[before - 1] in " \t":
        before -= 1
    end = _past_indent(text, start + 1)
    if before <= scan.taken and scan.pieces and isinstance(scan.pieces[-1], LineBreak):
        return scan.push_all((), before, end)
    return scan.push(LineBreak(hard=text[before:start].endswith("  ")), max(before, scan.taken), end)


def _past_indent(text: str, start: int) -> int:
    end = start
    while text[end : end + 1] in (" ", "\t"):
        end += 1
    return end


def escape(scan: Scan, start: int) -> int:
    r"""A backslash before punctuation, or at the end of a line."""
    following = scan.text[start + 1 : start + 2]
    if following == "\n":
        return scan.push(LineBreak(hard=True), start, _past_indent(scan.text, start + 2))
    return scan.push(Text(following), start, start + 2) if following in _ESCAPABLE else 0


def entity(scan: Scan, start: int) -> int:
    """`&amp;`, `&#65;`, `&#x41;`; what it stands for is cleaned like everything else."""
    match = _ENTITY.match(scan.text, start)
    if match is None:
        return 0
    meaning = html.unescape(match[0])
    if meaning == match[0]:
        return 0
    return scan.push(Text(clean(meaning).replace("\n", " ")), start, match.end())


def address(scan: Scan, start: int) -> int:
    """A bare `http://…` or `https://…`, found at its colon."""
    text = scan.text
    if not text.startswith("://", start):
        return 0
    scheme = _SCHEME.search(text, max(scan.taken, start - _LONGEST_SCHEME), start)
    if scheme is None or (scheme.start() and text[scheme.start() - 1].isalnum()):
        return 0
    return _push_address(scan, scheme.start(), start + 3, "")


def web_address(scan: Scan, start: int) -> int:
    """A bare `www.…`."""
    text = scan.text
    before = text[start - 1 : start]
    if not text.startswith("www.", start) or before.isalnum() or (before and before in "/._-@"):
        return 0
    return _push_address(scan, start, start + 4, "http://")


def _push_address(scan: Scan, start: int, host: int, prefix: str) -> int:
    text = scan.text
    match = _ADDRESS.match(text, host)
    if match is None:
        return 0
    end = _trimmed(text, start, match.end())
    if end <= host or not text[host].isalnum():
        return 0
    written = text[start:end]
    return scan.push(Link(prefix + written, "", (Text(written),), scan.line), start, end)


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of an address without the sentence's punctuation and without a bracket it didn't open."""
    while end > start:
        trailing = _TRAILING.search(text[start:end])
        if trailing:
            end = start + trailing.start()
        elif text[end - 1] in ")]" and _unopened(text[start:end]):
            end -= 1
        else:
            break
    return end


def _unopened(address: str) -> bool:
    closing = address[-1]
    return address.count(closing) > address.count("(" if closing == ")" else "[")
