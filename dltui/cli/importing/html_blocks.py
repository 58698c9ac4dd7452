"""Elements that stand for themselves become blocks."""

import re
from collections.abc import Iterable, Iterator

from dltui.cli.importing.html_inlines import IGNORED, inlines_of
from dltui.cli.importing.html_tree import Element
from dltui.model.block import (
    Align,
    Block,
    Blocks,
    CodeBlock,
    Details,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from dltui.model.clean import clean
from dltui.model.inline import Inlines, Style, Styled

_SURROUNDINGS = frozenset({"nav", "footer", "form", "dialog", "menu"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CONTAINERS = frozenset(
    {
        *("address", "article", "aside", "body", "center", "dd", "div", "fieldset", "figcaption", "figure"),
        *("header", "hgroup", "html", "main", "p", "section"),
    }
)
_BLOCKS = frozenset(
    {*_HEADINGS, *_CONTAINERS, "blockquote", "details", "dl", "dt", "hr", "ol", "pre", "table", "ul"}
)
_LANGUAGE = re.compile(r"(?:^|\s)(?:language|lang|highlight-source)-([A-Za-z0-9+#-]+)")
_NUMBER = re.compile(r"\d{1,9}")


def blocks_of(nodes: Iterable[Element | str], line: int = 1) -> Blocks:
    """The blocks of some nodes; text that stands between blocks becomes a paragraph.

    Args:
        nodes: of one element.
        line: 1-based line of the file that they start on.
    """
    return tuple(_blocks(nodes, line))


def _blocks(nodes: Iterable[Element | str], line: int) -> Iterator[Block]:
    waiting: list[Element | str] = []
    for node in nodes:
        if isinstance(node, Element) and node.name in _SURROUNDINGS:
            continue
        if isinstance(node, str) or not _holds_blocks(node):
            waiting.append(node)
            continue
        yield from _paragraph(waiting, line)
        waiting, line = [], node.line
        yield from _block(node)
    yield from _paragraph(waiting, line)


def _holds_blocks(element: Element) -> bool:
    if element.name in IGNORED:
        return False
    return any(inner.name in _BLOCKS for inner in element.walk())


def _paragraph(nodes: list[Element | str], line: int) -> Iterator[Block]:
    inlines = inlines_of(nodes)
    if inlines:
        yield Paragraph(inlines, line)


def _block(node: Element) -> Iterator[Block]:
    match node.name:
        case "ul" | "ol":
            yield from _list(node)
        case "dl":
            yield from _definitions(node)
        case "table":
            yield from _table(node)
        case "pre":
            yield _code(node)
        case "blockquote":
            yield Quote(blocks_of(node.children, node.line), node.line)
        case "hr":
            yield Rule(node.line)
        case _:
            yield from _other(node)


def _other(node: Element) -> Iterator[Block]:
    if node.name in _HEADINGS:
        inlines = inlines_of(node.children)
        if inlines:
            yield Heading(_HEADINGS[node.name], inlines, "", "", node.line)
    elif node.name == "details":
        summaries = [child for child in node.children if _is(child, "summary")]
        rest = [child for child in node.children if not _is(child, "summary")]
        yield Details(inlines_of(summaries), blocks_of(rest, node.line), node.line)
    else:
        yield from _blocks(node.children, node.line)


def _is(node: Element | str, *names: str) -> bool:
    return isinstance(node, Element) and node.name in names


def _list(node: Element) -> Iterator[Block]:
    items = []
    for child in node.children:
        if isinstance(child, Element):
            children = blocks_of(child.children if child.name == "li" else [child], child.line)
            if children:
                items.append(ListItem(children, child.line))
    tight = all(sum(not isinstance(block, List) for block in item.children) <= 1 for item in items)
    start = _NUMBER.fullmatch(node.attributes.get("start", ""))
    if items:
        first = int(start[0]) if start else 1
        yield List(tuple(items), node.line, ordered=node.name == "ol", start=first, tight=tight)


def _definitions(node: Element) -> Iterator[Block]:
    """Terms as paragraphs in bold, with what is said of each as a list below it."""
    for child in node.children:
        if _is(child, "dt") and isinstance(child, Element):
            inlines = inlines_of(child.children)
            if inlines:
                yield Paragraph((Styled(Style.STRONG, inlines),), child.line)
        elif _is(child, "dd") and isinstance(child, Element):
            children = blocks_of(child.children, child.line)
            if children:
                yield List((ListItem(children, child.line),), child.line)
        elif isinstance(child, Element):
            yield from _definitions(child)


def _code(node: Element) -> CodeBlock:
    classes = " ".join(inner.attributes.get("class", "") for inner in node.walk())
    language = _LANGUAGE.search(classes)
    text = clean(node.text()).removeprefix("\n").rstrip("\n")
    return CodeBlock(text, language[1].lower() if language else "", node.line)


def _table(node: Element) -> Iterator[Block]:
    """A table of data; one of a single column, or with blocks in its cells, is only there to place them."""
    rows = [row for row in node.walk() if row.name == "tr"]
    cells = [[child for child in row.children if _is(child, "td", "th")] for row in rows]
    columns = max(map(len, cells), default=0)
    nested = sum(inner.name == "table" for inner in node.walk()) > 1
    if columns < 2 or nested:
        for row in cells:
            for cell in row:
                if isinstance(cell, Element):
                    yield from _blocks(cell.children, cell.line)
        return
    filled: list[tuple[Inlines, ...]] = []
    for row in cells:
        said = [inlines_of(cell.children) for cell in row if isinstance(cell, Element)]
        filled.append((*said, *[()] * (columns - len(said))))
    yield Table((Align.NONE,) * columns, filled[0], tuple(filled[1:]), node.line)
