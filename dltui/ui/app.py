"""The application: the curtain, the themes, the keys of sequences, and what the screen shows already.

It imports little: what a screen needs is imported behind the curtain, see `curtain`.
"""

import asyncio
import signal
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from rich.console import RenderableType
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset
from textual.screen import Screen

from dltui.errors import DltuiError
from dltui.model.theme import Theme
from dltui.ui.keys.bindings import bindings_of
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.textual_theme import textual_theme
from dltui.ui.parts.themed_stylesheet import ThemedStylesheet
from dltui.ui.program.collecting import Collecting
from dltui.ui.program.outgoing_app import OutgoingApp
from dltui.ui.terminal.curtain import Curtain, CurtainScreen, picture_of
from dltui.ui.terminal.shown_cells import ShownCells
from dltui.ui.terminal.whole_strips import free_whole_strips

if TYPE_CHECKING:
    from dltui.ui.messages import ThemePreviewed
    from dltui.ui.screen.main_screen import MainScreen
    from dltui.ui.services import Services


#: After which the first screen stands as it will at the next start.
_SETTLED_SECONDS = 0.7
#: How long the panes get to lay themselves out behind the curtain, so that no half-drawn one is seen.
_VEIL_SECONDS = 0.05
#: How often they get that long while they say that they aren't ready.
_VEIL_TRIES = 4
_PANES = "panes"


