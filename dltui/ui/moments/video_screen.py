"""A video's own page: one timeline of all articles made of it."""

from textual import on
from textual.widget import Widget

from dltui.ui.moments.moment_list import MomentList
from dltui.ui.moments.moment_rows import MomentRow
from dltui.ui.moments.video_head import VideoHead
from dltui.ui.moments.video_page import VideoPage
from dltui.ui.parts.dialog import Dialog
from dltui.ui.parts.key_bar import KeyBar, shown_keys
from dltui.ui.parts.painter import Painter


class VideoScreen(Dialog[MomentRow]):
    """The whole screen. The result is the row whose sentence is wanted, or None.

    Args:
        painter: draws.
        page: what is shown.
        cursor: the row to begin at.
    """

    DEFAULT_CSS = """
    VideoScreen { background: $panel; }
    VideoScreen > Vertical {
        width: 100%; height: 100%; border: none; padding: 0; background: $panel;
    }
    """

    def __init__(self, painter: Painter, page: VideoPage, cursor: int) -> None:
        super().__init__(painter, "")
        self._page = page
        self._cursor = cursor

    def body(self) -> list[Widget]:
        """See Dialog."""
        return [VideoHead(self.painter, self._page), MomentList(self.painter), KeyBar(self.painter)]

    def on_mount(self) -> None:
        """Begin where the reader is."""
        rows = self.query_one(MomentList)
        rows.show(self._page.rows, self._cursor, self._page.marks)
        self.query_one(VideoHead).point(rows.current)
        self.query_one(KeyBar).keys = shown_keys(self)

    def on_resize(self) -> None:
        """The head takes a part of the screen."""
        self.query_one(VideoHead).fit_into(self.size.height)

    def repaint(self, painter: Painter) -> None:
        """Draw in another theme."""
        super().repaint(painter)
        self.query_one(VideoHead).repaint(painter)
        self.query_one(KeyBar).repaint(painter)

    def tell(self, sentence: str) -> None:
        """Say one sentence in the last line."""
        for bar in self.query(KeyBar):
            bar.notice = sentence

    @on(MomentList.Moved)
    def _point(self, message: MomentList.Moved) -> None:
        self.tell("")
        self.query_one(VideoHead).point(self._page.rows[message.index])

    @on(MomentList.SentenceWanted)
    def _choose(self, message: MomentList.SentenceWanted) -> None:
        self.dismiss(message.row)
