"""The way through the block tokens of one source."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property

from markdown_it.token import Token

from dltui.markdown.blocks.grammar import tokens_of
from dltui.markdown.codes import Code, diagnose
from dltui.markdown.inlines.parser import parse_inlines
from dltui.markdown.session import Session
from dltui.model.block import Block, Blocks, Callout, Paragraph
from dltui.model.inline import Inlines

_DEEPEST_INSIDE = 8


class Reader:
    """Hands each token to its handler.

    Args:
        source: Markdown that stands on its own.
        line: 1-based line of the file that it starts on.
        handlers: by the token's type; a handler may take further tokens, and answers with a block or None.

    Attributes:
        depth: of the callouts around what is being read.
        tokens: of the source.
        index: of the next token.
    """

    def __init__(
        self, source: str, line: int, session: Session, handlers: "Handlers", depth: int = 0
    ) -> None:
        self.source = source
        self.line = line
        self.session = session
        self.handlers = handlers
        self.depth = depth
        self.index = 0
        self.tokens, noted = tokens_of(source)
        if noted.get("too_deep"):
            self.report(Code.NESTING_TOO_DEEP, line)

    def blocks(self) -> Blocks:
        """The blocks up to the end of what holds them, whose closing token is taken too."""
        found: list[Block] = []
        while self.index < len(self.tokens):
            token = self.take()
            if token.nesting < 0:
                break
            handler = self.handlers.get(token.type)
            if handler:
                self._add(found, handler(self, token, self.line_of(token)))
        return tuple(found)

    def take(self) -> Token:
        """The next token; the one after it is next then."""
        token = self.tokens[self.index]
        self.index += 1
        return token

    def take_content(self) -> str:
        """The text of the paragraph or heading whose opening token was taken; the rest of its tokens is taken too."""
        content = self.take().content
        self.index += 1
        return content

    def line_of(self, token: Token) -> int:
        """The 1-based line of the file that a token starts on."""
        return self.line + (token.map[0] if token.map else 0)

    def inlines(self, text: str, line: int) -> Inlines:
        """Parse a run of inline text."""
        return parse_inlines(text, line, self.session)

    def nested(self, source: str, line: int) -> Blocks:
        """The blocks of text within text; what is too deep in it stays text."""
        if self.session.depth >= _DEEPEST_INSIDE:
            self.report(Code.NESTING_TOO_DEEP, line)
            return (Paragraph(self.inlines(source.strip(), line), line),)
        self.session.depth += 1
        blocks = Reader(source, line, self.session, self.handlers, self.depth).blocks()
        self.session.depth -= 1
        return blocks

    def report(self, code: Code, line: int) -> None:
        """Note an imperfection."""
        self.session.diagnostics.append(diagnose(code, line))

    def _add(self, found: list[Block], block: Block | None) -> None:
        """Add a block and the footnotes that were written in it; a bare callout takes in the paragraph after it."""
        last = found[-1] if found else None
        if isinstance(block, Paragraph) and isinstance(last, Callout) and self._is_headed(last, block):
            self.report(Code.CALLOUT_UNMARKED, block.line)
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
        between = self._lines[callout.line - self.line + 1 : paragraph.line - self.line]
        return not any(line.strip("> \t") for line in between)

    @cached_property
    def _lines(self) -> list[str]:
        return self.source.split("\n")


Handler = Callable[[Reader, Token, int], Block | None]
Handlers = Mapping[str, Handler]
