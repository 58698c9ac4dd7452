"""Elements within a line become inlines."""

import re
from collections.abc import Iterable, Iterator

from dltui.cli.importing.html_tree import Element
from dltui.model.clean import clean
from dltui.model.inline import Chip, Code, Image, Inline, Inlines, LineBreak, Link, Style, Styled, Text
from dltui.model.timestamp import Stamp

STYLES = {
    "em": Style.EMPHASIS,
    "i": Style.EMPHASIS,
    "cite": Style.EMPHASIS,
    "strong": Style.STRONG,
    "b": Style.STRONG,
    "del": Style.STRIKE,
    "s": Style.STRIKE,
    "strike": Style.STRIKE,
    "mark": Style.HIGHLIGHT,
    "u": Style.UNDERLINE,
    "ins": Style.UNDERLINE,
    "sup": Style.SUPERSCRIPT,
    "sub": Style.SUBSCRIPT,
    "kbd": Style.KEYBOARD,
    "small": Style.SMALL,
}
IGNORED = frozenset(
    {"script", "style", "template", "noscript", "svg", "iframe", "object", "head", "title", "button"}
)
_CODE = frozenset({"code", "tt", "samp", "var"})
_ON_THEIR_OWN = frozenset(
    {"p", "div", "li", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "figcaption"}
)
_SPACE = re.compile(r"\s+")
_TIMED = "yt-timestamp"


def inlines_of(nodes: Iterable[Element | str]) -> Inlines:
    """The inlines of some nodes, white space as a browser shows it, none at the edges."""
    return tuple(_trimmed(list(_inlines(nodes))))


def _inlines(nodes: Iterable[Element | str]) -> Iterator[Inline]:
    for node in nodes:
        if isinstance(node, str):
            text = _SPACE.sub(" ", clean(node))
            if text:
                yield Text(text)
        elif node.name not in IGNORED:
            yield from _element(node)


def _element(node: Element) -> Iterator[Inline]:
    if node.name in STYLES:
        children = tuple(_inlines(node.children))
        if children:
            yield Styled(STYLES[node.name], children)
    elif node.name in _CODE:
        yield Code(" ".join(clean(node.text()).split()))
    elif node.name == "br":
        yield LineBreak(hard=True)
    elif node.name == "img":
        yield from _image(node)
    elif node.name == "a":
        yield from _link(node)
    else:
        if node.name in _ON_THEIR_OWN:
            yield LineBreak(hard=True)
        yield from _inlines(node.children)


def _image(node: Element) -> Iterator[Inline]:
    source = clean(node.attributes.get("src", ""))
    if source and not source.startswith("data:"):
        yield Image(source, " ".join(clean(node.attributes.get("alt", "")).split()), node.line)


def _link(node: Element) -> Iterator[Inline]:
    if _TIMED in node.attributes.get("class", ""):
        label = clean(node.text()).strip().strip("[]")
        yield Chip(Stamp(clean(node.attributes.get("data-t", "")) or label, label, node.line))
        return
    url = clean(node.attributes.get("href", "")).strip()
    children = tuple(_inlines(node.children))
    if not url or url.lower().startswith("javascript:"):
        yield from children
    elif any(not isinstance(child, Text) or child.text.strip() for child in children):
        yield Link(url, "", children, node.line)


def _trimmed(found: list[Inline]) -> list[Inline]:
    """Without white space and line breaks at the edges."""
    while found and _is_blank(found[0]):
        del found[0]
    while found and _is_blank(found[-1]):
        del found[-1]
    if found and isinstance(found[0], Text):
        found[0] = Text(found[0].text.lstrip())
    if found and isinstance(found[-1], Text):
        found[-1] = Text(found[-1].text.rstrip())
    return found


def _is_blank(node: Inline) -> bool:
    return isinstance(node, LineBreak) or (isinstance(node, Text) and not node.text.strip())
