"""What the article is linked with: the links beside it, and its neighbourhood."""

from textual import on

from dltui.ui.article.made_page import is_made
from dltui.ui.links.link_list import LinkList
from dltui.ui.links.link_rows import LinkRow
from dltui.ui.messages import WikilinkFollowed
from dltui.ui.screen.watch_screen import WatchScreen


class LinkedScreen(WatchScreen):
    """A screen on which links are followed from where they are listed."""

    def action_neighbourhood(self) -> None:
        """Walk through what leads to the article and where it leads."""
        from dltui.ui.links.neighbourhood_screen import NeighbourhoodScreen

        path = self.journey.path
        if not path or is_made(path):
            self.tell("Nothing is known around this page.")
            return
        self.app.push_screen(NeighbourhoodScreen(self.services.shelf, self.painter, path), self._follow_row)

    @on(LinkList.LinkChosen)
    def _choose_link(self, message: LinkList.LinkChosen) -> None:
        if self.has_class("-tiny"):
            self.action_toggle_side("links")
        self._follow_row(message.row)
        if message.stay:
            self.set_focus(self.side.focus_target(), scroll_visible=False)

    def _follow_row(self, row: LinkRow | None) -> None:
        if row is None:
            return
        if row.location is not None:
            self.open(row.location)
        elif row.wikilink is not None and row.target is not None:
            self._follow_wikilink(WikilinkFollowed(row.wikilink, row.target))
