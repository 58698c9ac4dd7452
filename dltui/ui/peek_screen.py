"""A look at where a link leads, without going there."""

from textual import events
from textual.widget import Widget

from dltui.model.location import Location
from dltui.ui.article_page import ArticlePage
from dltui.ui.article_walk import WalkableView
from dltui.ui.dialog import Dialog
from dltui.ui.painter import Painter


class PeekScreen(Dialog[Location]):
    """An article in a box; Enter goes there, Esc goes back. The result is the location to go to, or None."""

    DEFAULT_CSS = """
    PeekScreen > Vertical { width: 80%; max-width: 100; height: 70%; }
    PeekScreen WalkableView { background: $surface; }
    """

    def __init__(self, painter: Painter, page: ArticlePage, location: Location) -> None:
        super().__init__(painter, page.article.title)
        self._page = page
        self._location = location

    def body(self) -> list[Widget]:
        """See Dialog."""
        view = WalkableView(self.painter)
        view.show(self._page, self._location)
        return [view]

    def on_key(self, event: events.Key) -> None:
        """Enter goes there."""
        if event.key == "enter":
            event.stop()
            self.dismiss(self._location)
