"""Moments as a Markdown list, one section for each video."""

from collections.abc import Sequence
from itertools import groupby

from dltui.handoff.citation import Citation
from dltui.handoff.markdown_text import escape_markdown
from dltui.model.video import watch_url


def markdown_list(citations: Sequence[Citation]) -> str:
    """A heading for each run of moments of one video; for each moment its time, sentence and article."""
    sections = [
        "\n".join([_heading(group), "", *map(_item, group)])
        for group in (list(run) for _, run in groupby(citations, key=lambda citation: citation.video))
    ]
    return "\n\n".join(sections) + "\n"


def _heading(citations: Sequence[Citation]) -> str:
    video = citations[0].video
    if not video:
        return f"## {escape_markdown(citations[0].article.title)}"
    titles = (citation.video_title for citation in citations)  # an article knows that of its own video alone
    return f"## [{escape_markdown(next(filter(None, titles), video))}]({watch_url(video)})"


def _item(citation: Citation) -> str:
    time = escape_markdown(citation.clock) or "no time"
    when = f"[{time}]({citation.url})" if citation.url and citation.seconds is not None else time
    source = escape_markdown(citation.article.title)
    if citation.moment.heading:
        source = f"{source} › {escape_markdown(citation.moment.heading)}"
    return f"- {when} {escape_markdown(citation.caption)} ({source})"
