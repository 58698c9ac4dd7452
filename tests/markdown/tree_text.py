"""A parsed tree as text: one line for each block, its inlines behind it, line numbers where they matter."""

from collections.abc import Iterable, Iterator

from dltui.markdown.document import Document
from dltui.model.block import (
    Block,
    Callout,
    CodeBlock,
    Details,
    Footnote,
    Heading,
    HtmlBlock,
    List,
    MathBlock,
    Paragraph,
    Quote,
    Rule,
    Table,
)
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
    Styled,
    Tag,
    Text,
    Wikilink,
)


def tree_text(document: Document) -> str:
    """Everything that the parser found out."""
    lines = []
    if document.frontmatter_source:
        lines.append(f"front matter @{document.frontmatter_line}: {document.frontmatter_source!r}")
    if document.second_frontmatter_source:
        lines.append(f"second front matter: {document.second_frontmatter_source!r}")
    if document.channel:
        lines.append(f"channel @{document.channel_line}: {document.channel}")
    lines.extend(_blocks(document.blocks, ""))
    lines.extend(f"! {entry.code} @{entry.line}" for entry in document.diagnostics)
    return "\n".join(lines)


def _blocks(blocks: Iterable[Block], indent: str) -> Iterator[str]:
    for block in blocks:
        yield from (indent + line for line in _block(block))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield f"{'quiet ' if block.quiet else ''}paragraph @{block.line}: {inlines_text(block.children)}"
        case Heading():
            yield f"heading {block.level} #{block.anchor} @{block.line}: {inlines_text(block.children)}"
        case List():
            yield from _list(block)
        case Quote() | Callout() | Details() | Footnote():
            yield _container(block)
            yield from _blocks(block.children, "  ")
        case _:
            yield from _leaf(block)


def _container(block: Quote | Callout | Details | Footnote) -> str:
    match block:
        case Callout():
            extra = f"|{block.metadata}" if block.metadata else ""
            fold = f" {block.fold.value}" if block.fold else ""
            return f"callout {block.kind}{extra}{fold} depth {block.depth} @{block.line}: {inlines_text(block.title)}"
        case Details():
            return f"details {block.fold.value} @{block.line}: {inlines_text(block.summary)}"
        case Footnote():
            return f"footnote {block.number} {block.name} @{block.line}"
        case Quote():
            return f"quote @{block.line}"


def _list(block: List) -> Iterator[str]:
    kind = f"list from {block.start}{block.delimiter}" if block.ordered else "list"
    yield f"{'' if block.tight else 'loose '}{kind} @{block.line}"
    for item in block.items:
        yield f"  item{'' if item.task is None else f' [{item.task}]'} @{item.line}"
        yield from _blocks(item.children, "    ")


def _leaf(block: Block) -> Iterator[str]:
    match block:
        case CodeBlock():
            stamps = "".join(f" {_stamp(Chip(stamp))}@{stamp.line}" for stamp in block.stamps)
            info = f" ({block.info})" if block.info else ""
            yield f"code {block.language or '-'}{info} @{block.line}: {block.text!r}{stamps}"
        case HtmlBlock():
            stamps = "".join(f" {_stamp(Chip(stamp))}@{stamp.line}" for stamp in block.stamps)
            yield f"html @{block.line}: {block.source!r}{stamps}"
        case MathBlock():
            yield f"math @{block.line}: {block.source!r}"
        case Rule():
            yield f"rule @{block.line}"
        case Table():
            yield f"table @{block.line}: {' '.join(align.value or '-' for align in block.align)}"
            for row in (block.header, *block.rows):
                yield "  " + " / ".join(inlines_text(cell) or "-" for cell in row)
        case _:
            raise AssertionError(block)


def inlines_text(inlines: Iterable[Inline]) -> str:
    return " ".join(_inline(node) for node in inlines)


def _inline(node: Inline) -> str:
    match node:
        case Text():
            return repr(node.text)
        case Styled():
            return f"{node.style.value}[{inlines_text(node.children)}]"
        case Link():
            title = f" {node.title!r}" if node.title else ""
            return f"link({node.url}{title})@{node.line}[{inlines_text(node.children)}]"
        case Wikilink():
            anchor = f"#{node.anchor}" if node.anchor else ""
            label = f"|{node.label}" if node.label else ""
            return f"{'embed' if node.embed else 'wikilink'}({node.name}{anchor}{label})@{node.line}"
        case Chip():
            return f"{_stamp(node)}@{node.stamp.line}"
        case LineBreak():
            return "//" if node.hard else "/"
        case _:
            return _small(node)


def _stamp(chip: Chip) -> str:
    stamp = chip.stamp
    both = stamp.value if stamp.value == stamp.label else f"{stamp.value}={stamp.label or '-'}"
    of = f" of {stamp.video}" if stamp.video else ""
    return f"chip({both}{of}{f' x{chip.repeats}' if chip.repeats else ''})"


def _small(node: Inline) -> str:
    match node:
        case Code():
            return f"code({node.text!r})"
        case Math():
            return f"{'display' if node.display else 'math'}({node.source!r})"
        case FootnoteReference():
            return f"note({node.name} {node.number})"
        case Image():
            return f"image({node.source} {node.alt!r})@{node.line}"
        case Tag():
            return f"tag({node.name})"
        case Html():
            return f"html({node.source!r})"
        case Comment():
            return f"comment({node.text!r})"
        case _:
            raise AssertionError(node)
