"""The video behind the article: its moments beside the text."""

from textual import on

from dltui.model.location import Location
from dltui.model.timestamp import Moment
from dltui.ui.moment_list import MomentList
from dltui.ui.outline import Outline
from dltui.ui.side_pane import SidePane
from dltui.ui.travel_screen import TravelScreen


class WatchScreen(TravelScreen):
    """A screen that also has a side pane, and knows the ways between sentences and seconds."""

    @property
    def side(self) -> SidePane:
        """What stands beside the article."""
        return self.query_one(SidePane)

    def action_toggle_side(self, name: str) -> None:
        """Show the outline or the moments and go there, or hide them."""
        had_focus = self.side.has_focus_within
        shown = self.side.toggle(name)
        self.set_class(shown, "-side")
        if shown:
            self.side.follow(self.reader)
            self.set_focus(self.side.focus_target(), scroll_visible=False)
        elif had_focus:
            self.set_focus(self.reader, scroll_visible=False)

    def open_moment(self, path: str, moment: Moment, *, stay: bool = False) -> None:
        """Go to the sentence that a moment backs; `stay` leaves the focus where it is."""
        if not self.journey.open_moment(path, moment.timestamp.stamp):
            return
        if self.has_class("-tiny") and self.side.display:
            self.action_toggle_side(self.side.shown)
        if not stay:
            self.set_focus(self.reader, scroll_visible=False)

    @on(Outline.Chosen, "#outline")
    def _jump(self, message: Outline.Chosen) -> None:
        entry = self.side.query_one(Outline).entries[message.index]
        self.open(Location(self.journey.path, anchor=entry.anchor))

    @on(MomentList.SentenceWanted)
    def _go_to_sentence(self, message: MomentList.SentenceWanted) -> None:
        selected = self.reader.selected_moment
        moment = message.row.after(selected.stamp if selected else None)
        self.open_moment(message.row.article.path, moment, stay=message.stay)
