"""Inlines as text: what a look would tell is told in words."""

from collections.abc import Callable, Iterable

from dltui.cli.linear.stamps import stamp_text
from dltui.model.inline import (
    Chip,
    Code,
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
from dltui.model.target import LinkState, Target
from dltui.model.timestamp import Stamp, Timestamp

Resolve = Callable[[Wikilink], Target]
Read = Callable[[Stamp], Timestamp]

_STATES = {LinkState.MISSING: " (missing)", LinkState.AMBIGUOUS: " (several articles)"}
_BEFORE = {Style.SUPERSCRIPT: "^", Style.SUBSCRIPT: "_", Style.STRIKE: "(struck out: "}
_AFTER = {Style.STRIKE: ")"}


class InlineText:
    """Turns inlines into text.

    Args:
        resolve: where a wikilink leads.
        read: what a stamp means.
    """

    def __init__(self, resolve: Resolve, read: Read) -> None:
        self._resolve = resolve
        self._read = read

    def of(self, inlines: Iterable[Inline]) -> str:
        """Their text; a newline stands only where the author forced one."""
        lines = "".join(map(self._said, inlines)).split("\n")
        return "\n".join(" ".join(line.split()) for line in lines)

    def _said(self, node: Inline) -> str:
        match node:
            case Text() | Code():
                return node.text
            case Html() | Math():
                return node.source
            case LineBreak():
                return "\n" if node.hard else " "
            case Tag():
                return f"#{node.name}"
            case Chip():
                return stamp_text(self._read(node.stamp), node.repeats)
            case FootnoteReference():
                return f" [note {node.number}]"
            case Image():
                return f"[image: {node.alt or node.source}]"
            case _:
                return self._container(node)

    def _container(self, node: Inline) -> str:
        match node:
            case Styled():
                inside = "".join(map(self._said, node.children))
                return f"{_BEFORE.get(node.style, '')}{inside}{_AFTER.get(node.style, '')}"
            case Link():
                inside = "".join(map(self._said, node.children))
                return inside if _says_where(inside, node.url) else f"{inside} ({node.url})"
            case Wikilink():
                return node.text + _STATES.get(self._resolve(node).state, "")
            case _:
                return ""


def _says_where(text: str, url: str) -> bool:
    """Whether a link's text is its address already, or the address leads nowhere but within the page."""
    return url.startswith("#") or text.strip().rstrip("/") == url.removeprefix("mailto:").rstrip("/")
