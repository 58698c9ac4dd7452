"""Reading along: the paragraph that is being said stays lit, and in sight."""

from collections.abc import Iterator

from rich.style import Style

from dltui.model.location import Location
from dltui.model.timestamp import Stamp
from dltui.render.draw.frame import page_frame
from dltui.render.spot import Place
from dltui.ui.article.article_drag import DraggedView
from dltui.ui.article.article_page import ArticlePage


class SaidView(DraggedView):
    """An article of which one paragraph may be lit."""

    _said: Place | None = None
    _said_spot = -1

    def show(self, page: ArticlePage, location: Location) -> None:
        """Show an article; what was said in the one before isn't lit any more."""
        self._said, self._said_spot = None, -1
        super().show(page, location)

    def light_said(self, stamp: Stamp | None) -> None:
        """Light the paragraph of a timestamp and bring it into sight; None for no paragraph."""
        layout = self.layout_
        found = self.find_moment(stamp.line, stamp.text, stamp.video) if stamp is not None else None
        if layout is None or found is None:
            self._said, self._said_spot = None, -1
        else:
            self._said, self._said_spot = layout.place_at(found.row), found.id
            if not self.top <= found.row < self.top + self.size.height:
                self.scroll_to_row(found.row - self.size.height // 3)
        self.refresh()

    def overlays(self, row: int) -> Iterator[tuple[int, int, Style]]:
        """See ArticleView; what is said lies below everything else."""
        layout, said = self.layout_, self._said
        if layout is not None and said is not None:
            place = layout.place_at(row)
            if place[:2] == said[:2] and not place.rows:
                column = page_frame(layout.width, layout.settings)
                start, end = column.left - 1, column.left + column.width + 1
                yield max(0, start), min(max(end, layout.line(row).width), layout.width), self._lit
            for at, start, end in layout.spot_cells(self._said_spot):
                if at == row:
                    yield start, end, self.painter.style("match.current")
        yield from super().overlays(row)

    @property
    def _lit(self) -> Style:
        """A background for words that keep their colours; a line below them where a theme has none."""
        back = self.painter.style("selection").bgcolor
        is_told = back is not None and back != self.painter.base.bgcolor
        return Style(bgcolor=back) if is_told else Style(underline=True)
