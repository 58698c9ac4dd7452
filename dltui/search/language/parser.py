"""Tokens become a tree. No text raises; what can't be understood is searched as words, and a note says so."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dltui.search.language.lexer import FILTERS, LONGEST_QUERY, Kind, Token, tokens_in
from dltui.search.language.query import (
    FEATURES,
    And,
    Filter,
    Node,
    Not,
    Or,
    Phrase,
    Query,
    Span,
    Word,
    WordField,
)
from dltui.search.language.seconds import read_span
from dltui.search.language.words import is_unspaced, query_parts, tokens_of

MOST_LEAVES = 32
"""Words, phrases and filters of a query that count."""

_DEEPEST = 12
_WORD_FIELDS: dict[str, WordField] = {"text": "text", "title": "title", "heading": "heading"}
_SUFFIX = re.compile(r"(?:(?P<star>\*+)|~(?P<edits>[0-9]*))$")


def parse_query(text: str, *, typing: bool) -> Query:
    """Parse a query.

    Args:
        text: any text.
        typing: the last word, where nothing follows it, may go on.
    """
    parser = _Parser(list(tokens_in(text)), typing=typing)
    root = parser.whole()
    if len(text) > LONGEST_QUERY:
        parser.note(f"only the first {LONGEST_QUERY} characters are read")
    return Query(root, tuple(parser.notes))


class _Parser:
    """A recursive descent through the tokens of one query."""

    def __init__(self, tokens: Sequence[Token], *, typing: bool) -> None:
        self._tokens = tokens
        self._typing = typing
        self._at = self._leaves = 0
        self.notes: list[str] = []

    def note(self, sentence: str) -> None:
        """Remember what was not understood as written, once."""
        if sentence not in self.notes:
            self.notes.append(sentence)

    def whole(self) -> Node | None:
        """Everything; a closing bracket without an opening one ends nothing."""
        found = [self._alternatives("text", depth=0)]
        while self._at < len(self._tokens):
            self._at += 1
            found.append(self._alternatives("text", depth=0))
        return _joined(found)

    def _alternatives(self, field: str, depth: int) -> Node | None:
        """Conjunctions between ORs, up to the end of the group."""
        found = [self._conjunction(field, depth)]
        while self._peek() is Kind.OR:
            self._at += 1
            found.append(self._conjunction(field, depth))
        children = [node for node in found if node is not None]
        return children[0] if len(children) == 1 else Or(tuple(children)) if children else None

    def _conjunction(self, field: str, depth: int) -> Node | None:
        children: list[Node | None] = []
        while self._peek() not in {None, Kind.CLOSE, Kind.OR} or self._is_stray_or(children):
            children.append(self._term(field, depth))
        return _joined(children)

    def _is_stray_or(self, before: Sequence[Node | None]) -> bool:
        """An OR with nothing on one side is a word like any other."""
        following = self._tokens[self._at + 1 : self._at + 2]
        return self._peek() is Kind.OR and (
            not any(before) or not following or following[0].kind is Kind.CLOSE
        )

    def _term(self, field: str, depth: int) -> Node | None:
        token = self._tokens[self._at]
        self._at += 1
        follows = self._peek() not in {None, Kind.CLOSE} and depth < 2 * _DEEPEST
        if token.kind is Kind.AND and follows and self._at > 1:
            return None
        if token.kind is Kind.NOT and follows:
            return self._negated(field, depth)
        if token.kind is Kind.PLUS and follows:
            return _firm(self._term(field, depth + 1))
        if token.kind is Kind.FIELD and follows:
            while self._peek() is Kind.FIELD:  # of several in a row the last one counts
                token = self._tokens[self._at]
                self._at += 1
            return self._term(token.text, depth + 1)
        if token.kind is Kind.OPEN:
            return self._group(field, depth)
        return self._leaf(token, field)

    def _negated(self, field: str, depth: int) -> Node | None:
        """What follows a NOT; two of them cancel each other out."""
        negative = True
        while self._peek() is Kind.NOT and self._at + 1 < len(self._tokens):
            self._at += 1
            negative = not negative
        child = self._term(field, depth + 1)
        return Not(child) if negative and child is not None else child

    def _group(self, field: str, depth: int) -> Node | None:
        if depth >= _DEEPEST:
            self.note("brackets this deep are left out")
            return None
        node = self._alternatives(field, depth + 1)
        if self._peek() is Kind.CLOSE:
            self._at += 1
        return node

    def _peek(self) -> Kind | None:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else None

    def _leaf(self, token: Token, field: str) -> Node | None:
        self._leaves += 1
        if self._leaves > MOST_LEAVES:
            self.note(f"only the first {MOST_LEAVES} words are looked for")
            return None
        unfinished = self._typing and token.unfinished
        if field in FILTERS:
            return self._filter(token, field) or self._words(token, "text", unfinished=unfinished)
        return self._words(token, _WORD_FIELDS[field], unfinished=unfinished)

    def _filter(self, token: Token, name: str) -> Node | None:
        value = token.text.strip()
        if name == "at":
            span = read_span(value)
            if span is None:
                self.note(f"“{value}” is no time, so it is searched as a word")
            return Span(*span) if span else None
        if name == "has" and not any(feature.startswith(value.lower()) for feature in FEATURES):
            self.note(f"has: knows {', '.join(FEATURES)}; “{value}” is searched as a word")
            return None
        return Filter(name, value) if value else None

    def _words(self, token: Token, field: WordField, *, unfinished: bool) -> Node | None:
        if token.kind is Kind.QUOTE:
            return _phrase(token.text, field, prefix=unfinished)
        suffix = _SUFFIX.search(token.text)
        stem = token.text[: suffix.start()] if suffix else token.text
        parts = [part for written in tokens_of(stem) for part in query_parts(written)]
        if not parts:
            self.note(f"“{token.text}” has no letter or digit to look for")
            return None
        edits = _edits(parts[-1], suffix["edits"]) if suffix and suffix["edits"] is not None else 0
        starred = bool(suffix and suffix["star"])
        typed = unfinished and suffix is None and token.text[-1].isalnum()
        last = _word(parts[-1], field, prefix=starred or typed, typed=typed, edits=edits)
        return _joined([*(_word(part, field) for part in parts[:-1]), last])


def _edits(word: str, written: str) -> int:
    """Letters that may differ: as written, else by the word's length; never more than two."""
    if len(word) < 3:
        return 0
    return min(2, int(written[-2:])) if written else 1 if len(word) < 6 else 2


