"""Letter hints: every link and moment in sight gets a label, typing it follows."""

from textual import events
from textual.strip import Strip

from dltui.model.location import Location
from dltui.render.line import Line, Span
from dltui.render.spot import SpotKind
from dltui.ui.article.article_find import FindableView
from dltui.ui.article.article_page import ArticlePage
from dltui.ui.article.hint_labels import hint_labels
from dltui.ui.messages import NothingFound

_KINDS = (
    SpotKind.WIKILINK,
    SpotKind.LINK,
    SpotKind.MOMENT,
    SpotKind.FOOTNOTE,
    SpotKind.FOOTNOTE_BACK,
    SpotKind.IMAGE,
    SpotKind.TAG,
    SpotKind.FOLD,
)


class HintedView(FindableView):
    """An article whose links can be followed by typing letters. Subclasses say what following means."""

    _hints: dict[str, int] | None = None
    _typed = ""
    _then = "follow"

    def show(self, page: ArticlePage, location: Location) -> None:
        """Show an article; the labels of the one before mean nothing in it."""
        self._hints = None
        super().show(page, location)

    @property
    def takes_letters(self) -> bool:
        """Whether letters are labels now rather than keys."""
        return self._hints is not None

    def action_hint(self, then: str) -> None:
        """Label the links in sight; `then` names what happens to the one that is typed."""
        layout = self.layout_
        if layout is None:
            return
        spots = layout.spots_in(self.top, self.size.height, _KINDS)
        if not spots:
            self.announce(NothingFound("No link in sight."))
            return
        self._hints = dict(zip(hint_labels(len(spots)), spots, strict=True))
        self._typed, self._then = "", then
        self.refresh()

    def hint_chosen(self, spot_id: int, then: str) -> None:
        """A label was typed whole."""
        raise LookupError((spot_id, then))

    def on_key(self, event: events.Key) -> None:
        """While labels are shown, letters choose; anything else ends it."""
        if self._hints is None:
            return
        event.stop()
        event.prevent_default()
        typed = self._typed + (event.character or "")
        left = [label for label in self._hints if label.startswith(typed)] if event.character else []
        chosen = self._hints.get(typed)
        if chosen is None and left:
            self._typed = typed
        else:
            self._hints = None
        self.refresh()
        if chosen is not None:
            self.hint_chosen(chosen, self._then)

    def render_line(self, y: int) -> Strip:
        """Draw the labels over the beginnings of their links."""
        strip = super().render_line(y)
        if self._hints is None or self.layout_ is None:
            return strip
        row, width = self.top + y, self.size.width
        for label, spot_id in self._hints.items():
            cells = self.layout_.spot_cells(spot_id)
            if cells and cells[0].row == row and label.startswith(self._typed):
                start = min(cells[0].start, width - len(label))
                drawn = self.painter.strip(
                    Line((Span(label[len(self._typed) :], "hint"),)), len(label) - len(self._typed)
                )
                strip = Strip.join(
                    [strip.crop(0, start), drawn, strip.crop(start + drawn.cell_length, width)]
                )
        return strip
