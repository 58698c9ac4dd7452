"""A look at where a link leads, without going there."""

from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from dltui.model.location import Location
from dltui.ui.article.article_page import ArticlePage
from dltui.ui.article.article_walk import WalkableView
from dltui.ui.keys.bindings import bindings_of
from dltui.ui.parts.dialog import Dialog
from dltui.ui.parts.painter import Painter

_FRAME_ROWS = 2


class PeekScreen(Dialog[Location]):
    """An article in a box; Enter goes there, Esc goes back. The result is the location to go to, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("peek")
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
        view = _PeekedView(self.painter)
        view.show(self._page, self._location)
        return [view]

    def on_resize(self) -> None:
        """A box around a few words is no higher than they are."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        view, box = self.query_one(_PeekedView), self.query_one("#dialog-box")
        layout = view.layout_
        if layout is not None and layout.complete and layout.height < view.size.height:
            box.styles.height = layout.height + box.size.height - view.size.height + _FRAME_ROWS

    def repaint(self, painter: Painter) -> None:
        """See Dialog."""
        super().repaint(painter)
        self.query_one(_PeekedView).repaint(painter)

    def action_go(self) -> None:
        """Go there."""
        self.dismiss(self._location)


class _PeekedView(WalkableView):
    """An article one can walk in, but not leave by its links."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """See ArticleView; labels would have nowhere to lead."""
        return action != "hint" and super().check_action(action, parameters)
