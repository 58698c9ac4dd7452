"""HTML as a tree of elements: forgiving like a browser, in one pass, and never deeper than can be walked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_ENDS_PARAGRAPH = frozenset(
    {
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "details",
            "div",
            "dl",
            "fieldset",
            "figure",
            "footer",
        ),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre"),
        *("section", "table", "ul"),
    }
)
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
}
"""Which open elements an element ends, and which it doesn't reach beyond."""
_DEEPEST = 60


@dataclass(slots=True)
class Element:
    """An element with what stands in it.

    Attributes:
        line: 1-based line of the file.
    """

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)
    line: int = 1

    def walk(self) -> Iterator["Element"]:
        """Itself and every element within it, in the order of the file."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def text(self) -> str:
        """The text in it, as written."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


def parse_html(source: str) -> Element:
    """The tree of a page; nothing in it can make this fail."""
    builder = _Builder()
    builder.feed(source)
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    """Puts the tree together. Elements beyond a depth are left out, and what stands in them is kept."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("html")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self._end_before(tag)
        element = Element(tag, {name: value or "" for name, value in attrs}, line=self.getpos()[0])
        if len(self._open) > _DEEPEST and tag not in _VOID:
            return
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].name == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def _end_before(self, tag: str) -> None:
        """End what a start tag ends without saying so: `<li>` the item before it, `<p>` the paragraph."""
        if tag in _ENDS_PARAGRAPH and self._open[-1].name == "p":
            self._open.pop()
        ended, limit = _ENDS.get(tag, (frozenset(), frozenset()))
        for place in range(len(self._open) - 1, 0, -1):
            name = self._open[place].name
            if name in ended:
                del self._open[place:]
                return
            if name in limit:
                return
