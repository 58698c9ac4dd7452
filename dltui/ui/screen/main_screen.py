"""The three panes: tree, article, search bar with its results."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.strip import Strip

from dltui.ui.article.article_pane import ArticlePane
from dltui.ui.article.reader import Reader
from dltui.ui.keys.bindings import bindings_of
from dltui.ui.messages import Scrolled
from dltui.ui.moments.moment_list import MomentList
from dltui.ui.moments.strip_head import StripHead
from dltui.ui.parts.covered import Column, Row
from dltui.ui.parts.key_bar import KeyBar, shown_keys
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.row_list import RowList
from dltui.ui.results.hit_list import HitList
from dltui.ui.results.search_panel import SearchPanel
from dltui.ui.screen.checked_screen import CheckedScreen
from dltui.ui.screen.exporting_screen import ExportingScreen
from dltui.ui.screen.keeping_screen import KeepingScreen
from dltui.ui.screen.linked_screen import LinkedScreen
from dltui.ui.screen.opening_screen import OpeningScreen
from dltui.ui.screen.searching_screen import SearchingScreen
from dltui.ui.screen.side_pane import SidePane
from dltui.ui.tree.tree_pane import TreePane

#: The least width in cells of each kind of screen, and its class.
_WIDTHS = ((108, "-normal"), (60, "-narrow"), (0, "-tiny"))
_ALWAYS_SHOWN = ("app.search", "program.help", "program.quit")


class MainScreen(KeepingScreen, ExportingScreen, SearchingScreen, OpeningScreen, CheckedScreen, LinkedScreen):
    """Puts the panes together and gives each the focus."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("app")
    BLANK: ClassVar[bool] = True  # the panes cover it

    def compose(self) -> ComposeResult:
        """Tree on the left, search bar above the article, the side pane on the right."""
        painter = self.painter
        with Row(id="panes"):
            yield TreePane(self.services.shelf, self.kept, painter)
            with Column(id="right"):
                yield SearchPanel(self.services, self.kept, painter, lambda: self.journey.path)
                yield ArticlePane(painter)
            yield SidePane(self.services.shelf, painter)
        yield KeyBar(painter)

    def on_mount(self) -> None:
        """Open the first article, and start whatever works beside the reader."""
        self.set_class(self.painter.ascii_marks, "-ascii")
        count = self.services.shelf.article_count
        self.panel.bar.placeholder = "Search 1 article" if count == 1 else f"Search {count:,} articles"
        self.reader.settings = self.services.layout
        self.journey.open(self.services.start or self.journey.navigator.home())
        self.set_focus(self.reader, scroll_visible=False)
        if notices := self.services.notices:
            more = f" And {len(notices) - 1} more: see `dltui doctor`." if notices[1:] else ""
            self.tell(notices[0] + more)

    def on_resize(self, event: events.Resize) -> None:
        """Which panes there is room for. Textual's own breakpoints follow its layout, which is then done again."""
        width = event.size.width
        kind = next(kind for least, kind in _WIDTHS if width >= least)
        self.update_classes({name: name == kind for _, name in _WIDTHS}, animate=False)

    # Parts

    def repaint(self, painter: Painter) -> None:
        """Draw everything in another theme."""
        self.painter = painter
        for drawn in self.query("RowList, Reader, StripHead, KeyBar"):
            if isinstance(drawn, RowList | Reader | StripHead | KeyBar):
                drawn.repaint(painter)

    def library_changed(self) -> None:
        """See LiveScreen; what links to the article may be otherwise now."""
        self.side.library_changed()
        super().library_changed()

    @property
    def is_filling(self) -> bool:
        """Whether the article isn't laid out whole yet, or the last line doesn't tell so."""
        return self.reader.progress is None or not self.query_one(KeyBar).status

    def picture(self) -> list[Strip] | None:
        """The rows of the screen, if they look as they will at the next start; else None."""
        results, bar = self.panel.hits, self.query_one(KeyBar)
        busy = (
            results.display
            or self.panel.bar.value
            or bar.notice
            or not self.tree_pane.is_plain
            or self.index_status
            or self.has_class("-zen")
            or self.reader.progress is None
        )
        if busy or self.focused is not self.reader or self.side.display or self.reader.find_status:
            return None
        return self._compositor.render_strips()

    def leave(self) -> None:
        """Remember the place for the next start."""
        place = self.journey.leave()
        if place is not None:
            self.services.state.keep_location(str(self.services.shelf.library.root), place)

    # Panes

    def action_search(self) -> None:
        """To the search bar, with its text selected."""
        self.panel.unfold()
        self.set_focus(self.panel.bar, scroll_visible=False)
        self.panel.bar.select_all()

    @on(HitList.RefineWanted)
    def _refine(self) -> None:
        self.action_search()

    def action_focus_pane(self, name: str) -> None:
        """To a pane by its id; a hidden tree is shown."""
        if name == "tree":
            self._show_tree()
        if name == "results" and not self.panel.unfold():
            name = "search"
        self.set_focus(self.query_one(f"#{name}"), scroll_visible=False)

    def action_toggle_tree(self) -> None:
        """Show or hide the tree."""
        if not self.tree_pane.region.width:
            self._show_tree()
            if self.has_class("-tiny"):
                self.set_focus(self.category_tree, scroll_visible=False)
            return
        self.set_class(True, "-no-tree")
        self.set_class(False, "-tree")
        if self.tree_pane.has_focus_within:
            self.set_focus(self.reader, scroll_visible=False)

    def _show_tree(self) -> None:
        """Where there is no room for the article between the two, it takes the place of what stands on the right."""
        if self.side.display and not self.has_class("-normal"):
            self.action_toggle_side(self.side.shown)
        self.set_class(False, "-no-tree")
        self.set_class(True, "-tree")

    def action_zen(self) -> None:
        """The article alone, and back."""
        self.toggle_class("-zen")
        self.set_focus(self.reader, scroll_visible=False)

    def on_descendant_focus(self) -> None:
        """The key bar tells the keys of the pane that has the focus. A tiny screen shows that pane alone."""
        if (
            self.has_class("-tiny")
            and self.focused is not None
            and self.query_one("#right") in self.focused.ancestors
        ):
            self.set_class(False, "-tree")
            if self.side.display:
                self.action_toggle_side(self.side.shown)
        self._show_keys()
        if self.side.shown == "moments":
            self.show_status()

    def on_screen_resume(self) -> None:
        """After a dialog was closed."""
        self._show_keys()

    def _show_keys(self) -> None:
        self.query_one(KeyBar).keys = shown_keys(self, _ALWAYS_SHOWN, self.reader.idle_keys)

    def visited(self, path: str) -> None:
        """See KeepingScreen; another article may have use for other keys."""
        super().visited(path)
        self._show_keys()

    # The last line

    @on(MomentList.Moved)
    def _tell_of_row(self) -> None:
        """Others may cite the row's moment too."""
        if self.side.current_moment is not None:
            self.show_status()

    @on(Scrolled)
    def show_status(self) -> None:
        """See LiveScreen; how much is read, and what was found."""
        reader = self.reader
        progress = "" if reader.progress is None else f"{reader.progress} %"
        parts = (self.playing, self.index_status, reader.find_status, self.also_said, progress)
        self.query_one(KeyBar).status = " · ".join(part for part in parts if part)
        self.side.follow(reader)
