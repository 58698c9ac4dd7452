"""What leaves the screen: URLs, texts, what the local player is to play; and the mouse, if the terminal wants it."""

import os
from collections.abc import Callable, Coroutine
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from textual.driver import Driver

from dltui.model.video import Video
from dltui.ui.keys.key_names import key_name
from dltui.ui.program.keyed_app import KeyedApp

if TYPE_CHECKING:
    from dltui.handoff.playback import Playback
    from dltui.model.article import Article
    from dltui.model.timestamp import Timestamp
    from dltui.ui.messages import CopyWanted, LinkFollowed, MomentSelected, PlayWanted
    from dltui.ui.moments.listening import Listening
    from dltui.ui.program.way_out import WayOut
    from dltui.ui.results.hit_list import HitList
    from dltui.ui.services import Services
    from dltui.ui.terminal.click_driver import ClickDriver


class OutgoingApp(KeyedApp):
    """An app that hears what its screens want outside, and sees to it.

    Args:
        prepare: makes the services.
    """

    #: The reader selects text by itself.
    ALLOW_SELECT = False

    def __init__(self, prepare: "Callable[[], Services]") -> None:
        super().__init__()
        self._prepare = prepare
        self._lent_by: ClickDriver | None = None

    @cached_property
    def services(self) -> "Services":
        """What the screens work with."""
        return self._prepare()

    def write_raw(self, data: bytes) -> None:
        """Send an escape sequence past the compositor; it moves no cursor and draws nothing."""
        if self._driver is not None and data:
            self._driver.write(data.decode("ascii"))
            self._driver.flush()

    @cached_property
    def way_out(self) -> "WayOut":
        """How URLs and texts leave."""
        from dltui.ui.program.way_out import WayOut

        return WayOut(self, self.services)

    @cached_property
    def listening(self) -> "Listening":
        """The local player."""
        from dltui.handoff.player import Player
        from dltui.ui.moments.listening import Listening

        make, environment = self.services.player, self.services.environment
        return Listening(make() if make else Player(environment), self.tell, self._hear)

    async def on_unmount(self) -> None:
        """A player plays on after the program."""
        if "listening" in self.__dict__:
            await self.listening.let_go()

    @property
    def is_listening(self) -> bool:
        """Whether the local player plays; nothing of it is imported before it was asked for."""
        return "listening" in self.__dict__ and self.listening.is_on

    def on_play_wanted(self, message: "PlayWanted") -> None:
        """Play the video of an article at a moment; close the player if it plays."""
        video, timestamp = self._video_of(message.article, message.timestamp), message.timestamp
        if self.is_listening:
            self._listen(self.listening.stop())
        elif video is None:
            self.tell("This article names no video.")
        else:
            self._listen(self.listening.play(video.id, (timestamp.seconds if timestamp else None) or 0))

    def on_moment_selected(self, message: "MomentSelected") -> None:
        """Open the video of an article at a moment."""
        article = message.article
        seconds = message.timestamp.seconds if message.timestamp else None
        video = self._video_of(article, message.timestamp)
        self._open_video(video, seconds, article.title, card=message.card)

    def on_hit_list_video_wanted(self, message: "HitList.VideoWanted") -> None:
        """Open the video of a hit at its moment."""
        hit = message.hit
        seconds = hit.moment.seconds if hit.moment else None
        video = Video(hit.moment_video) if hit.moment_video else None
        self._open_video(video, seconds, hit.title, card=message.card)

    def _video_of(self, article: "Article", timestamp: "Timestamp | None") -> Video | None:
        """The video of a moment, with its title where the library knows that."""
        video = article.video_of(timestamp.stamp if timestamp else None)
        if video is None or video is article.video:
            return video
        return self.services.shelf.catalogue.video(video.id) or replace(video, title=f"video {video.id}")

    def _open_video(self, video: Video | None, seconds: int | None, title: str, *, card: bool) -> None:
        """Give a video to a browser, or to the local player while that plays."""
        if video is not None and not card and self.is_listening:
            self._listen(self.listening.play(video.id, seconds or 0))
        else:
            self.way_out.open_video(video, seconds, title, card=card)

    def _listen(self, work: Coroutine[None, None, None]) -> None:
        self.run_worker(work, group="player", exclusive=True)

    def _hear(self, playback: "Playback | None") -> None:
        """Tell every screen that can follow where the local player is."""
        for screen in self.screen_stack:
            if callable(heard := getattr(screen, "heard", None)):
                heard(playback)

    def on_link_followed(self, message: "LinkFollowed") -> None:
        """Open a link that leads out of the library."""
        if message.card:
            self.way_out.show_card(message.url, message.text)
        else:
            self.way_out.open_url(message.url, message.text)

    def on_copy_wanted(self, message: "CopyWanted") -> None:
        """Send a text to the clipboard."""
        self.way_out.copy(message.text, message.what)

    def tell(self, sentence: str) -> None:
        """Say one sentence on the topmost screen that has a place for it."""
        for screen in reversed(self.screen_stack):
            if callable(tell := getattr(screen, "tell", None)):
                tell(sentence)
                return

    def action_suspend_process(self) -> None:
        """Go back to the shell; a terminal's own first program has none, and nobody would ever wake it."""
        if os.name == "posix" and os.getpgrp() == os.getsid(0):
            self.tell("No shell is waiting for the program to be suspended.")
        else:
            super().action_suspend_process()

    def action_help_quit(self) -> None:
        """Whoever presses Ctrl-C wants out (Textual binds it, and would say so in a box that isn't shown here)."""
        quits = (
            key_name(key)
            for key, active in self.active_bindings.items()
            if active.binding.id == "program.quit-now"
        )
        self.tell(f"{next(quits, 'Ctrl-Q')} quits.")

    # The mouse

    def get_driver_class(self) -> type[Driver]:
        """Textual's choice, with a mouse that costs less where that is ours to say."""
        chosen = super().get_driver_class()
        if chosen.__module__ != "textual.drivers.linux_driver":
            return chosen
        from dltui.ui.terminal.click_driver import ClickDriver

        return ClickDriver

    def lend_mouse(self) -> None:
        """Leave the mouse to the terminal for a while, if the program has it."""
        from dltui.ui.terminal.click_driver import ClickDriver

        if isinstance(self._driver, ClickDriver) and self._driver.has_mouse:
            self._driver.release_mouse()
            self._lent_by = self._driver

    def take_mouse_back(self) -> None:
        """Take the mouse back, if it was lent."""
        if self._lent_by is not None:
            self._lent_by.take_mouse()
            self._lent_by = None

    def action_toggle_mouse(self) -> None:
        """Leave the mouse to the terminal, or take it back."""
        from dltui.ui.terminal.click_driver import ClickDriver

        driver = self._driver
        if not isinstance(driver, ClickDriver):
            self.tell("The mouse can't be released here.")
        elif driver.has_mouse:
            driver.release_mouse()
            self.tell("The mouse is the terminal's: select and follow links its way. M takes it back.")
        else:
            driver.take_mouse()
            self.tell("The mouse is back: clicks, the wheel and dragging work here.")
