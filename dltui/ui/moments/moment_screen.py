"""A look at a moment: its sentence, how its time was read, and who else cites the same ten seconds."""

from collections.abc import Sequence

from textual import on
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from dltui.model.timestamp import Reading
from dltui.ui.moments.moment_list import MomentList
from dltui.ui.moments.moment_rows import MomentRow
from dltui.ui.moments.video_page import marks_of
from dltui.ui.parts.caption import Caption
from dltui.ui.parts.dialog import Dialog
from dltui.ui.parts.painter import Painter

#: Rows that the frame, the title and the note take, and some around the box.
_OTHER_ROWS = 9


class _BoxedList(MomentList):
    """Moments on the surface of a box, which is as high as they are."""

    surface = "surface"
    most_cells = 2000

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 -- Textual's own
        """See Widget."""
        return self.height_at(width)


class MomentScreen(Dialog[MomentRow]):
    """A box with the moment itself in the first row. The result is the row whose sentence is wanted, or None.

    Args:
        painter: draws.
        row: the moment.
        others: what other articles say there, nearest first.
    """

    DEFAULT_CSS = """
    MomentScreen > Vertical { width: 90%; max-width: 100; }
    MomentScreen MomentList { height: auto; }
    MomentScreen Caption { width: 100%; color: $muted; margin-bottom: 1; }
    """

    def __init__(self, painter: Painter, row: MomentRow, others: Sequence[MomentRow]) -> None:
        named = row.other_video or (row.article.video.title if row.article.video else "")
        title = f"{row.time} of “{named}”" if named else row.time
        super().__init__(painter, title)
        self._rows = (row, *others)

    def body(self) -> list[Widget]:
        """See Dialog."""
        return [Caption(Content(self.painter.marked(self._note)), markup=False), _BoxedList(self.painter)]

    def on_mount(self) -> None:
        """The first of the others is what one came for."""
        articles = [row.article for row in self._rows]
        rows = self.query_one(MomentList)
        rows.show(self._rows, 1 if len(self._rows) > 1 else 0, marks_of(articles))

    def on_resize(self) -> None:
        """As many rows as fit."""
        self.query_one(MomentList).styles.max_height = max(3, self.size.height - _OTHER_ROWS)

    @property
    def _note(self) -> str:
        """How the time was read, and how many others there are."""
        timestamp = self._rows[0].timestamp
        read = (
            f"Written {timestamp.stamp.text}: {timestamp.reason}. "
            if timestamp.reading is Reading.INFERRED
            else ""
        )
        paths = {row.article.path for row in self._rows[1:]}
        if not paths:
            return f"{read}No other article cites these ten seconds."
        count = "One other article cites" if len(paths) == 1 else f"{len(paths)} other articles cite"
        return f"{read}{count} the same ten seconds."

    @on(MomentList.SentenceWanted)
    def _choose(self, message: MomentList.SentenceWanted) -> None:
        self.dismiss(message.row)
