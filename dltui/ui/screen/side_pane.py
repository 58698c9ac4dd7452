"""What stands beside the article: its outline, its moments or its links, one at a time."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from dltui.library.shelf import Shelf
from dltui.model.timestamp import Timestamp
from dltui.ui.article.outline import Outline
from dltui.ui.article.reader import Reader
from dltui.ui.links.links_pane import LinksPane
from dltui.ui.moments.moment_list import MomentList
from dltui.ui.moments.moments_pane import MomentsPane
from dltui.ui.parts.painter import Painter


class SidePane(Vertical):
    """The pane on the right. Nothing in it costs anything while it is hidden."""

    def __init__(self, shelf: Shelf, painter: Painter) -> None:
        super().__init__(id="side")
        self._shelf = shelf
        self._painter = painter
        #: The id of the part that is shown; empty for none.
        self.shown = ""

    def compose(self) -> ComposeResult:
        """All that can stand there, hidden."""
        yield Outline(self._painter, id="outline")
        yield MomentsPane(self._painter)
        yield LinksPane(self._shelf, self._painter)

    @property
    def moments(self) -> MomentList:
        """The rows of the moments pane."""
        return self.query_one(MomentList)

    @property
    def current_moment(self) -> Timestamp | None:
        """The moment under the cursor while the moments have the focus."""
        row = self.moments.current if self.moments.has_focus else None
        return row.timestamp if row else None

    def toggle(self, name: str) -> bool:
        """Show the part of that id instead of any other, or hide it; whether something is shown now."""
        self.shown = "" if self.shown == name else name
        for part in self.children:
            part.display = part.id == self.shown
        self.display = bool(self.shown)
        return self.display

    def focus_target(self) -> Widget:
        """What takes the keys while something is shown."""
        if self.shown == "moments":
            return self.moments
        return self.query_one(LinksPane) if self.shown == "links" else self.query_one(Outline)

    def follow(self, reader: Reader) -> None:
        """Show where in the article the reader is."""
        if reader.page is None or reader.layout_ is None:
            return
        if self.shown == "outline":
            entry = reader.layout_.heading_at(reader.top)
            self.query_one(Outline).show(reader.page.document.outline, entry)
        elif self.shown == "moments":
            self.query_one(MomentsPane).follow(reader)
        elif self.shown == "links":
            self.query_one(LinksPane).follow(reader.page.article.path)

    def library_changed(self) -> None:
        """What was known of the article's links may be otherwise now."""
        self.query_one(LinksPane).forget()
