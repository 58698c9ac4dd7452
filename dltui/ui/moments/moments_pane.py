"""The moments of the article in the order of its video: a strip of the whole video, and a row for each."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical

from dltui.library.catalogue.timeline import SaidMoment
from dltui.library.times.evidence import NOTHING_KNOWN
from dltui.ui.article.article_page import ArticlePage
from dltui.ui.article.reader import Reader
from dltui.ui.moments.moment_list import MomentList
from dltui.ui.moments.moment_rows import MomentRow, rows_of
from dltui.ui.moments.strip_head import StripHead
from dltui.ui.moments.video_strip import length_of
from dltui.ui.parts.painter import Painter


class MomentsPane(Vertical):
    """Follows the scrolling: what is in sight in the article is lit in the strip and marked in the list."""

    def __init__(self, painter: Painter) -> None:
        super().__init__(id="moments")
        self._painter = painter
        self._page: ArticlePage | None = None

    def compose(self) -> ComposeResult:
        """The strip above the rows."""
        yield StripHead(self._painter)
        yield MomentList(self._painter, id="moment-list")

    def follow(self, reader: Reader) -> None:
        """Show the moments of the article that is open, and where in it the reader is."""
        page, rows, head = reader.page, self.query_one(MomentList), self.query_one(StripHead)
        if page is None:
            return
        if page is not self._page:
            self._page = page
            rows.show(moment_rows(page))
            drawn = [row for row in rows.rows if _is_drawn(row, rows.rows)]
            times = [row.seconds for row in drawn for _ in row.moments if row.seconds is not None]
            ranges = [one for row in drawn for one in row.ranges]
            evidence = NOTHING_KNOWN if drawn and drawn[0].other_video else page.loaded.evidence
            head.show(_title(rows.rows), times, length_of(times, evidence), ranges)
        in_sight = reader.moments_in_sight()
        current = reader.selected_moment or next(iter(in_sight), None)
        rows.light([timestamp.stamp for timestamp in in_sight], current.stamp if current else None)
        lit = [row for row in rows.lit_rows if _is_drawn(row, rows.rows)]
        head.light(row.seconds for row in lit if row.seconds is not None)


def moment_rows(page: ArticlePage) -> tuple[MomentRow, ...]:
    """The rows of one article; its body isn't even parsed where it names no moment."""
    moments = page.moments() if page.article.moments else ()
    return rows_of(SaidMoment(page.article, moment) for moment in moments)


def _is_drawn(row: MomentRow, rows: Sequence[MomentRow]) -> bool:
    """Whether a row is in the strip, which is one of the first row's video: the article's, if it names any of that."""
    return row.other_video == rows[0].other_video


def _title(rows: Sequence[MomentRow]) -> str:
    count = sum(len(row.moments) for row in rows)
    if not count:
        return "No moments here"
    return "1 moment" if count == 1 else f"{count:,} moments"
