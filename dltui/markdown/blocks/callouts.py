"""Callouts: `[!kind|metadata]+ title`, and what follows."""

import re
from collections.abc import Callable
from typing import NamedTuple

from dltui.markdown.blocks.leaves import math_or_paragraph
from dltui.markdown.blocks.reader import Reader
from dltui.model.block import Blocks, Callout, Fold

_HEAD = re.compile(
    r"\[!(?P<kind>[^\]\[|\n]{1,60})(?:\|(?P<metadata>[^\]\n]*))?\](?P<fold>[+-]?)(?!\()[ \t]*(?P<title>[^\n]*)"
)
_BOLD = re.compile(r"\*\*(?P<head>\[![^\n]*?)\*\*")
_FOLDS = {"+": Fold.OPEN, "-": Fold.CLOSED, "": None}
_LONGEST_TITLE = 60


class Head(NamedTuple):
    """A callout's head and the lines that follow it in the same paragraph.

    Attributes:
        kind: lower case.
        title: as written; empty if there is none.
        body: the other lines of the paragraph; empty if there are none.
        body_offset: how many lines below the head the body starts.
    """

    kind: str
    metadata: str
    fold: Fold | None
    title: str
    body: str
    body_offset: int = 1


def head_of(content: str) -> Head | None:
    """The head that a paragraph starts with, also where somebody made it bold; None if it starts with none."""
    if bold := _BOLD.match(content):
        content = bold["head"] + content[bold.end() :]
    if not content.startswith("[!"):
        return None
    match = _HEAD.match(content)
    if match is None or not match["kind"].strip():
        return None
    return Head(
        match["kind"].strip().lower(),
        (match["metadata"] or "").strip(),
        _FOLDS[match["fold"]],
        match["title"].strip(),
        content[match.end() + 1 :],
    )


def unmarked_head_of(content: str) -> Head | None:
    """The head of a callout that nobody quoted; a whole sentence behind it is its body, not its title."""
    head = head_of(content)
    if head is None or not head.kind[0].isalpha():
        return None
    if not head.body and len(head.title) > _LONGEST_TITLE:
        return head._replace(title="", body=head.title, body_offset=0)
    return head


def callout_of(reader: Reader, head: Head, line: int, rest: Callable[[], Blocks]) -> Callout:
    """The callout with this head.

    Args:
        reader: parses the head's texts.
        head: what was found.
        line: 1-based line of the file.
        rest: gives the blocks behind the head's own paragraph, in the callout's depth.
    """
    title = reader.inlines(head.title, line)
    body_line = line + head.body_offset
    body = math_or_paragraph(reader.inlines(head.body, body_line), body_line) if head.body.strip() else None
    depth = max(1, reader.depth)
    children = (*((body,) if body else ()), *rest())
    return Callout(head.kind, title, children, line, head.fold, head.metadata, depth)
