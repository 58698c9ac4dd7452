"""Inlines to Markdown."""

import re
from collections.abc import Sequence

from dltui.cli.importing.escaping import escaped
from dltui.model.inline import (
    Chip,
    Code,
    Comment,
    FootnoteReference,
    Html,
    Image,
    Inline,
    LineBreak,
    Link,
    Math,
    Style,
    Styled,
    Tag,
    Text,
    Wikilink,
)
from dltui.model.timestamp import Stamp

_MARKS = {Style.EMPHASIS: "*", Style.STRONG: "**", Style.STRIKE: "~~", Style.HIGHLIGHT: "=="}
_TAGS = {
    Style.EMPHASIS: "em",
    Style.STRONG: "strong",
    Style.STRIKE: "del",
    Style.HIGHLIGHT: "mark",
    Style.UNDERLINE: "u",
    Style.SUPERSCRIPT: "sup",
    Style.SUBSCRIPT: "sub",
    Style.KEYBOARD: "kbd",
    Style.SMALL: "small",
}
_CLOCK = re.compile(r"\d{1,3}(?::\d{1,2}){1,2}")
_TICKS = re.compile("`+")
_BREAK = "\\\n"


def inline_markdown(inlines: Sequence[Inline], inside: frozenset[Style] = frozenset()) -> str:
    """Markdown of a run of inlines, on the lines that they were written on.

    Args:
        inlines: of one block.
        inside: the styles that stand around them already.
    """
    written = ["", *(_written(node, inside) for node in inlines), ""]
    for place, node in enumerate(inlines, 1):
        if isinstance(node, Styled) and node.style not in inside:
            around = written[place - 1][-1:], written[place + 1][:1]
            written[place] = _styled(node.style, written[place], around)
    return "".join(written)


def _written(node: Inline, inside: frozenset[Style]) -> str:
    match node:
        case Text():
            return escaped(node.text)
        case Styled():
            return inline_markdown(node.children, inside | {node.style})
        case Code():
            return _code(node.text)
        case LineBreak():
            return _BREAK if node.hard else "\n"
        case Link() | Image():
            return _link(node, inside)
        case Wikilink():
            return _wikilink(node)
        case Chip():
            return stamp_markdown(node.stamp) * (1 + node.repeats)
        case _:
            return _rare(node)


def _rare(node: Inline) -> str:
    match node:
        case Math():
            return f"$${node.source}$$" if node.display else f"${node.source}$"
        case FootnoteReference():
            return f"[^{node.name}]"
        case Tag():
            return f"#{node.name}"
        case Html():
            return node.source
        case Comment():
            return f"%%{node.text}%%"
        case _:
            return ""


def _styled(style: Style, text: str, around: tuple[str, str]) -> str:
    """Text in a style; spaces at its edges stay outside, and tags serve where marks would not be seen as such."""
    body = text.strip()
    if not body:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    left, right = (before or around[0])[-1:], (after or around[1])[:1]
    mark = _MARKS.get(style)
    if mark and "\n\n" not in body and _is_seen(left, body[0], mark) and _is_seen(right, body[-1], mark):
        return f"{before}{mark}{body}{mark}{after}"
    return f"{before}<{_TAGS[style]}>{body}</{_TAGS[style]}>{after}"


def _is_seen(outside: str, edge: str, mark: str) -> bool:
    """Whether a mark between two characters opens or closes a style: it must lean on a word, and on no other mark."""
    if outside == mark[0] or edge == mark[0]:
        return False
    return (edge.isalnum() and mark != "==") or not outside or not outside.isalnum()


def _code(text: str) -> str:
    longest = max((len(run) for run in _TICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[:1] in "` " or text[-1:] in "` " else ""
    return f"{fence}{pad}{text}{pad}{fence}" if text.strip() else text


def _link(node: Link | Image, inside: frozenset[Style]) -> str:
    if isinstance(node, Image):
        return f"![{escaped(node.alt)}]({_address(node.source)})"
    label = inline_markdown(node.children, inside)
    if label.replace("\\", "") == node.url and "://" in node.url:
        return f"<{node.url}>"
    title = f' "{node.title}"' if node.title and '"' not in node.title else ""
    return f"[{label}]({_address(node.url)}{title})"


def _address(url: str) -> str:
    """A link's address; in angle brackets where a space or a bracket would end it."""
    address = "".join(url.split("\n")).strip()
    if re.search(r"[\s()<>]", address):
        return f"<{address.replace('<', '%3C').replace('>', '%3E')}>"
    return address


def _wikilink(node: Wikilink) -> str:
    target = f"{node.name}#{node.anchor}" if node.anchor else node.name
    label = f"|{node.label}" if node.label and node.label != target else ""
    return f"{'!' if node.embed else ''}[[{target}{label}]]"


def stamp_markdown(stamp: Stamp) -> str:
    """A timestamp in brackets, as a link where it names its video, or as a tag where its value and its label differ."""
    if stamp.video and _CLOCK.fullmatch(stamp.text):
        return f"[{stamp.text}](https://youtu.be/{stamp.video}?t={stamp.value})"
    if _CLOCK.fullmatch(stamp.text) and stamp.value in ("", stamp.text):
        return f"[{stamp.text}]"
    return f'<a class="yt-timestamp" data-t="{stamp.value}">[{stamp.label}]</a>'