def _word(part: str, field: WordField, *, prefix: bool = False, typed: bool = False, edits: int = 0) -> Node:
    if not is_unspaced(part):
        return Word(part, field, prefix=prefix, typed=typed, edits=edits)
    if len(part) == 1:
        return Word(part, field, prefix=True)
    return Word(part, field) if len(part) == 2 else Phrase((part,), field, prefix=True)


def _phrase(text: str, field: WordField, *, prefix: bool) -> Node | None:
    words = tuple(part for written in tokens_of(text)[:MOST_LEAVES] for part in query_parts(written))
    if not words:
        return None
    if len(words) == 1:
        return _firm(_word(words[0], field, prefix=prefix, typed=prefix))
    return Phrase(words, field, prefix=prefix)


def _firm(node: Node | None) -> Node | None:
    """The same, its words wanted in any case."""
    match node:
        case Word():
            return replace(node, firm=True)
        case And(children):
            return _joined([_firm(child) for child in children])
        case _:
            return node


def _joined(nodes: Sequence[Node | None]) -> Node | None:
    """All of them as one; a conjunction within a conjunction is none of its own."""
    children: list[Node] = []
    for node in nodes:
        if isinstance(node, And):
            children += node.children
        elif node is not None:
            children.append(node)
    return children[0] if len(children) == 1 else And(tuple(children)) if children else None
