"""Footnote references, comments, hashtags and block ids."""

import re

from dltui.markdown.codes import Code
from dltui.markdown.inlines.scan import Scan
from dltui.model.inline import Comment, FootnoteReference, Tag

_REFERENCE = re.compile(r"\[\^(?P<name>[^\s\[\]]{1,200})\]")
_TAG = re.compile(r"#(?P<name>[^\W\d_][\w/-]*|[\d_/-]+[^\W\d_][\w/-]*)")
_BLOCK_ID = re.compile(r"\^(?P<id>[A-Za-z0-9-]+)[ \t]*$")


def footnote(scan: Scan, start: int) -> int:
    """`[^name]`, if a footnote of that name is written somewhere."""
    match = _REFERENCE.match(scan.text, start)
    if match is None:
        return 0
    number = scan.session.facts.notes.get(match["name"])
    if number is None:
        scan.report(Code.FOOTNOTE_MISSING)
        return 0
    return scan.push(FootnoteReference(match["name"], number), start, match.end())


def hashtag(scan: Scan, start: int) -> int:
    """`#tag` after a space; a number alone is no tag."""
    text = scan.text
    if start and not (text[start - 1].isspace() or text[start - 1] in "([,;"):
        return 0
    match = _TAG.match(text, start)
    return scan.push(Tag(match["name"]), start, match.end()) if match else 0


def comment(scan: Scan, start: int) -> int:
    """`%%…%%`; a doubled per cent sign after a number is no comment."""
    text = scan.text
    if not text.startswith("%%", start) or (start and text[start - 1].isalnum()):
        return 0
    end = scan.find("%%", start + 3)
    if end < 0:
        scan.report(Code.COMMENT_UNCLOSED)
        return start + 2
    return scan.push(Comment(text[start + 2 : end].strip()), start, end + 2)


def block_id(scan: Scan, start: int) -> int:
    """`^id` at the end of a block names it for links and isn't shown."""
    text = scan.text
    if start and not text[start - 1].isspace():
        return 0
    match = _BLOCK_ID.match(text, start)
    return scan.push(Comment(match[0].strip()), start, match.end()) if match else 0
