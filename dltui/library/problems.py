"""What is imperfect about an article's times and links."""

from collections.abc import Callable, Iterable, Iterator

from dltui.library.codes import Code, diagnose
from dltui.library.runs import Run
from dltui.model.clean import clean_line
from dltui.model.diagnostic import Diagnostic
from dltui.model.inline import Wikilink
from dltui.model.target import LinkState, Target
from dltui.model.timestamp import Reading, Timestamp, clock


def time_problems(timestamps: Iterable[Timestamp]) -> Iterator[Diagnostic]:
    """The timestamps that don't mean what their digits say, or mean nothing."""
    for timestamp in timestamps:
        line, written = timestamp.stamp.line, clean_line(timestamp.stamp.text)[:60]
        if timestamp.seconds is None:
            yield diagnose(Code.TIMESTAMP_WITHOUT_TIME, written, line=line)
        elif timestamp.reading is Reading.INFERRED:
            detail = f"{written} is read as {clock(timestamp.seconds)}, because {timestamp.reason}"
            yield diagnose(Code.TIMESTAMP_INFERRED, detail, line=line)


def link_problems(
    runs: Iterable[Run], resolve: Callable[[Wikilink], Target], path: str
) -> Iterator[Diagnostic]:
    """The wikilinks that lead nowhere, or to several articles.

    Args:
        runs: of the body.
        resolve: where a link leads.
        path: of the article.
    """
    codes = {LinkState.MISSING: Code.LINK_MISSING, LinkState.AMBIGUOUS: Code.LINK_AMBIGUOUS}
    for run in runs:
        for _, wikilink in run.links:
            code = codes.get(resolve(wikilink).state)
            if code:
                yield diagnose(code, wikilink.name[:120], path=path, line=wikilink.line)
