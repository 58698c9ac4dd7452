"""The door to markdown-it: it's imported when the first chunk is parsed, since start-up doesn't need it."""

from collections.abc import Mapping

from dltui.markdown.session import Reference, Session
from dltui.model.block import Blocks


def parse_chunk(source: str, line: int, session: Session) -> Blocks:
    """See `blocks.tree.parse_blocks`."""
    from dltui.markdown.blocks.tree import parse_blocks  # noqa: PLC0415  # 15 ms that start-up doesn't pay

    return parse_blocks(source, line, session)


def parse_plain(text: str, line: int, session: Session) -> tuple[Blocks, ...]:
    """See `plain.structure.infer_structure`; its runs of text hold timestamps and addresses."""
    from dltui.markdown.inlines.parser import parse_plain_inlines  # noqa: PLC0415  # the same
    from dltui.markdown.plain.structure import infer_structure  # noqa: PLC0415  # the same

    return infer_structure(text, line, lambda run, run_line: parse_plain_inlines(run, run_line, session))


def references_of(source: str) -> Mapping[str, Reference]:
    """The link reference definitions of a source, by normalised label."""
    from dltui.markdown.blocks.grammar import definitions_of  # noqa: PLC0415  # 15 ms that start-up doesn't pay

    return definitions_of(source)
