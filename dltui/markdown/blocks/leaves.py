"""Blocks that hold no blocks: code, raw HTML, tables, formulas."""

from markdown_it.token import Token

from dltui.markdown.codes import Code, diagnose
from dltui.markdown.inlines.parser import parse_inlines
from dltui.markdown.session import Session
from dltui.markdown.stamps import code_stamps, find_stamps
from dltui.model.block import Align, Block, CodeBlock, HtmlBlock, MathBlock, Paragraph, Table
from dltui.model.inline import Inlines, LineBreak, Math

_PADDING = 300


def code_block(token: Token, line: int) -> CodeBlock:
    """A fenced or indented code block; a timestamp's tag in it becomes `[label]`, and the stamp is kept beside."""
    text = token.content.removesuffix("\n")
    first = line + 1 if token.type == "fence" else line
    # A fence whose info string holds timestamps is a slip of the author's: they are shown as its first line.
    stamps = [stamp for _, found in code_stamps(token.info, line) for stamp in found.stamps]
    shown = [" ".join(f"[{stamp.text}]" for stamp in stamps), "\n"] if stamps else []
    seen = 0
    for offset, found in code_stamps(text, first):
        shown.append(text[seen:offset])
        shown.extend(part if isinstance(part, str) else f"[{part.text}]" for part in found.parts)
        stamps.extend(found.stamps)
        seen = found.end
    shown.append(text[seen:])
    language, _, info = token.info.strip().partition(" ")
    return CodeBlock("".join(shown), language.lower(), line, tuple(stamps), info.strip())


def html_block(source: str, line: int) -> HtmlBlock:
    """HTML shown as written."""
    return HtmlBlock(source, line, tuple(find_stamps(source, line)))


def math_or_paragraph(children: Inlines, line: int) -> Block | None:
    """A paragraph without line breaks at its ends; a displayed formula alone is a block, and nothing at all is None."""
    start, end = 0, len(children)
    while start < end and isinstance(children[start], LineBreak):
        start += 1
    while end > start and isinstance(children[end - 1], LineBreak):
        end -= 1
    children = children[start:end]
    if len(children) == 1 and isinstance(children[0], Math) and children[0].display:
        return MathBlock(children[0].source, line)
    return Paragraph(children, line) if children else None


def table_of(align: list[str], rows: list[list[str]], line: int, session: Session) -> Table:
    """A table of cells as written; the first row is its head, and the delimiter row after it is left out."""
    columns = len(align)
    cells = []
    for number, row in enumerate(rows):
        row_line = line + number + (number > 0)
        cells.append(_row(row, columns, row_line, session))
    return Table(tuple(_align(cell.strip()) for cell in align), cells[0], tuple(cells[1:]), line)


def _row(row: list[str], columns: int, line: int, session: Session) -> tuple[Inlines, ...]:
    texts = [cell.strip() for cell in row]
    if sum(map(len, row)) - sum(map(len, texts)) > _PADDING:
        session.diagnostics.append(diagnose(Code.PADDING_COLLAPSED, line))
    if len(texts) > columns:
        session.diagnostics.append(diagnose(Code.TABLE_ROW_LONG, line))
        texts[columns - 1 :] = [" | ".join(text for text in texts[columns - 1 :] if text)]
    cells = [parse_inlines(text, line, session) for text in texts]
    return (*cells, *((),) * (columns - len(cells)))


def _align(delimiter: str) -> Align:
    if delimiter.endswith(":"):
        return Align.CENTRE if delimiter.startswith(":") else Align.RIGHT
    return Align.LEFT if delimiter.startswith(":") else Align.NONE
