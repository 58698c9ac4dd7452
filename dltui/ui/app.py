"""The application: themes, dialogs and the way out for URLs."""

from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import App
from textual.binding import BindingType

from dltui.model.video import Video
from dltui.ui.bindings import bindings_of
from dltui.ui.dialog import Dialog
from dltui.ui.hit_list import HitList
from dltui.ui.key_sequences import KeySequences
from dltui.ui.line_input import LineInput
from dltui.ui.main_screen import MainScreen
from dltui.ui.messages import CopyWanted, LinkFollowed, MomentSelected, ThemePreviewed
from dltui.ui.painter import Painter
from dltui.ui.services import Services
from dltui.ui.textual_theme import textual_theme

if TYPE_CHECKING:
    from dltui.ui.way_out import WayOut


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
        # Animation turns one page down into 200 kB on the line.
        self.animation_level = "none"
        self._use_theme(services.theme)

    def get_default_screen(self) -> MainScreen:
        """The library, at once: an empty screen before it would be painted too."""
        return MainScreen(self._services, self.painter)

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
        from dltui.ui.help_screen import HelpScreen, help_rows

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.painter, help_rows(self.screen)))

    # Themes

    def action_choose_theme(self) -> None:
        """Choose a theme with the screen as its preview."""
        from dltui.ui.theme_screen import ThemeScreen

        before = self.painter.theme.name
        themes = sorted(self._services.themes.all().values(), key=lambda theme: (not theme.dark, theme.title))
        self.push_screen(ThemeScreen(self.painter, themes), partial(self._keep_theme, before))

    @on(ThemePreviewed)
    def _preview_theme(self, message: ThemePreviewed) -> None:
        self._use_theme(message.name)

    def _keep_theme(self, before: str, chosen: str | None) -> None:
        self._use_theme(chosen or before)
        if chosen:
            self._services.state.theme = chosen

    def _use_theme(self, name: str) -> None:
        theme = self._services.themes.get(name)
        self.painter = Painter(theme)
        if name not in self.available_themes:
            self.register_theme(textual_theme(theme))
        self.theme = name
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen | Dialog):
                screen.repaint(self.painter)

    # The way out

    @cached_property
    def way_out(self) -> "WayOut":
        """How URLs and texts leave."""
        from dltui.ui.way_out import WayOut

        return WayOut(self, self._services)

    @on(MomentSelected)
    def _open_moment(self, message: MomentSelected) -> None:
        article = message.article
        seconds = message.timestamp.seconds if message.timestamp else None
        self.way_out.open_video(article.video, seconds, article.title, card=message.card)

    @on(HitList.VideoWanted)
    def _open_hit(self, message: HitList.VideoWanted) -> None:
        hit = message.hit
        video = Video(hit.video) if hit.video else None
        seconds = hit.moment.seconds if hit.moment else None
        self.way_out.open_video(video, seconds, hit.title, card=message.card)

    @on(LinkFollowed)
    def _open_link(self, message: LinkFollowed) -> None:
        self.way_out.open_url(message.url, message.text)

    @on(CopyWanted)
    def _copy(self, message: CopyWanted) -> None:
        self.way_out.copy(message.text, message.what)

    def tell(self, sentence: str) -> None:
        """Say one sentence in the last line of the main screen."""
        for screen in self.screen_stack:
            if isinstance(screen, MainScreen):
                screen.tell(sentence)

    def write_raw(self, data: bytes) -> None:
        """Send an escape sequence past the compositor; it moves no cursor and draws nothing."""
        if self._driver is not None and data:
            self._driver.write(data.decode("ascii"))
            self._driver.flush()
