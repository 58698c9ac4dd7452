"""The timestamps of a body, each with the sentence it backs."""

from collections.abc import Callable, Iterable, Iterator

from dltui.markdown.walk import inlines_of, plain_text, walk_blocks, walk_inlines
from dltui.model.block import Block, Heading
from dltui.model.inline import Chip, Inlines
from dltui.model.timestamp import Moment, Stamp, Timestamp


def moments_of(
    blocks: Iterable[Block], video: str | None, read: Callable[[Stamp], Timestamp]
) -> tuple[Moment, ...]:
    """Every moment of a body, in the order of the file."""
    return tuple(_moments(blocks, video, read))


def _moments(
    blocks: Iterable[Block], video: str | None, read: Callable[[Stamp], Timestamp]
) -> Iterator[Moment]:
    heading = ""
    for block in walk_blocks(blocks):
        if isinstance(block, Heading):
            heading = block.text
        for run in inlines_of(block):
            for stamp, sentence in stamped_sentences(run):
                yield Moment(video, read(stamp), sentence, heading, stamp.line)


def stamped_sentences(run: Inlines) -> Iterator[tuple[Stamp, str]]:
    """The stamps of one run of inlines, each with its sentence."""
    text = plain_text(run)
    for node in walk_inlines(run):
        if isinstance(node, Chip):
            yield node.stamp, text
