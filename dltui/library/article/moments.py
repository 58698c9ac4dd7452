"""The timestamps of a body, each with the sentence it backs."""

from collections.abc import Callable, Iterable, Iterator

from dltui.library.article.runs import Run
from dltui.library.article.sentences import Sentences
from dltui.library.article.table_row import TableRow
from dltui.model.block import Heading, Table
from dltui.model.timestamp import Moment, Stamp, Timestamp


def moments_of(
    runs: Iterable[Run], video: str | None, read: Callable[[Stamp], Timestamp]
) -> tuple[Moment, ...]:
    """Every moment of a body, in the order of the file.

    Args:
        runs: of the body.
        video: the article's; None where it has none. A stamp may name another one.
        read: what a stamp means.
    """
    return tuple(_moments(runs, video, read))


def _moments(runs: Iterable[Run], video: str | None, read: Callable[[Stamp], Timestamp]) -> Iterator[Moment]:
    heading = said = ""
    for run in runs:
        if isinstance(run.block, Heading):
            heading = said = run.block.text
        sentences = TableRow(run.text) if isinstance(run.block, Table) else Sentences(run.text)
        for offset, stamp in run.stamps:
            text = sentences.around(offset) or said  # a stamp that stands alone backs what stands before it
            yield Moment(stamp.video or video, read(stamp), text, heading, stamp.line)
        said = sentences.around(len(run.text)) or said
