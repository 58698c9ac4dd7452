"""The card that shows a URL where no browser can be opened: to click, to paste, or to photograph."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.strip import Strip
from textual.widget import Widget

from dltui.handoff.clipboard import clip
from dltui.render.line import BLANK, Line
from dltui.ui.keys.bindings import bindings_of
from dltui.ui.keys.key_names import key_name
from dltui.ui.messages import CopyWanted
from dltui.ui.parts.dialog import Dialog
from dltui.ui.parts.painter import Painter
from dltui.ui.program.card_lines import CardContent, card_lines

#: Rows that the rules above and below take.
_RULES = 2


class _CardBody(Widget):
    """The card's lines.

    Args:
        painter: draws.
        link: where the terminal should link the URL to.
    """

    def __init__(self, painter: Painter, link: str) -> None:
        super().__init__(id="card-body")
        self.painter = painter
        self._link = link
        self._lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self._lines = lines
        self.styles.height = len(lines)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one row (Line API)."""
        width = self.size.width
        line = self._lines[y] if y < len(self._lines) else BLANK
        draw = (
            self.painter.strip_of_page
            if any(span.role == "qr" for span in line.spans)
            else self.painter.strip
        )
        return draw(line, width, "surface", lambda _spot: self._link)


class UrlCard(Dialog[None]):
    """Covers the screen, so that nothing else stands on the URL's line when it is selected with the mouse."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("card")
    DEFAULT_CSS = """
    UrlCard { background: $background; }
    UrlCard > Vertical {
        width: 100%; border: none; border-top: solid $border; border-bottom: solid $border; padding: 0;
        border-subtitle-align: center;
    }
    """

    def __init__(
        self,
        painter: Painter,
        content: CardContent,
        environment: Mapping[str, str],
        *,
        has_blocks: bool = True,
    ) -> None:
        super().__init__(painter, "")
        self._has_blocks = has_blocks
        self._content = content
        self._note = clip(content.url, environment).message
        self._times_sent = 0

    def body(self) -> list[Widget]:
        """See Dialog."""
        return [_CardBody(self.painter, self._content.url)]

    def on_mount(self) -> None:
        """Send the URL to the clipboard at once."""
        self.action_send()

    def keys(self) -> str:
        """See Dialog; its own keys only. Rules without corners give their text no room of its own."""
        bound = [active.binding for active in self.active_bindings.values() if active.enabled]
        own = {binding.id: binding for binding in reversed(bound) if (binding.id or "").startswith("card.")}
        told = [f"{key_name(binding.key)} {binding.description}" for binding in reversed(own.values())]
        return f" {' · '.join(told)} "

    def on_resize(self) -> None:
        """The code is shown where it fits."""
        self._show()

    def repaint(self, painter: Painter) -> None:
        """See Dialog; a QR code is drawn in another way on another background."""
        super().repaint(painter)
        self.query_one(_CardBody).painter = painter
        self._show()

    def tell(self, sentence: str) -> None:
        """Say one sentence below the URL; how often it was sent, if that is what it says."""
        again = f" ×{self._times_sent}" if sentence == self._note and self._times_sent > 1 else ""
        self._note = sentence
        self._show(again)

    def action_send(self) -> None:
        """Send the URL to the clipboard of the reader's terminal."""
        self._times_sent += 1
        self.post_message(CopyWanted(self._content.url, "URL"))

    def _show(self, again: str = "") -> None:
        width, height = self.size.width, self.size.height - _RULES
        note, dark = f"{self._note}{again}", self.painter.theme.dark
        # There is none yet, or none any more, where something is told early or late.
        for body in self.query(_CardBody):
            lines = card_lines(self._content, note, width, height, dark=dark, has_blocks=self._has_blocks)
            body.show(lines)
