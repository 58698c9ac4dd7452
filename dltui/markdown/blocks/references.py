"""Link reference definitions: `[label]: url "title"`."""

import re

from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import reference as markdown_it_reference

from dltui.markdown.blocks.lines import line_text, starts_with

_ADDRESS = re.compile(r"\[(?!\^)(?:[^\[\]\\]|\\.)+\]:[ \t]*(?:$|<|\S*[/.#:@])")


def reference(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A definition whose target looks like an address: `[note]: this` is text, and must stay visible."""
    if not starts_with(state, start, "[") or not _ADDRESS.match(line_text(state, start)):
        return False
    return markdown_it_reference(state, start, end, silent)
