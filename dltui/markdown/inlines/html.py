"""HTML within a line: the tags with a meaning, `<https://…>`, comments; any other tag is shown as written."""

import html
import re

from dltui.markdown import codes
from dltui.markdown.inlines.media import HOLDERS, SHOWN, media
from dltui.markdown.inlines.nesting import STYLE_TAGS
from dltui.markdown.inlines.scan import Delimiter, Scan
from dltui.model.inline import Code, Comment, Html, LineBreak, Link, Text

_ATTRIBUTES = (
    r"(?:\s+[A-Za-z_:@*#\[(.][\w:.@*#\[\]()-]*(?:\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'|[^\s\"'=<>`]+))?){0,40}"
)
_TAG = re.compile(rf"<(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<attributes>{_ATTRIBUTES})\s*/?>")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
_EMAIL = re.compile(r"<([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)>")
_HREF = re.compile(r"href\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_LINK_TEXT = re.compile(r"(?P<text>[^<\[\]`*_\\&\n]{1,300})</a\s*>", re.IGNORECASE)
_PICTURE = re.compile(rf"\s*<img(?P<attributes>{_ATTRIBUTES})\s*/?>\s*</a\s*>", re.IGNORECASE)
_CODE = re.compile(r"<code(?:\s[^<>]*)?>(?P<text>\s*[^<\s][^<]*)</code\s*>", re.IGNORECASE)
_CLOCK = re.compile(r"\d:\d")
_NOTHING = re.compile(r"\s*</a\s*>", re.IGNORECASE)
_TRANSPARENT = frozenset({"span", "div", "p", "center", "font"})
_BLOCKS = frozenset({"div", "p", "center"})


def markup(scan: Scan, start: int) -> int:
    """Whatever starts with `<` and isn't a timestamp."""
    text = scan.text
    following = text[start + 1 : start + 2]
    if following == "!":
        return _comment(scan, start)
    if not (following == "/" or following.isalpha()):
        return 0
    tag = _TAG.match(text, start)
    if tag:
        return _tag(scan, tag)
    return _autolink(scan, start)


def _tag(scan: Scan, tag: re.Match[str]) -> int:
    name = tag["name"].lower()
    start, end = tag.span()
    if name == "br":
        return scan.push(LineBreak(hard=True), start, end)
    if name in STYLE_TAGS:
        closes = bool(tag["slash"])
        return scan.push(Delimiter(name, tag[0], opens=not closes, closes=closes), start, end)
    if name in _TRANSPARENT:
        parts = name in _BLOCKS and not _is_at_break(scan, start)
        return scan.push_all((LineBreak(hard=True),) if parts else (), start, end)
    if name == "a":
        return _stray_anchor(scan, tag)
    if name in SHOWN or name in HOLDERS:
        return _media(scan, tag)
    code = _CODE.match(scan.text, start) if name == "code" else None
    if code and not _CLOCK.search(code["text"]):  # a time in it stays one
        return scan.push(Code(html.unescape(" ".join(code["text"].split()))), start, code.end())
    if name == "details" and not tag["slash"]:
        scan.report(codes.Code.DETAILS_UNCLOSED)
    return _as_written(scan, tag)


def _media(scan: Scan, tag: re.Match[str]) -> int:
    """The placeholder of a picture or player; what only stands around one isn't shown."""
    shown = None if tag["slash"] else media(tag["attributes"], scan.line)
    if shown is None and tag["name"].lower() not in HOLDERS:
        return _as_written(scan, tag)
    return scan.push_all((shown,) if shown else (), *tag.span())


def _as_written(scan: Scan, tag: re.Match[str]) -> int:
    return scan.push(Html(tag[0].replace("\n", " ")), *tag.span())


def _is_at_break(scan: Scan, start: int) -> bool:
    """Whether nothing but a line break stands before an offset."""
    if scan.text[scan.taken : start].strip():
        return False
    return not scan.pieces or isinstance(scan.pieces[-1], LineBreak)


def _stray_anchor(scan: Scan, tag: re.Match[str]) -> int:
    """An `<a href>` around plain words or a picture is a link; a timestamp without any time is shown as written."""
    if "timestamp" in tag["attributes"]:
        scan.report(codes.Code.TIMESTAMP_BROKEN)
    href = _HREF.search(tag["attributes"])
    words = _LINK_TEXT.match(scan.text, tag.end())
    if href and words:
        link = Link(href[1], "", (Text(words["text"]),), scan.line)
        return scan.push(link, tag.start(), words.end())
    picture = _PICTURE.match(scan.text, tag.end()) if href else None
    shown = media(picture["attributes"], scan.line) if picture else None
    if href and picture and shown:
        return scan.push(Link(href[1], "", (shown,), scan.line), tag.start(), picture.end())
    place = None if href or "timestamp" in tag["attributes"] else _NOTHING.match(scan.text, tag.end())
    if place and tag["attributes"]:  # a place that links lead to
        return scan.push(Comment(tag[0]), tag.start(), place.end())
    return _as_written(scan, tag)


def _comment(scan: Scan, start: int) -> int:
    text = scan.text
    if not text.startswith("<!--", start):
        return 0
    end = scan.find("-->", start + 4)
    if end < 0:
        scan.report(codes.Code.COMMENT_UNCLOSED)
        return start + 4
    return scan.push(Comment(text[start + 4 : end].strip()), start, end + 3)


def _autolink(scan: Scan, start: int) -> int:
    text = scan.text
    link = _AUTOLINK.match(text, start)
    if link:
        return scan.push(Link(link[1], "", (Text(link[1]),), scan.line), start, link.end())
    email = _EMAIL.match(text, start)
    if email:
        return scan.push(Link(f"mailto:{email[1]}", "", (Text(email[1]),), scan.line), start, email.end())
    return 0
