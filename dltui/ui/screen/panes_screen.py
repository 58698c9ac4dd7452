"""What every part of the main screen reaches: the panes, the way to a place, and the line that tells things."""

from functools import cached_property

from textual.reactive import Reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

from dltui.model.location import Location
from dltui.state.keepsakes import Keepsakes
from dltui.ui.article.reader import Reader
from dltui.ui.parts.key_bar import KeyBar
from dltui.ui.parts.painter import Painter
from dltui.ui.results.search_panel import SearchPanel
from dltui.ui.screen.journey import Journey
from dltui.ui.screen.navigator import Navigator
from dltui.ui.services import Services
from dltui.ui.tree.category_tree import CategoryTree
from dltui.ui.tree.tree_pane import TreePane

_NOTICE_SECONDS = 4.0


class PanesScreen(Screen[None], inherit_css=False):
    """A screen with a reader, a tree, a search panel and a key bar."""

    DEFAULT_CSS = "PanesScreen { layout: vertical; layers: default guide; }"

    #: Textual draws the whole screen anew when the focus moves; what looks different then draws itself.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self, services: Services, painter: Painter) -> None:
        super().__init__()
        self.services = services
        self.painter = painter
        self._notice_timer: Timer | None = None
        self._widgets = 0

    def on_mount(self) -> None:
        """The panes are there now."""
        self._widgets = len(self.query("*"))

    @property
    def is_whole(self) -> bool:
        """Whether no pane is gone: while the program is being left they go one by one, and what runs beside last."""
        return len(self.query("*")) >= self._widgets

    @property
    def reader(self) -> Reader:
        """The article."""
        return self.query_one(Reader)

    @property
    def category_tree(self) -> CategoryTree:
        """The categories and their articles."""
        return self.query_one(CategoryTree)

    @property
    def tree_pane(self) -> TreePane:
        """The tree with what stands above it."""
        return self.query_one(TreePane)

    @property
    def panel(self) -> SearchPanel:
        """The search bar and its results."""
        return self.query_one(SearchPanel)

    @cached_property
    def journey(self) -> Journey:
        """Where the reader goes."""
        navigator = Navigator(self.services.shelf, self.kept, self.services.keys.keymap)
        return Journey(navigator, self.reader, self.category_tree, self.tell, self.visited)

    @cached_property
    def kept(self) -> Keepsakes:
        """What was kept of this library."""
        return Keepsakes(self.services.state, str(self.services.shelf.library.root))

    def visited(self, path: str) -> None:
        """An article was gone to."""

    def open(self, location: Location) -> None:
        """Go somewhere and read there."""
        if self.journey.open(location):
            self.set_focus(self.reader, scroll_visible=False)

    def action_copy_text(self) -> None:
        """Ctrl-C (Textual's own binding): what was dragged over is copied already, so this is about getting out."""
        self.app.action_help_quit()

    def tell(self, sentence: str) -> None:
        """Say one sentence in the last line for a while."""
        if self._notice_timer is not None:
            self._notice_timer.stop()
        if not self.query(KeyBar):  # what is asked while the program ends is told nobody
            return
        bar = self.query_one(KeyBar)
        bar.notice = sentence
        self._notice_timer = self.set_timer(_NOTICE_SECONDS, lambda: setattr(bar, "notice", ""))
