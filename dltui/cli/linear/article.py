"""A whole article as linear text: what it is, then what it says."""

import re
from collections.abc import Iterable, Iterator

from dltui.cli.linear.blocks import BlockText
from dltui.cli.linear.inlines import InlineText, Resolve
from dltui.library.article.loaded import LoadedArticle
from dltui.model.article import Article
from dltui.render.header import ArticleHeader
from dltui.render.text.wrap import wrap

_MARKS = re.compile(r"(?:> |- |\d{1,9}[.)] | {2})*")
_LIST_MARK = re.compile(r"- |\d{1,9}[.)] ")


def linear_lines(loaded: LoadedArticle, resolve: Resolve, width: int | None = None) -> Iterator[str]:
    """The lines of an article; a paragraph is one line unless a width in cells is given."""
    text = BlockText(InlineText(resolve, loaded.read))
    lines = [*_header(loaded.article), "", *text.lines(loaded.document.blocks)]
    return iter(lines) if width is None else _wrapped(lines, width)


def _header(article: Article) -> Iterator[str]:
    header = ArticleHeader.of(article)
    yield f"Title: {article.title}"
    if article.channel:
        yield f"Channel: {article.channel}"
    if article.video:
        yield f"Video: {' '.join(filter(None, (article.video.title, article.video.url())))}"
    if article.tags:
        yield f"Tags: {', '.join(article.tags)}"
    if article.moments:
        yield f"Moments: {article.moments:,}"
    if header.minutes:
        yield f"Words: {article.words:,}, about {header.minutes:,} min"


def _wrapped(lines: Iterable[str], width: int) -> Iterator[str]:
    """Lines of at most a width; what goes on stands under the text, and quotes keep their marks."""
    for line in lines:
        mark = _MARKS.match(line)
        before = mark[0] if mark and len(mark[0]) <= width // 2 else ""
        body = line[len(before) :]
        after = _LIST_MARK.sub(lambda found: " " * len(found[0]), before)
        for number, extent in enumerate(wrap(body, width - len(before))):
            yield f"{after if number else before}{body[extent.start : extent.end]}".rstrip()
