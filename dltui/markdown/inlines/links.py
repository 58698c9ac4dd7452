"""Links and images: `[text](url "title")`, `[text][label]`, `[label]`."""

import re

from markdown_it.common.utils import normalizeReference
from markdown_it.helpers import parseLinkDestination, parseLinkTitle

from dltui.markdown.codes import Code
from dltui.markdown.inlines.nesting import resolve
from dltui.markdown.inlines.scan import Bracket, Piece, Scan
from dltui.markdown.session import Reference
from dltui.markdown.stamp_anchor import match_anchor
from dltui.markdown.stamp_plain import match_time_destination
from dltui.markdown.walk import plain_text
from dltui.model.block import Footnote, Paragraph
from dltui.model.clean import clean_line
from dltui.model.inline import PICTURE_ENDINGS, Chip, FootnoteReference, Image, Link, Text
from dltui.model.timestamp import Stamp

_PLAIN_TARGET = re.compile(r"\(([^\s()<>\\&\"']*)\)")
_WRAPPED_ANCHOR = re.compile(r"\(\s*(?=<\s?a[\s%])", re.IGNORECASE)
#: A picture's path with spaces, or in the brackets of a wikilink: no Markdown, but what vaults hold.
_LOOSE_PICTURE = re.compile(
    rf"\(\s*(?:\[\[)?(?P<path>[^\[\]()<>|\\&\n]{{1,400}}?(?:{'|'.join(map(re.escape, PICTURE_ENDINGS))}))"
    r"(?:\|[^\[\]()\n]{0,200})?(?:\]\])?\s*\)",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[ \t]*\n?[ \t]*")
_CLOSING = re.compile(r"\s*\)")
_FULL_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999})\]", re.DOTALL)
_LONGEST_LABEL = 999
_LONGEST_TARGET = 4000
_MOST_OPEN = 500


def open_bracket(scan: Scan, start: int) -> int:
    """`[`, `![` or `^[`: may turn out to open a link, an image or an inline footnote."""
    char = scan.text[start]
    source = "[" if char == "[" else f"{char}["
    end = start + len(source)
    if not scan.text.startswith(source, start) or len(scan.brackets) >= _MOST_OPEN:
        return 0
    scan.push(bracket := Bracket(source, 0, end, scan.line), start, end)
    bracket.index = len(scan.pieces) - 1
    scan.brackets.append(bracket)
    return end


def close_bracket(scan: Scan, start: int) -> int:
    """`]`: closes a link if an address follows or if what it encloses names a reference; or an inline footnote."""
    if not scan.brackets:
        return 0
    bracket = scan.brackets.pop()
    if bracket.source == "^[":
        return _close_note(scan, bracket, start)
    if not bracket.active:
        return 0
    if bracket.source == "[" and (end := _time_link(scan, bracket, start)):
        return end
    picture = _LOOSE_PICTURE.match(scan.text, start + 1) if bracket.source == "![" else None
    if picture:
        target: tuple[Reference, int] | None = (Reference(clean_line(picture["path"]), ""), picture.end())
    else:
        target = _target(scan.text, start + 1) or _reference(scan, bracket, start)
    if target is None:
        return 0
    reference, end = target
    inside = _inside(scan, bracket, start, end)
    if bracket.source == "![":
        scan.pieces.append(Image(reference.url, plain_text(resolve(inside)).strip(), bracket.line))
    else:
        children = resolve(_without_links(inside))
        scan.pieces.append(Link(reference.url, reference.title, children, bracket.line))
        _deactivate(scan.brackets)
    return end


def _inside(scan: Scan, bracket: Bracket, start: int, end: int) -> list[Piece]:
    """Take the pieces that a bracket encloses, and the bracket itself, off the scan; go on at `end`."""
    scan.push_all((), start, end)
    inside = scan.pieces[bracket.index + 1 :]
    del scan.pieces[bracket.index :]
    return inside


def _deactivate(brackets: list[Bracket]) -> None:
    """No link may be opened around another one; those further out were deactivated by the link before."""
    for bracket in reversed(brackets):
        if bracket.source == "[":
            if not bracket.active:
                return
            bracket.active = False


def _close_note(scan: Scan, bracket: Bracket, start: int) -> int:
    """An inline footnote: a reference here, and the footnote behind the block it stands in."""
    session = scan.session
    number = session.next_inline_note(bracket.line)
    children = resolve(_inside(scan, bracket, start, start + 1))
    name = f"inline-{number}"
    scan.pieces.append(FootnoteReference(name, number))
    session.footnotes.append(Footnote(name, number, (Paragraph(children, bracket.line),), bracket.line))
    return start + 1


def _time_link(scan: Scan, bracket: Bracket, start: int) -> int:
    """`[words](00:01:19)` and `[words](<a …>)`: the words, and a timestamp behind them; 0 if it's neither."""
    text = scan.text
    if not text.startswith("(", start + 1):
        return 0
    if time := match_time_destination(text, start + 1):
        value, end = time
        stamp = Stamp(value, "", scan.line)
    else:
        opening = _WRAPPED_ANCHOR.match(text, start + 1)
        anchor = match_anchor(text, opening.end()) if opening else None
        if anchor is None:
            return 0
        closing = _CLOSING.match(text, anchor.end)
        end = closing.end() if closing else anchor.end
        stamp = Stamp(anchor.value, anchor.label, scan.line, anchor.video)
    scan.report(Code.TIMESTAMP_BROKEN)
    del scan.pieces[bracket.index]
    return scan.push_all((Text(" "), Chip(stamp)), start, end)


def _without_links(pieces: list[Piece]) -> list[Piece]:
    """A bare address inside a link's text is text: links don't nest."""
    flat: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Link):
            flat.extend(piece.children)
        else:
            flat.append(piece)
    return flat


def _target(text: str, start: int) -> tuple[Reference, int] | None:
    """`(url "title")` at an offset."""
    if not text.startswith("(", start):
        return None
    plain = _PLAIN_TARGET.match(text, start)
    if plain:
        return Reference(plain[1], ""), plain.end()
    limit = min(len(text), start + _LONGEST_TARGET)
    position = _past_space(text, start + 1)
    destination = parseLinkDestination(text, position, limit)
    url, title = "", ""
    if destination.ok:
        url, position = destination.str, destination.pos
        title_start = _past_space(text, position)
        written = parseLinkTitle(text, title_start, limit)
        if written.ok and title_start > position:
            title, position = written.str, written.pos
    closing = _CLOSING.match(text, position)
    return (Reference(clean_line(url), clean_line(title)), closing.end()) if closing else None


def _past_space(text: str, start: int) -> int:
    match = _SPACE.match(text, start)
    return match.end() if match else start


def _reference(scan: Scan, bracket: Bracket, start: int) -> tuple[Reference, int] | None:
    """`[text][label]`, `[label][]` or `[label]` of a definition elsewhere in the document."""
    references = scan.session.facts.references
    if not references:
        return None
    full = _FULL_LABEL.match(scan.text, start + 1)
    if full and full[1].strip():
        found = references.get(normalizeReference(full[1]))
        return (found, full.end()) if found else None
    if start - bracket.start > _LONGEST_LABEL:
        return None
    found = references.get(normalizeReference(scan.text[bracket.start : start]))
    return (found, full.end() if full else start + 1) if found else None
