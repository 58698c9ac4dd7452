"""The head of a callout: `[!kind|metadata]+ title`."""

import re
from typing import NamedTuple

from dltui.model.block import Fold

_HEAD = re.compile(
    r"\[!(?P<kind>[^\]\[|\n]{1,60})(?:\|(?P<metadata>[^\]\n]*))?\](?P<fold>[+-]?)(?!\()[ \t]*(?P<title>[^\n]*)"
)
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
    """The head that a paragraph starts with; None if it starts with none."""
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
