"""Messages that also reach the widget whose call caused them."""

from textual.message import Message
from textual.widget import Widget


class Announcer(Widget):
    """A widget that tells what happened to everybody above it. It stands last among the bases: CSS follows the first.

    Textual stops a message at the widget during whose work it was created. A screen that scrolls its reader wants to
    hear of that like of any other scrolling, so such a message is sent in the name of the widget it is about.
    """

    def announce(self, message: Message) -> None:
        """Post a message in this widget's own name."""
        self.post_message(message.set_sender(self))
