"""The card that shows a URL where no browser can be opened: to click, to paste, or to photograph."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Static

from dltui.handoff.clipboard import clip
from dltui.handoff.qr import qr_lines
from dltui.ui.keys.bindings import bindings_of
from dltui.ui.messages import CopyWanted
from dltui.ui.parts.dialog import Dialog
from dltui.ui.parts.fit import fit
from dltui.ui.parts.painter import Painter

#: Rows and columns that the frame takes.
_FRAME_ROWS, _FRAME_COLUMNS = 2, 6


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
    """Title and time, the URL alone on its line, the QR code where it fits."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("card")
    DEFAULT_CSS = """
    UrlCard > Vertical { width: auto; max-width: 100%; align-horizontal: center; padding: 0 2; }
    UrlCard > Vertical > #dialog-title { width: auto; }
    UrlCard #card-body { width: auto; text-align: center; }
    """

    def __init__(self, painter: Painter, content: CardContent, environment: Mapping[str, str]) -> None:
        super().__init__(painter, "")
        self._content = content
        self._sent = clip(content.url, environment).message

    def body(self) -> list[Widget]:
        """See Dialog."""
        return [Static(id="card-body", markup=False)]

    def on_mount(self) -> None:
        """Send the URL to the clipboard at once."""
        self.action_send()

    def keys(self) -> str:
        """See Dialog."""
        return "y sends it again · Enter closes"

    def on_resize(self) -> None:
        """The code is shown where it fits."""
        self.query_one("#card-body", Static).update(self._text())

    def action_send(self) -> None:
        """Send the URL to the clipboard of the reader's terminal."""
        self.post_message(CopyWanted(self._content.url, "URL"))

    def _text(self) -> Text:
        content, surface = self._content, "surface"
        width, height = self.size.width - _FRAME_COLUMNS, self.size.height - _FRAME_ROWS
        quiet, link = self.painter.style("quiet", surface), self.painter.style("link.external", surface)
        time = f"  ▸ {content.time}" if content.time else ""
        title = Text(fit(content.title, width - len(time)), self.painter.style("header.title", surface))
        rows = [
            title.append(time, self.painter.style("moment", surface)),
            Text(content.url, link + Style(link=content.url), no_wrap=True, overflow="fold"),
        ]
        notes = [note for note in (content.reason, self._sent) if note]
        code = qr_lines(content.url, dark=self.painter.theme.dark)
        if code and len(rows) + len(notes) + len(code) <= height and cell_len(code[0]) <= width:
            rows += [Text(row, self.painter.style("qr")) for row in code]
        elif code:
            notes.append("The window is too small for the QR code.")
        return Text("\n").join([*rows, *(Text(fit(note, width), quiet) for note in notes)])
