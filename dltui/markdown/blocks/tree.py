"""Tokens become blocks."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from markdown_it.token import Token

from dltui.markdown.blocks.callouts import Head, head_of, unmarked_head_of
from dltui.markdown.blocks.grammar import tokens_of
from dltui.markdown.blocks.leaves import code_block, html_block, math_or_paragraph, table
from dltui.markdown.codes import Code, diagnose
from dltui.markdown.inlines.parser import parse_inlines
from dltui.markdown.session import Session
from dltui.markdown.walk import plain_text
from dltui.model.block import (
    Block,
    Blocks,
    Callout,
    Details,
    Fold,
    Footnote,
    Heading,
    List,
    ListItem,
    MathBlock,
    Paragraph,
    Quote,
    Rule,
)
from dltui.model.inline import Inlines

_TASK = re.compile(r"\[(?P<mark>[^\[\]\n])\](?:[ \t]+|$)")
_DEEPEST_INSIDE = 8


def parse_blocks(source: str, line: int, session: Session, *, depth: int = 0) -> Blocks:
    """Parse Markdown that stands on its own.

    Args:
        line: 1-based line of the file that the source starts on.
        depth: of the callouts around it.
    """
    tokens, noted = tokens_of(source)
    if "too_deep" in noted:
        session.diagnostics.append(diagnose(Code.NESTING_TOO_DEEP, line))
    return _Tree(source, tokens, line, session, depth).blocks()


class _Tree:
    """The way through the tokens of one source.

    Attributes:
        line: 1-based line of the file that the source starts on.
        depth: of the callouts around what is being read.
        index: of the next token.
    """

    def __init__(self, source: str, tokens: list[Token], line: int, session: Session, depth: int) -> None:
        self.source = source
        self.tokens = tokens
        self.line = line
        self.session = session
        self.depth = depth
        self.index = 0

    def blocks(self) -> Blocks:
        """The blocks up to the end of what holds them, whose closing token is taken too."""
        found: list[Block] = []
        while self.index < len(self.tokens):
            token = self.tokens[self.index]
            self.index += 1
            if token.nesting < 0:
                break
            handler = _HANDLERS.get(token.type)
            if handler:
                self._add(found, handler(self, token, self._line(token)))
        return tuple(found)

    def _add(self, found: list[Block], block: Block | None) -> None:
        """Add a block, and the footnotes that were written in it; a bare callout takes in the paragraph after it."""
        last = found[-1] if found else None
        if isinstance(block, Paragraph) and isinstance(last, Callout) and self._is_headed(last, block):
            self._report(Code.CALLOUT_UNMARKED, block.line)
            found[-1] = replace(last, children=(block,))
        elif block is not None:
            found.append(block)
        if self.session.footnotes:
            found.extend(self.session.footnotes)
            self.session.footnotes.clear()

    def _is_headed(self, callout: Callout, paragraph: Paragraph) -> bool:
        """Whether the callout is bare, and nothing but empty lines stands between it and the paragraph."""
        if callout.title or callout.children:
            return False
        between = self.lines[callout.line - self.line + 1 : paragraph.line - self.line]
        return not any(line.strip("> \t") for line in between)

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the source."""
        return self.source.split("\n")

    def _line(self, token: Token) -> int:
        return self.line + (token.map[0] if token.map else 0)

    def _report(self, code: Code, line: int) -> None:
        self.session.diagnostics.append(diagnose(code, line))

    def _inlines(self, text: str, line: int) -> Inlines:
        return parse_inlines(text, line, self.session)

    def _content(self) -> str:
        """The text of the paragraph or heading whose opening token was taken; takes the rest of its tokens."""
        content = self.tokens[self.index].content
        self.index += 2
        return content

    def _nested(self, source: str, line: int) -> Blocks:
        """The blocks of text within text; text too deep stays text."""
        if self.session.depth >= _DEEPEST_INSIDE:
            self._report(Code.NESTING_TOO_DEEP, line)
            return (Paragraph(self._inlines(source.strip(), line), line),)
        self.session.depth += 1
        blocks = parse_blocks(source, line, self.session, depth=self.depth)
        self.session.depth -= 1
        return blocks

    def paragraph(self, _token: Token, line: int) -> Block | None:
        content = self._content()
        head = unmarked_head_of(content)
        if head:
            self._report(Code.CALLOUT_UNMARKED, line)
            return self._callout(head, (), line)
        return math_or_paragraph(self._inlines(content, line), line)

    def heading(self, token: Token, line: int) -> Block:
        children = self._inlines(self._content(), line)
        text = " ".join(plain_text(children).split())
        return Heading(int(token.tag[1]), children, text, self.session.facts.anchors.of(line, text), line)

    def quote(self, _token: Token, line: int) -> Block:
        head = self._callout_head()
        if head is None:
            return Quote(self.blocks(), line)
        self.depth += 1
        underlined = self.tokens[self.index]
        self.index += 1
        self._content()
        rule = (Rule(self.line + underlined.map[1] - 1),) if underlined.type == "heading_open" and underlined.map else ()
        callout = self._callout(head, rule, line, self.blocks)
        self.depth -= 1
        return callout

    def _callout_head(self) -> Head | None:
        """The callout's head that the quote starts with; a rule under it made it a heading."""
        opening = self.tokens[self.index]
        if opening.type == "paragraph_open" or (opening.type == "heading_open" and opening.markup in "=-"):
            return head_of(self.tokens[self.index + 1].content)
        return None

    def _callout(
        self, head: Head, rule: Blocks, line: int, rest: Callable[[], Blocks] = tuple[Block, ...]
    ) -> Callout:
        depth = max(1, self.depth)
        title = self._inlines(head.title, line)
        body_line = line + head.body_offset
        body = math_or_paragraph(self._inlines(head.body, body_line), body_line) if head.body.strip() else None
        children = (*((body,) if body else ()), *rule, *rest())
        return Callout(head.kind, title, children, line, head.fold, head.metadata, depth)

    def list(self, token: Token, line: int) -> Block:
        ordered = token.type == "ordered_list_open"
        items: list[ListItem] = []
        tight = True
        while self.tokens[self.index].type == "list_item_open":
            opening = self.tokens[self.index]
            self.index += 1
            start = self.index
            items.append(self._item(self._line(opening)))
            tight = tight and self._is_tight(start, opening.level + 1)
        self.index += 1
        delimiter = token.markup if ordered else "."
        number = int(token.attrs.get("start", 1))
        return List(tuple(items), line, ordered, number, delimiter, tight)

    def _item(self, line: int) -> ListItem:
        first = self.tokens[self.index]
        task = None
        if first.type == "paragraph_open":
            inline = self.tokens[self.index + 1]
            match = _TASK.match(inline.content)
            if match:
                task = match["mark"]
                inline.content = inline.content[match.end() :]
        return ListItem(self.blocks(), line, task)

    def _is_tight(self, start: int, level: int) -> bool:
        """Whether no paragraph of the item at that level stands apart."""
        item = self.tokens[start : self.index]
        return all(token.hidden or token.level != level or token.type != "paragraph_open" for token in item)

    def code(self, token: Token, line: int) -> Block:
        lines = token.map[1] - token.map[0] if token.map else 0
        if token.type == "fence" and token.content.count("\n") != lines - 2:
            self._report(Code.FENCE_UNCLOSED, line)
        return code_block(token, line)

    def html(self, token: Token, line: int) -> Block:
        return html_block(token.meta["text"], line)

    def math(self, token: Token, line: int) -> Block:
        return MathBlock(token.meta["text"].strip(), line)

    def comment(self, token: Token, line: int) -> None:
        """A comment between blocks isn't drawn, and nothing has to stand for it."""

    def rule(self, _token: Token, line: int) -> Block:
        return Rule(line)

    def table(self, token: Token, line: int) -> Block:
        return table(token.meta["align"], token.meta["rows"], line, self.session)

    def footnote(self, token: Token, line: int) -> Block:
        name = token.meta["name"]
        number = self.session.facts.notes.get(name, 0)
        return Footnote(name, number, self._nested(token.meta["text"], line), line)

    def details(self, token: Token, line: int) -> Block:
        inside = token.meta["inside"]
        summary = self._inlines(inside["summary"], line + inside["summary_line"])
        children = self._nested(inside["source"], line + inside["source_line"])
        return Details(summary, children, line, Fold.OPEN if inside["is_open"] else Fold.CLOSED)


_HANDLERS: dict[str, Callable[[_Tree, Token, int], Block | None]] = {
    "paragraph_open": _Tree.paragraph,
    "heading_open": _Tree.heading,
    "blockquote_open": _Tree.quote,
    "bullet_list_open": _Tree.list,
    "ordered_list_open": _Tree.list,
    "fence": _Tree.code,
    "code_block": _Tree.code,
    "html": _Tree.html,
    "math": _Tree.math,
    "comment": _Tree.comment,
    "hr": _Tree.rule,
    "table": _Tree.table,
    "footnote": _Tree.footnote,
    "details": _Tree.details,
}
