"""Tokens become blocks: one handler for each type of token."""

from markdown_it.token import Token

from dltui.markdown.blocks.callouts import callout_of, unmarked_head_of
from dltui.markdown.blocks.leaves import code_block, html_block, math_or_paragraph, table_of
from dltui.markdown.blocks.lists import bullet_list, ordered_list
from dltui.markdown.blocks.quotes import quote
from dltui.markdown.blocks.reader import Handlers, Reader
from dltui.markdown.codes import Code
from dltui.markdown.session import Session
from dltui.markdown.walk import plain_text
from dltui.model.block import (
    Block,
    Blocks,
    CodeBlock,
    Details,
    Fold,
    Footnote,
    Heading,
    HtmlBlock,
    MathBlock,
    Rule,
    Table,
)


def parse_blocks(source: str, line: int, session: Session) -> Blocks:
    """Parse Markdown that stands on its own.

    Args:
        source: the Markdown, cleaned.
        line: 1-based line of the file that it starts on.
        session: of the chunk; collects what is imperfect.
    """
    return Reader(source, line, session, _HANDLERS).blocks()


def _paragraph(reader: Reader, _token: Token, line: int) -> Block | None:
    content = reader.take_content()
    head = unmarked_head_of(content)
    if head:
        reader.report(Code.CALLOUT_UNMARKED, line)
        return callout_of(reader, head, line, tuple[Block, ...])
    return math_or_paragraph(reader.inlines(content, line), line)


def _heading(reader: Reader, token: Token, line: int) -> Heading:
    children = reader.inlines(reader.take_content(), line)
    text = " ".join(plain_text(children).split())
    anchor = reader.session.facts.anchors.of(line, text)
    return Heading(int(token.tag[1]), children, text, anchor, line)


def _code(reader: Reader, token: Token, line: int) -> CodeBlock:
    if token.type == "fence" and not _is_closed(token):
        reader.report(Code.FENCE_UNCLOSED, line)
    return code_block(token, line)


def _is_closed(fence: Token) -> bool:
    """Whether a line is left for the closing fence, besides the opening one and the code."""
    start, end = fence.map or (0, 0)
    code = fence.content
    return end - start == code.count("\n") + 2 and code[-1:] in ("\n", "")


def _html(_reader: Reader, token: Token, line: int) -> HtmlBlock:
    return html_block(token.meta["text"], line)


def _math(_reader: Reader, token: Token, line: int) -> MathBlock:
    return MathBlock(token.meta["text"].strip(), line)


def _rule(_reader: Reader, _token: Token, line: int) -> Rule:
    return Rule(line)


def _table(reader: Reader, token: Token, line: int) -> Table:
    return table_of(token.meta["align"], token.meta["rows"], line, reader.session)


def _footnote(reader: Reader, token: Token, line: int) -> Footnote:
    name = token.meta["name"]
    number = reader.session.facts.notes.get(name, 0)
    return Footnote(name, number, reader.nested(token.meta["text"], line), line)


def _details(reader: Reader, token: Token, line: int) -> Details:
    inside = token.meta["inside"]
    summary = reader.inlines(inside["summary"], line + inside["summary_line"])
    children = reader.nested(inside["source"], line + inside["source_line"])
    return Details(summary, children, line, Fold.OPEN if inside["is_open"] else Fold.CLOSED)


_HANDLERS: Handlers = {
    "paragraph_open": _paragraph,
    "heading_open": _heading,
    "blockquote_open": quote,
    "bullet_list_open": bullet_list,
    "ordered_list_open": ordered_list,
    "fence": _code,
    "code_block": _code,
    "html": _html,
    "math": _math,
    "hr": _rule,
    "table": _table,
    "footnote": _footnote,
    "details": _details,
}
"""A type without a handler, such as a comment between blocks, isn't shown."""
