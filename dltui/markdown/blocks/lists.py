"""Lists and their tasks."""

import re

from markdown_it.token import Token

from dltui.markdown.blocks.reader import Reader
from dltui.model.block import List, ListItem

_TASK = re.compile(r"\[(?P<mark>[^\[\]\n])\](?:[ \t]+|$)")


def bullet_list(reader: Reader, _token: Token, line: int) -> List:
    """A list without numbers."""
    items, tight = _items(reader)
    return List(items, line, tight=tight)


def ordered_list(reader: Reader, token: Token, line: int) -> List:
    """A list with numbers."""
    items, tight = _items(reader)
    return List(
        items, line, ordered=True, start=int(token.attrs.get("start", 1)), delimiter=token.markup, tight=tight
    )


def _items(reader: Reader) -> tuple[tuple[ListItem, ...], bool]:
    """The items, and whether no empty line stands between or in them."""
    items: list[ListItem] = []
    tight = True
    while reader.tokens[reader.index].type == "list_item_open":
        opening = reader.take()
        start = reader.index
        task = _take_task(reader)
        items.append(ListItem(reader.blocks(), reader.line_of(opening), task))
        tight = tight and _is_tight(reader.tokens[start : reader.index], opening.level + 1)
    reader.take()
    return tuple(items), tight


def _take_task(reader: Reader) -> str | None:
    """The mark of the task that the item starts with, which is no part of its text; None if it's no task."""
    if reader.tokens[reader.index].type != "paragraph_open":
        return None
    inline = reader.tokens[reader.index + 1]
    match = _TASK.match(inline.content)
    if match is None:
        return None
    inline.content = inline.content[match.end() :]
    return match["mark"]


def _is_tight(item: list[Token], level: int) -> bool:
    return all(token.hidden or token.level != level or token.type != "paragraph_open" for token in item)