class DltuiApp(OutgoingApp):
    """Owns what outlives a screen: the theme, the services, the pending key of a sequence.

    Args:
        prepare: makes the services; called behind the curtain if there is one, else at once.
        theme: the one to begin with.
        curtain: the picture to begin with; None for the panes themselves.

    Raises:
        DltuiError: from `prepare`.
    """

    TITLE = "dltui"
    CSS_PATH: ClassVar = ["panes.tcss", "colours.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("program")

    def __init__(
        self, prepare: "Callable[[], Services]", theme: Theme, curtain: Curtain | None = None
    ) -> None:
        free_whole_strips()
        super().__init__(prepare)
        self.stylesheet = ThemedStylesheet(variables=self.get_css_variables())
        self._curtain = curtain
        self._shown = ShownCells()
        self._collecting = Collecting(self.set_timer, lambda: not getattr(self.screen, "index_status", ""))
        self._pressed = self._veiled = False
        self._cursor_shown: Offset | None = None
        self._pointer = "default"
        #: What went wrong behind the curtain, for whoever runs the app.
        self.failure: DltuiError | None = None
        # Animation turns one page down into 200 kB on the line.
        self.animation_level = "none"
        self.use_theme(theme)
        if curtain is None:
            self.services  # noqa: B018 -- what is wrong is said before the screen opens

    def get_default_screen(self) -> Screen[None]:
        """The curtain, or the panes at once: an empty screen before them would be painted too."""
        return CurtainScreen(self._curtain) if self._curtain else self._main_screen()

    def on_mount(self) -> None:
        """With the curtain painted, import the rest."""
        # Textual draws after its own `suspend`, but nothing after a `fg`.
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw())
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self.leave)
        if self._curtain:
            self.call_after_refresh(self._raise_curtain)
        self.set_timer(_SETTLED_SECONDS, self._settled)

    def _settled(self) -> None:
        """The start is over; what the screen shows now is the picture for the next one."""
        self._collecting.begin()
        if self.screen_stack and not self._pressed and not self.keep_curtain():
            self.set_timer(_SETTLED_SECONDS, self._settled)

    def keep_curtain(self) -> bool:
        """Keep a picture of the screen for the next start, if it will look like this then; whether it will."""
        file, picture = self.services.curtain, getattr(self.screen, "picture", None)
        rows = picture() if callable(picture) else None
        if file is None:
            return True
        if rows is None:
            return False
        file.keep(Curtain(self.painter.theme.name, picture_of(rows)))
        self.services.themes.keep(self.painter.theme.name)
        return True

    def leave(self) -> None:
        """Quit in order, remembering the place."""
        if "services" in self.__dict__ and not isinstance(self.screen, CurtainScreen):
            for screen in self.screen_stack:
                if callable(leave := getattr(screen, "leave", None)):
                    leave()
            self.keep_curtain()
        self.exit()

    async def action_quit(self) -> None:
        """Quit from anywhere."""
        self.leave()

    async def _raise_curtain(self) -> None:
        try:
            screen = self._main_screen()
        except DltuiError as error:
            self.failure = error
            self.exit()
            return
        self._veiled = True
        # In a stack of their own the panes have nothing below them that would be laid out with them.
        self.add_mode(_PANES, lambda: screen)
        await self.switch_mode(_PANES)
        self.set_timer(_VEIL_SECONDS, self._lift_veil)

    def _lift_veil(self, tries: int = _VEIL_TRIES) -> None:
        """The panes are laid out: from here on they are what is seen. What they share with the curtain isn't sent."""
        if not self.screen_stack:  # quit behind the veil
            return
        if tries and getattr(self.screen, "is_filling", False):
            self.set_timer(_VEIL_SECONDS, partial(self._lift_veil, tries - 1))
            return
        self._veiled = False
        self.screen.refresh()

    def _main_screen(self) -> "MainScreen":
        self.set_keymap(self.services.keys.changed)
        self.painter.ascii_marks = self.services.layout.ascii_icons
        from dltui.ui.screen.main_screen import MainScreen

        return MainScreen(self.services, self.painter)

    # What goes to the terminal

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Send what changes only (Textual's own method: there is no public one before the bytes)."""
        if self._veiled:
            return
        if renderable is not None and not self._batch_count and screen is self.screen:
            news = self._shown.only_news(renderable, self.console)
            # The hidden cursor tells input methods where somebody types; elsewhere nobody looks for it.
            if not news and (self.cursor_position == self._cursor_shown or not self.takes_letters):
                return
            self._cursor_shown = self.cursor_position
            renderable = cast("RenderableType", news)
        super()._display(screen, renderable)

    def _set_pointer_shape(self, shape: str) -> None:
        """Tell the terminal of another pointer only (Textual's own method: every screen begins by telling of none)."""
        if shape != self._pointer:
            self._pointer = shape
            super()._set_pointer_shape(shape)

    # Keys

    async def on_event(self, event: events.Event) -> None:
        """See KeyedApp; whatever is typed changes what the next start will look like, and so does the size."""
        if isinstance(event, events.InputEvent):
            self._pressed = True
            self._collecting.note_activity()
        if isinstance(event, events.Resize):
            self._shown.forget()
        await super().on_event(event)

    def action_leave(self) -> None:
        """Quit; dialogs bind the same key to closing themselves."""
        self.leave()

    def action_redraw(self) -> None:
        """Draw everything anew, after something else wrote on the terminal."""
        self._shown.forget()
        self.refresh(layout=True)

    # Themes

    def action_choose_theme(self) -> None:
        """Choose a theme with the screen as its preview."""
        from dltui.ui.parts.theme_screen import ThemeScreen

        before = self.painter.theme.name
        themes = sorted(self.services.themes.all().values(), key=lambda theme: (not theme.dark, theme.title))
        self.push_screen(ThemeScreen(self.painter, themes), partial(self._keep_theme, before))

    def on_theme_previewed(self, message: "ThemePreviewed") -> None:
        """Show a theme while the reader looks around."""
        self.use_theme(self.services.themes.get(message.name))

    def use_theme(self, theme: Theme) -> None:
        """Draw everything in a theme."""
        self.painter = Painter(
            theme,
            hyperlinks=self.painter.hyperlinks if self.is_running else False,
            ascii_marks=self.painter.ascii_marks if self.is_running else False,
        )
        if theme.name not in self.available_themes:
            self.register_theme(textual_theme(theme))
        self.theme = theme.name

    def refresh_css(self, animate: bool = True) -> None:
        """See App; what paints itself does so in the same pass."""
        super().refresh_css(animate)
        for screen in self.screen_stack:
            if callable(repaint := getattr(screen, "repaint", None)):
                repaint(self.painter)

    def _keep_theme(self, before: str, chosen: str | None) -> None:
        themes = self.services.themes
        self.use_theme(themes.get(chosen or before))
        if chosen:
            self.services.state.theme = chosen
            themes.keep(chosen)
