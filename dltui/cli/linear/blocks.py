"""Blocks as lines of text: a word or a mark at the start of each says what it is."""

from collections.abc import Iterable, Iterator

from dltui.cli.linear.inlines import InlineText
from dltui.cli.linear.tables import table_lines
from dltui.model.block import (
    Block,
    Blocks,
    Callout,
    CodeBlock,
    Details,
    Footnote,
    Heading,
    HtmlBlock,
    List,
    ListItem,
    MathBlock,
    Paragraph,
    Quote,
    Rule,
    Table,
)

_INDENT = "    "
_QUOTED = "> "
_TASKS = {" ": "to do: ", "x": "done: ", "X": "done: "}


class BlockText:
    """Turns blocks into lines; an empty line stands between two blocks, except in tight lists.

    Args:
        inlines: turns inlines into text.
    """

    def __init__(self, inlines: InlineText) -> None:
        self._inlines = inlines

    def lines(self, blocks: Iterable[Block], *, tight: bool = False) -> Iterator[str]:
        """The lines of some blocks."""
        first = True
        for block in blocks:
            found = [line.rstrip() for line in self._of(block)]
            if not any(found):
                continue
            if not first and not tight:
                yield ""
            first = False
            yield from found

    def _of(self, block: Block) -> Iterable[str]:
        match block:
            case Paragraph():
                return self._inlines.of(block.children).split("\n")
            case Heading():
                return [f"{'#' * block.level} {self._inlines.of(block.children)}".replace("\n", " ")]
            case List():
                return self._list(block)
            case Table():
                return table_lines(block, self._inlines)
            case Rule():
                return ["---"]
            case CodeBlock() | MathBlock() | HtmlBlock():
                return _verbatim(block)
            case _:
                return self._container(block)

    def _container(self, block: Block) -> Iterable[str]:
        match block:
            case Quote():
                return self._quoted(block.children)
            case Callout():
                title = self._inlines.of(block.title).replace("\n", " ")
                kind = block.kind[:1].upper() + block.kind[1:]
                return [
                    f"{_QUOTED}{kind}: {title}" if title else f"{_QUOTED}{kind}:",
                    *self._quoted(block.children),
                ]
            case Details():
                summary = self._inlines.of(block.summary).replace("\n", " ")
                return _under(f"Details: {summary}", self.lines(block.children))
            case Footnote():
                return _hung(f"Note {block.number}: ", self.lines(block.children))
            case _:
                return []

    def _quoted(self, blocks: Blocks) -> Iterator[str]:
        return (f"{_QUOTED}{line}" for line in self.lines(blocks))

    def _list(self, block: List) -> Iterator[str]:
        for number, item in enumerate(block.items):
            if number and not block.tight:
                yield ""
            mark = f"{block.start + number}{block.delimiter} " if block.ordered else "- "
            yield from _hung(mark + _task(item), self.lines(item.children, tight=block.tight))


def _verbatim(block: CodeBlock | MathBlock | HtmlBlock) -> Iterable[str]:
    match block:
        case CodeBlock():
            named = f"Code, {block.language}:" if block.language else "Code:"
            return _under(named, block.text.split("\n"))
        case MathBlock():
            return _under("Formula:", block.source.strip().split("\n"))
        case HtmlBlock():
            return block.source.strip("\n").split("\n")


def _task(item: ListItem) -> str:
    if item.task is None:
        return ""
    return _TASKS.get(item.task, f"[{item.task}] ")


def _under(head: str, lines: Iterable[str]) -> Iterator[str]:
    """Lines indented below a first one."""
    yield head
    yield from (f"{_INDENT}{line}" for line in lines)


def _hung(mark: str, lines: Iterable[str]) -> Iterator[str]:
    """Lines of which the first has a mark before it, and the others are indented below that."""
    rest = iter(lines)
    yield mark + next(rest, "")
    yield from (f"  {line}" for line in rest)
