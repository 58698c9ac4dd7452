"""The video behind the article: its moments beside the text, its own page, and who else cites a moment."""

from textual import on

from dltui.handoff.hyperlink import supports_hyperlinks
from dltui.handoff.moment_url import MomentUrl, parse_moment_url
from dltui.handoff.playback import Playback
from dltui.library.catalogue.timeline import SaidMoment
from dltui.model.inline import Link
from dltui.model.location import Location
from dltui.model.timestamp import Moment, Timestamp
from dltui.model.video import Video
from dltui.ui.article.article_page import ArticlePage
from dltui.ui.article.outline import Outline
from dltui.ui.messages import PeekWanted, Scrolled
from dltui.ui.moments.following import Following, status_of
from dltui.ui.moments.moment_list import MomentList
from dltui.ui.moments.moment_rows import MomentRow, index_near, rows_of
from dltui.ui.moments.said_elsewhere import SaidElsewhere
from dltui.ui.parts.painter import Painter
from dltui.ui.screen.side_pane import SidePane
from dltui.ui.screen.travel_screen import TravelScreen
from dltui.ui.services import Services


class WatchScreen(TravelScreen):
    """A screen that also has a side pane, and knows the ways between sentences and seconds."""

    def on_mount(self) -> None:
        """Links are told to a terminal that can do something with them."""
        self.painter.hyperlinks = supports_hyperlinks(self.services.environment)

    def __init__(self, services: Services, painter: Painter) -> None:
        super().__init__(services, painter)
        #: Where the local player is, for the last line; empty where none plays.
        self.playing = ""
        self._following = Following()
        self._elsewhere = SaidElsewhere(services.shelf)
        self._said: tuple[ArticlePage | None, Moment | None] = (None, None)

    @property
    def side(self) -> SidePane:
        """What stands beside the article."""
        return self.query_one(SidePane)

    @property
    def also_said(self) -> str:
        """That others cite the selected moment, for the last line; empty where none is selected, or none do."""
        page, timestamp = self.reader.page, self.side.current_moment or self.reader.selected_moment
        return self._elsewhere.sentence(page, timestamp) if page is not None and timestamp is not None else ""

    def action_toggle_side(self, name: str) -> None:
        """Show the outline or the moments and go there, or hide them."""
        had_focus = self.side.has_focus_within
        shown = self.side.toggle(name)
        self.set_class(shown, "-side")
        if shown:
            self.set_class(self.has_class("-tree") and self.has_class("-normal"), "-tree")
            self.side.follow(self.reader)
            self.set_focus(self.side.focus_target(), scroll_visible=False)
        elif had_focus:
            self.set_focus(self.reader, scroll_visible=False)

    def heard(self, playback: Playback | None) -> None:
        """The local player is at some second; None: it is closed."""
        if not self.is_whole:
            return
        reader, page = self.reader, self.reader.page
        moment = self._following.moment_at(page, playback) if page is not None else None
        self.playing = status_of(playback)
        if (page, moment) != self._said:
            self._said = (page, moment)
            reader.light_said(moment.timestamp.stamp if moment else None)
        reader.announce(Scrolled())

    def open_moment(self, path: str, moment: Moment, *, stay: bool = False) -> None:
        """Go to the sentence that a moment backs; `stay` leaves the focus where it is."""
        if not self.journey.open_moment(path, moment.timestamp.stamp):
            return
        if self.has_class("-tiny") and self.side.display:
            self.action_toggle_side(self.side.shown)
        if not stay:
            self.set_focus(self.reader, scroll_visible=False)

    def action_video_page(self) -> None:
        """The page of the video that is selected, else of the article's own."""
        from dltui.ui.moments.video_page import video_page
        from dltui.ui.moments.video_screen import VideoScreen

        video = self._video
        if video is None:
            self.tell("This article names no video.")
            return
        page = video_page(self.services.shelf, video, self.reader.page)
        if not page.rows:
            self.tell("No article of this library names a second of that video.")
            return
        timestamp = self.side.current_moment or self.reader.nearest_moment()
        if timestamp is not None and self._video_at(timestamp) != video:
            timestamp = None
        cursor = index_near(page.rows, timestamp.seconds if timestamp else None, self.journey.path)
        self.app.push_screen(VideoScreen(self.painter, page, cursor), self._open_row)

    def action_also_said(self) -> None:
        """Who else cites the moment that is selected, or the nearest one."""
        timestamp = self.side.current_moment or self.reader.nearest_moment()
        if timestamp is None:
            self.tell("This article names no moment.")
        else:
            self._look_at(timestamp)

    @property
    def _video(self) -> Video | None:
        """That of the link or the moment that is selected, else the article's; of one that has none, the nearest."""
        spot = self.reader.selected_spot
        linked = parse_moment_url(spot.node.url) if spot and isinstance(spot.node, Link) else None
        if isinstance(linked, MomentUrl):
            return Video(linked.video)
        video = self._video_at(self.side.current_moment or self.reader.selected_moment)
        return video or self._video_at(self.reader.nearest_moment())

    def _video_at(self, timestamp: Timestamp | None) -> Video | None:
        """The video of a moment of the article that is open; of None the article's own."""
        page = self.reader.page
        return page.article.video_of(timestamp.stamp if timestamp else None) if page is not None else None

    def _look_at(self, timestamp: Timestamp) -> None:
        from dltui.ui.moments.moment_screen import MomentScreen
        from dltui.ui.moments.video_page import also_said

        page = self.reader.page
        if page is None:
            return
        own = [
            SaidMoment(page.article, moment)
            for moment in page.moments()
            if moment.timestamp.stamp == timestamp.stamp
        ]
        others = also_said(self.services.shelf, page.article, timestamp)
        if own:
            self.app.push_screen(MomentScreen(self.painter, rows_of(own)[0], others), self._open_row)

    @on(PeekWanted)
    def _peek_at_moment(self, message: PeekWanted) -> None:
        if message.spot.timestamp is not None:
            message.prevent_default()
            self._look_at(message.spot.timestamp)

    def _open_row(self, row: MomentRow | None) -> None:
        if row is not None:
            self._go_to(row, stay=False)

    def _go_to(self, row: MomentRow, *, stay: bool) -> None:
        selected = self.reader.selected_moment if self.journey.path == row.article.path else None
        self.open_moment(row.article.path, row.after(selected.stamp if selected else None), stay=stay)

    @on(Outline.Chosen, "#outline")
    def _jump(self, message: Outline.Chosen) -> None:
        entry = self.side.query_one(Outline).entries[message.index]
        self.open(Location(self.journey.path, anchor=entry.anchor))

    @on(MomentList.SentenceWanted)
    def _go_to_sentence(self, message: MomentList.SentenceWanted) -> None:
        self._go_to(message.row, stay=message.stay)
