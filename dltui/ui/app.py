"""The application: themes, dialogs and the way out for URLs."""

from functools import partial
from typing import ClassVar

from textual import events, on, work
from textual.app import App
from textual.binding import BindingType

from dltui.handoff.clipboard import clip, hand_to_tmux
from dltui.handoff.launcher import run_in_terminal
from dltui.handoff.outcome import Outcome, Rung
from dltui.model.timestamp import clock
from dltui.model.video import Video
from dltui.ui.article_messages import CopyWanted, LinkFollowed, MomentSelected
from dltui.ui.bindings import bindings_of
from dltui.ui.dialog import Dialog
from dltui.ui.help_screen import HelpScreen, help_rows
from dltui.ui.hit_list import HitList
from dltui.ui.key_sequences import KeySequences
from dltui.ui.line_input import LineInput
from dltui.ui.main_screen import MainScreen
from dltui.ui.painter import Painter
from dltui.ui.services import Services
from dltui.ui.textual_theme import textual_theme
from dltui.ui.theme_screen import ThemeScreen
from dltui.ui.url_card import CardContent, UrlCard


class DltuiApp(App[None]):
    """Owns what outlives a screen: the theme, the services, the pending key of a sequence."""

    TITLE = "dltui"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("program")

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._sequences = KeySequences()
        for theme in services.themes.values():
            self.register_theme(textual_theme(theme))
        self.painter = Painter(services.themes[services.theme])
        # Animation turns one page down into 200 kB on the line.
        self.animation_level = "none"
        self.theme = services.theme

    def on_mount(self) -> None:
        """Show the library."""
        self.push_screen(MainScreen(self._services, self.painter))

    # Keys

    async def on_event(self, event: events.Event) -> None:
        """Let sequences such as `g g` take their keys before anything else sees them."""
        if isinstance(event, events.Key) and not event.is_forwarded and not self._takes_letters:
            bound = self.screen.active_bindings
            taken = self._sequences.feed(event.key, bound)
            if taken is not None:
                if taken:
                    await self.run_action(bound[taken].binding.action, bound[taken].node)
                return
        await super().on_event(event)

    @property
    def _takes_letters(self) -> bool:
        """Whether what has the focus wants letters as letters."""
        return isinstance(self.focused, LineInput) or getattr(self.focused, "takes_letters", False)

    def action_leave(self) -> None:
        """Quit; dialogs bind the same key to closing themselves."""
        self.exit()

    def action_redraw(self) -> None:
        """Draw everything anew, after something else wrote on the terminal."""
        self.refresh(layout=True)

    def action_help(self) -> None:
        """The keys of the pane that has the focus."""
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.painter, help_rows(self.screen)))

    # Themes

    def action_choose_theme(self) -> None:
        """Choose a theme with the screen as its preview."""
        before = self.painter.theme.name
        themes = sorted(self._services.themes.values(), key=lambda theme: (not theme.dark, theme.title))
        self.push_screen(ThemeScreen(self.painter, themes), partial(self._keep_theme, before))

    @on(ThemeScreen.Previewed)
    def _preview_theme(self, message: ThemeScreen.Previewed) -> None:
        self._use_theme(message.name)

    def _keep_theme(self, before: str, chosen: str | None) -> None:
        self._use_theme(chosen or before)
        if chosen:
            self._services.state.theme = chosen

    def _use_theme(self, name: str) -> None:
        self.painter = Painter(self._services.themes[name])
        self.theme = name
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen | Dialog):
                screen.repaint(self.painter)

    # URLs

    @on(MomentSelected)
    def _open_moment(self, message: MomentSelected) -> None:
        timestamp = message.timestamp
        self._open_video(
            message.article.video,
            timestamp.seconds if timestamp else None,
            message.article.title,
            card=message.card,
        )

    @on(HitList.VideoWanted)
    def _open_hit(self, message: HitList.VideoWanted) -> None:
        hit = message.hit
        video = Video(hit.video) if hit.video else None
        self._open_video(video, hit.moment.seconds if hit.moment else None, hit.title, card=message.card)

    def _open_video(self, video: Video | None, seconds: int | None, title: str, *, card: bool) -> None:
        if video is None:
            self._tell("This article names no video.")
            return
        title, url = video.title or title, video.url(seconds)
        if card:
            self._show_card(url, title, seconds, "")
        else:
            self._hand_over(url, title, seconds)

    @on(LinkFollowed)
    def _open_link(self, message: LinkFollowed) -> None:
        self._hand_over(message.url, message.text, None)

    @on(CopyWanted)
    def _copy(self, message: CopyWanted) -> None:
        environment = self._services.environment
        prepared = clip(message.text, environment, message.what)
        self._write_raw(prepared.sequence)
        self._tell(prepared.message)
        if prepared.argv:
            self.run_worker(partial(hand_to_tmux, prepared, environment), thread=True, group="clipboard")

    @work(thread=True, group="handoff")
    def _hand_over(self, url: str, title: str, seconds: int | None) -> None:
        """Give a URL to the ladder; it may wait for a browser that fails, so it runs in a thread."""
        outcome = self._services.opener.open(url, title=title)
        self.call_from_thread(self._handed_over, outcome, title, seconds)

    def _handed_over(self, outcome: Outcome, title: str, seconds: int | None) -> None:
        match outcome.rung:
            case Rung.CARD:
                self._show_card(outcome.url, title, seconds, outcome.message)
                return
            case Rung.PAGE:
                self.open_url(outcome.url)
            case Rung.CONSOLE:
                with self.suspend():
                    run_in_terminal(outcome.argv, self._services.environment)
            case _:
                pass
        self._tell(outcome.message)

    def _show_card(self, url: str, title: str, seconds: int | None, reason: str) -> None:
        time = "" if seconds is None else clock(seconds)
        self.push_screen(
            UrlCard(self.painter, CardContent(url, title, time, reason), self._services.environment)
        )

    def _tell(self, sentence: str) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                screen.tell(sentence)

    def _write_raw(self, data: bytes) -> None:
        """Send an escape sequence past the compositor; it moves no cursor and draws nothing."""
        if self._driver is not None and data:
            self._driver.write(data.decode("ascii"))
            self._driver.flush()
