"""Blocks to Markdown that a person would like to correct."""

import re
from collections.abc import Iterable, Iterator, Sequence

from dltui.cli.importing.escaping import escaped_start
from dltui.cli.importing.inline_writer import inline_markdown
from dltui.model.block import (
    Align,
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
from dltui.model.inline import Inlines

_FENCES = re.compile(r"^\s*(`{3,}|~{3,})", re.MULTILINE)
_UNESCAPED_BAR = re.compile(r"(?<!\\)\|")
_RULES = {Align.LEFT: ":---", Align.CENTRE: ":---:", Align.RIGHT: "---:", Align.NONE: "---"}


def markdown_of(blocks: Iterable[Block]) -> str:
    """Markdown of some blocks, with a newline at its end."""
    return "\n".join([*block_lines(blocks), ""])


def block_lines(blocks: Iterable[Block], *, tight: bool = False) -> Iterator[str]:
    """The lines of some blocks, one above the other.

    Args:
        blocks: in their order.
        tight: leave no empty line between a paragraph and the list after it.
    """
    before: Block | None = None
    other = False
    for block in blocks:
        if before is not None and not (tight and isinstance(before, Paragraph) and isinstance(block, List)):
            yield ""
        other = _goes_on(before, block) and not other
        yield from _lines_of(block, other_bullet=other)
        before = block


def _goes_on(before: Block | None, block: Block) -> bool:
    """Whether two lists would become one, were their marks the same."""
    return isinstance(before, List) and isinstance(block, List) and before.ordered is block.ordered


def _lines_of(block: Block, *, other_bullet: bool) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from map(escaped_start, inline_markdown(block.children).strip().split("\n"))
        case Heading():
            yield f"{'#' * block.level} {_on_one_line(block.children)}".rstrip()
        case List():
            yield from _list(block, other_bullet=other_bullet)
        case Table():
            yield from _table(block)
        case Rule():
            yield "---"
        case CodeBlock() | MathBlock() | HtmlBlock():
            yield from _verbatim(block)
        case _:
            yield from _container(block)


def _container(block: Block) -> Iterator[str]:
    match block:
        case Quote():
            yield from _quoted(block_lines(block.children))
        case Callout():
            fold = {"open": "+", "closed": "-"}.get(block.fold or "", "")
            yield f"> [!{block.kind}]{fold} {_on_one_line(block.title)}".rstrip()
            yield from _quoted(block_lines(block.children))
        case Details():
            yield from ("<details>", f"<summary>{_on_one_line(block.summary)}</summary>", "")
            yield from block_lines(block.children)
            yield from ("", "</details>")
        case Footnote():
            yield from _hung(f"[^{block.name}]: ", "    ", block_lines(block.children))
        case _:
            pass


def _verbatim(block: CodeBlock | MathBlock | HtmlBlock) -> Iterator[str]:
    match block:
        case CodeBlock():
            longest = max((len(run) for run in _FENCES.findall(block.text)), default=2)
            fence = "`" * max(3, longest + 1)
            yield from (f"{fence}{block.language}", *block.text.split("\n"), fence)
        case MathBlock():
            yield from ("$$", *block.source.strip().split("\n"), "$$")
        case HtmlBlock():
            yield from block.source.strip("\n").split("\n")


def _list(block: List, *, other_bullet: bool) -> Iterator[str]:
    for number, item in enumerate(block.items):
        if number and not block.tight:
            yield ""
        if block.ordered:
            delimiter = ")" if other_bullet else block.delimiter
            mark = f"{block.start + number}{delimiter} "
        else:
            mark = "* " if other_bullet else "- "
        task = "" if item.task is None else f"[{item.task}] "
        yield from _hung(mark + task, " " * len(mark), block_lines(item.children, tight=block.tight))


def _hung(first: str, others: str, lines: Iterable[str]) -> Iterator[str]:
    rest = iter(lines)
    yield f"{first}{next(rest, '')}".rstrip()
    yield from (f"{others}{line}" if line else "" for line in rest)


def _quoted(lines: Iterable[str]) -> Iterator[str]:
    return (f"> {line}".rstrip() for line in lines)


def _table(block: Table) -> Iterator[str]:
    yield _row([_cell(cell) for cell in block.header])
    yield _row([_RULES[align] for align in block.align])
    for row in block.rows:
        yield _row([_cell(cell) for cell in row])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Inlines) -> str:
    written = inline_markdown(cell).strip().replace("\\\n", "<br>").replace("\n", " ")
    return _UNESCAPED_BAR.sub(r"\\|", written)


def _on_one_line(inlines: Inlines) -> str:
    return " ".join(inline_markdown(inlines).replace("\\\n", "<br>").split())
