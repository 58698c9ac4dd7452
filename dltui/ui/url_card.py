"""The card that shows a URL where no browser can be opened: to click, to paste, or to photograph."""

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Static

from dltui.handoff.qr import qr_lines
from dltui.ui.article_messages import CopyWanted
from dltui.ui.bindings import bindings_of
from dltui.ui.dialog import Dialog
from dltui.ui.painter import Painter


@dataclass(frozen=True, slots=True)
class CardContent:
    """What the card shows.

    Attributes:
        url: http or https, checked before.
        title: of the video or link, clean.
        time: the moment as a clock; empty for none.
        reason: why it's a card and not a browser; one sentence.
    """

    url: str
    title: str
    time: str = ""
    reason: str = ""


class UrlCard(Dialog[None]):
    """Title, URL alone on its line, QR code."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("card")
    DEFAULT_CSS = """
    UrlCard > Vertical { width: auto; max-width: 100%; align-horizontal: center; }
    UrlCard Static { width: auto; }
    """

    def __init__(self, painter: Painter, content: CardContent) -> None:
        heading = f"{content.title}  ▸ {content.time}" if content.time else content.title
        super().__init__(painter, heading)
        self._content = content
        self._sent = False

    def body(self) -> list[Widget]:
        """See Dialog."""
        return [Static(self._text(24), markup=False, id="card-body")]

    def on_mount(self) -> None:
        """Send the URL to the clipboard, and fit the code into the screen."""
        self.action_send()

    def on_resize(self) -> None:
        """The code is shown where it fits."""
        self._draw()

    def action_send(self) -> None:
        """Send the URL to the clipboard of the reader's terminal."""
        self._sent = True
        self.post_message(CopyWanted(self._content.url, "URL"))
        self._draw()

    def _draw(self) -> None:
        self.query_one("#card-body", Static).update(self._text(self.size.height))

    def _text(self, height: int) -> Text:
        content, painter = self._content, self.painter
        url_style = painter.style("link.external", "surface") + Style(link=content.url)
        lines = [Text(""), Text(content.url, url_style, no_wrap=True, overflow="fold"), Text("")]
        notes = [content.reason] if content.reason else []
        notes += ["The URL was sent to your clipboard; y sends it again."] if self._sent else []
        code = qr_lines(content.url, dark=painter.theme.dark)
        if height >= len(code) + len(lines) + len(notes) + 4 and self.size.width >= cell_len(code[0]) + 4:
            style = painter.style("qr", "surface")
            lines += [Text(row, style) for row in code]
        else:
            notes.append("The window is too small for the QR code.")
        lines += [Text(note, painter.style("quiet", "surface")) for note in notes]
        return Text("\n").join(lines)
