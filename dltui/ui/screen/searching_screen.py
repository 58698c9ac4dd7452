"""A search and the panes around it: the preview, the tree that counts and narrows, searches that were kept."""

import asyncio
from functools import partial

from textual import on

from dltui.model.passage import Hit
from dltui.ui.messages import NothingLeft
from dltui.ui.results.search_panel import SearchPanel
from dltui.ui.screen.panes_screen import PanesScreen
from dltui.ui.tree.category_tree import CategoryTree
from dltui.ui.tree.tree_arrangements import categories_above

#: After which the first of new hits is looked at: by then they are drawn.
_PREVIEW_SECONDS = 0.02


class SearchingScreen(PanesScreen):
    """A screen whose tree and reader follow the search."""

    @property
    def about_to_open(self) -> asyncio.Event | None:
        """See KeyedApp: set once the hit is found that is to be opened; None while none is."""
        return self.panel.about_to_open

    def action_widen(self) -> None:
        """Search the whole library again."""
        self.panel.narrow("")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A search can be widened only while it is narrowed."""
        if action == "widen":
            return bool(self.panel.asked.category)
        return super().check_action(action, parameters)

    @on(SearchPanel.Previewed)
    def _preview(self, message: SearchPanel.Previewed) -> None:
        self.journey.preview(message.hit)

    @on(SearchPanel.HitsChanged)
    def _preview_again(self, message: SearchPanel.HitsChanged) -> None:
        """Whoever has looked at hits looks at those of the new query too."""
        if self.journey.is_previewing:
            if message.selected is None:
                self.journey.end_preview()
            else:  # in a step of its own: the hits and an article together take longer than a frame
                self.set_timer(_PREVIEW_SECONDS, partial(self._preview_current, message.selected))

    def _preview_current(self, hit: Hit) -> None:
        """Look at a hit, unless something else is selected by now."""
        if self.journey.is_previewing and hit == self.panel.hits.current:
            self.journey.preview(hit)

    @on(SearchPanel.Left)
    def _leave_search(self) -> None:
        self.journey.end_preview()
        self.set_focus(self.reader, scroll_visible=False)

    @on(NothingLeft)
    def _end_search(self) -> None:
        """The second Esc after a search clears it."""
        self.panel.clear()

    @on(SearchPanel.Counted)
    def _count(self, message: SearchPanel.Counted) -> None:
        if message.facets is None:
            self.category_tree.show_found(None)
            return
        found: dict[str, int] = {}
        for category, count in message.facets.items():
            for above in categories_above(category):
                found[above] = found.get(above, 0) + count
        self.category_tree.show_found(found, message.category)

    @on(CategoryTree.CategoryChosen)
    def _narrow(self, message: CategoryTree.CategoryChosen) -> None:
        self.panel.narrow(message.path)
        self.refresh_bindings()

    @on(CategoryTree.SearchChosen)
    def _search_again(self, message: CategoryTree.SearchChosen) -> None:
        self.panel.search(message.asked)

    @on(CategoryTree.SearchForgotten)
    def _forget(self, message: CategoryTree.SearchForgotten) -> None:
        self.kept.toggle_saved(message.asked)
        self.tree_pane.saved_changed()

    @on(SearchPanel.Saved)
    def _say_saved(self, message: SearchPanel.Saved) -> None:
        self.tree_pane.saved_changed()
        self.tell(message.sentence)

    @on(SearchPanel.Refused)
    def _refuse(self, message: SearchPanel.Refused) -> None:
        self.tell(message.sentence)
