"""The door to markdown-it: it's imported when the first chunk is parsed, since start-up doesn't need it."""

from collections.abc import Mapping

from dltui.markdown.session import Reference, Session
from dltui.model.block import Blocks


def parse_chunk(source: str, line: int, session: Session) -> Blocks:
    """See `blocks.tree.parse_blocks`."""
    from dltui.markdown.blocks.tree import parse_blocks  # noqa: PLC0415  # 15 ms that start-up doesn't pay

    return parse_blocks(source, line, session)


def references_of(source: str) -> Mapping[str, Reference]:
    """The link reference definitions of a source, by normalised label."""
    from dltui.markdown.blocks.grammar import definitions_of  # noqa: PLC0415  # 15 ms that start-up doesn't pay

    return definitions_of(source)
