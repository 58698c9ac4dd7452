"""The head of a video's page: its title, and for each article where in the video it draws from."""

from collections.abc import Mapping

from rich.cells import cell_len
from textual.strip import Strip
from textual.widget import Widget

from dltui.render.line import BLANK, Line, Span
from dltui.ui.moments.moment_rows import MomentRow
from dltui.ui.moments.video_page import VideoPage
from dltui.ui.moments.video_strip import cell_of, ruler, strip_counts, strip_spans
from dltui.ui.parts.fit import fit, gap
from dltui.ui.parts.painter import Painter

#: Rows besides those of the articles: title, amounts, pointer, ruler, a blank one.
_OTHER_ROWS = 5
_MOST_OF_THE_SCREEN = 3
_WIDEST_TITLE = 44


class VideoHead(Widget):
    """Follows the cursor of the list below: the second it stands on is marked in every strip."""

    DEFAULT_CSS = "VideoHead { height: 6; }"

    def __init__(self, painter: Painter, page: VideoPage) -> None:
        super().__init__()
        self.painter = painter
        self._page = page
        self._row: MomentRow | None = None
        self._paths = [article.path for article in page.articles]
        self._marks = page.marks
        self._counted: tuple[int, Mapping[str, list[int]]] = (0, {})

    def fit_into(self, height: int) -> None:
        """Take as many rows as a screen of that height can spare."""
        shown = max(1, min(len(self._page.articles), height // _MOST_OF_THE_SCREEN - 2))
        self.styles.height = shown + _OTHER_ROWS

    def point(self, row: MomentRow | None) -> None:
        """The cursor stands on another row."""
        self._row = row
        self.refresh()

    def repaint(self, painter: Painter) -> None:
        """Draw in another theme."""
        self.painter = painter
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one row (Line API)."""
        width, last = self.size.width, self.size.height - 1
        if y == 0:
            line = Line((Span(f" {fit(self._page.video.title or 'Video', width - 2)}", "header.title"),))
        elif y == 1:
            line = Line((Span(f" {fit(self._amounts, width - 2)}", "header.meta"),))
        elif y == 2:
            line = self._pointer(width)
        elif 3 <= y < last - 1:
            line = self._share(y - 3, last - 4, width)
        elif y == last - 1:
            cells = self._cells(width)
            line = Line(
                (Span(f"{' ' * (width - cells - 1)}{ruler(self._page.length_seconds, cells)}", "quiet"),)
            )
        else:
            line = BLANK
        return self.painter.strip(line, width, "panel")

    @property
    def _amounts(self) -> str:
        page = self._page
        moments, articles = sum(len(row.moments) for row in page.rows), len(page.articles)
        parts = (
            page.channel,
            "1 article" if articles == 1 else f"{articles} articles",
            "1 moment" if moments == 1 else f"{moments:,} moments",
            page.video.id,
        )
        return " · ".join(part for part in parts if part)

    def _pointer(self, width: int) -> Line:
        """Points at the second the cursor stands on."""
        row, cells = self._row, self._cells(width)
        if row is None:
            return BLANK
        cell = cell_of(row.seconds or 0, self._page.length_seconds, cells)
        time = f" {row.time}" if cell + cell_len(row.time) + 2 <= cells else ""
        before = f"{row.time} " if not time else ""
        blanks = " " * max(0, width - cells - 1 + cell - cell_len(before))
        return Line((Span(blanks, "text"), Span(f"{before}▾{time}", "moment")))

    def _share(self, index: int, shown: int, width: int) -> Line:
        """One article; where not all fit, those around the one the cursor is in."""
        articles, row = self._page.articles, self._row
        at = self._paths.index(row.article.path) if row else 0
        number = max(0, min(at - shown // 2, len(articles) - shown)) + index
        if number >= len(articles):
            return BLANK
        article, cells = articles[number], self._cells(width)
        mark, title = self._marks[article.path], fit(article.title, width - cells - 5)
        here = {cell_of(row.seconds or 0, self._page.length_seconds, cells)} if row else set()
        counts = self._counts(cells)
        highest = max(map(max, counts.values()))
        return Line(
            (
                Span(f" {mark.shape} ", mark.role),
                Span(title, "tree.current" if row and number == at else "text"),
                Span(gap(3 + cell_len(title), width - cells - 1), "text"),
                *strip_spans(counts[article.path], here, mark.role, "selection", highest),
            )
        )

    def _cells(self, width: int) -> int:
        """How many cells a strip has."""
        longest = max((cell_len(article.title) for article in self._page.articles), default=0)
        return max(8, width - min(longest, _WIDEST_TITLE, width * 2 // 5) - 5)

    def _counts(self, cells: int) -> Mapping[str, list[int]]:
        """The strip of each article by its path."""
        if cells != self._counted[0]:
            length, ranges = self._page.length_seconds, self._page.ranges()
            counts = {
                path: strip_counts(found, length, cells, ranges[path])
                for path, found in self._page.seconds().items()
            }
            self._counted = (cells, counts)
        return self._counted[1]
