"""How URLs and texts leave the screen: to a browser, to the clipboard, onto the card.

Imported when the first one leaves, so that the start doesn't pay for it.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from typing import Any, Protocol

from textual.screen import Screen

from dltui.handoff.clipboard import clip, hand_to_tmux
from dltui.handoff.launcher import run_in_terminal
from dltui.handoff.outcome import Outcome, Rung
from dltui.model.timestamp import clock
from dltui.model.video import Video
from dltui.ui.parts.painter import Painter
from dltui.ui.program.card_lines import CardContent
from dltui.ui.program.url_card import UrlCard
from dltui.ui.services import Services


class Host(Protocol):
    """What the way out needs of the app."""

    painter: Painter

    def tell(self, sentence: str) -> None:
        """Say one sentence to the person."""

    def write_raw(self, data: bytes) -> None:
        """Send an escape sequence past the compositor."""

    def open_url(self, url: str) -> None:
        """Open a URL in the browser that shows the program."""

    def suspend(self) -> AbstractContextManager[None]:
        """Give the terminal away."""

    def push_screen(self, screen: Screen[Any], callback: Callable[[Any], None]) -> object:
        """Show a dialog; the callback hears of its end."""

    def lend_mouse(self) -> None:
        """Leave the mouse to the terminal for a while."""

    def take_mouse_back(self) -> None:
        """Take it back."""

    def run_worker(self, work: Callable[[], object], *, thread: bool, group: str) -> object:
        """Do something in a thread."""

    def call_from_thread(self, callback: Callable[..., None], *arguments: Any) -> object:
        """Come back from a thread."""


class WayOut:
    """Hands over what an app's reader wants outside.

    Args:
        app: shows the card, gives its terminal away, tells how it went.
        services: the opener and the environment.
    """

    def __init__(self, app: Host, services: Services) -> None:
        self._app = app
        self._environment = services.environment
        self._opener = services.opener()
        self._has_blocks = services.has_all_letters

    def open_video(self, video: Video | None, seconds: int | None, title: str, *, card: bool) -> None:
        """Open a video at a second; `card` shows the card at once."""
        if video is None:
            self._app.tell("This article names no video.")
            return
        title, url = video.title or title, video.url(seconds)
        if card:
            self.show_card(url, title, seconds)
        else:
            self.open_url(url, title, seconds)

    def open_url(self, url: str, title: str, seconds: int | None = None) -> None:
        """Give a URL to the ladder; it may wait for a browser that fails, so it runs in a thread."""
        climb = partial(self._climb, url, title, seconds)
        self._app.run_worker(climb, thread=True, group="handoff")

    def copy(self, text: str, what: str) -> None:
        """Send a text to the clipboard of the reader's terminal."""
        prepared = clip(text, self._environment, what)
        self._app.write_raw(prepared.sequence)
        self._app.tell(prepared.message)
        if prepared.argv:
            self._app.run_worker(
                partial(hand_to_tmux, prepared, self._environment), thread=True, group="clipboard"
            )

    def _climb(self, url: str, title: str, seconds: int | None) -> None:
        """Runs in a thread."""
        outcome = self._opener.open(url, title=title)
        self._app.call_from_thread(self._arrived, outcome, title, seconds)

    def _arrived(self, outcome: Outcome, title: str, seconds: int | None) -> None:
        match outcome.rung:
            case Rung.CARD:
                self.show_card(outcome.url, title, seconds, outcome.message)
                return
            case Rung.PAGE:
                self._app.open_url(outcome.url)
            case Rung.CONSOLE:
                with self._app.suspend():
                    run_in_terminal(outcome.argv, self._environment)
            case _:
                pass
        self._app.tell(outcome.message)

    def show_card(self, url: str, title: str, seconds: int | None = None, reason: str = "") -> None:
        """Show the card of a URL that was checked; `reason` says why it is no browser."""
        time = "" if seconds is None else clock(seconds)
        content = CardContent(url, title, time, reason)
        card = UrlCard(self._app.painter, content, self._environment, has_blocks=self._has_blocks)
        # There is nothing to click on it but the URL: the terminal selects and follows it without a modifier.
        self._app.lend_mouse()
        self._app.push_screen(card, lambda _: self._app.take_mouse_back())
