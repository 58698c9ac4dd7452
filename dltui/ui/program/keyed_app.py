"""From a key to what it is bound to: sequences, the guide to them, the help and the palette."""

from textual import events
from textual.app import App
from textual.timer import Timer

from dltui.ui.keys.key_sequences import LETTER, KeySequences, follow_ups
from dltui.ui.parts.painter import Painter

#: How long somebody may hesitate after the first key of a sequence before they are told what can follow.
_GUIDE_SECONDS = 0.3


class KeyedApp(App[None]):
    """An app whose keys may be sequences. A screen that can show what may follow has a method `guide`."""

    painter: Painter

    def __init__(self) -> None:
        super().__init__()
        self._sequences = KeySequences()
        self._hesitation: Timer | None = None

    async def on_event(self, event: events.Event) -> None:
        """Run what a key is bound to before the next key is looked at.

        Textual asks the focused widget first and comes back for the bindings later; the letters of a quick typist
        would still go to the pane that has just been left.
        """
        if isinstance(event, events.Key) and not event.is_forwarded and not self.takes_letters:
            bound = self.screen.active_bindings
            key = self._sequences.feed(event.key, bound)
            self._guide()
            key = event.key if key is None else key
            if key in bound and bound[key].enabled:
                action = bound[key].binding.action.replace(LETTER, self._sequences.letter)
                await self.run_action(action, bound[key].node)
                return
            if not key:
                return
        await super().on_event(event)

    @property
    def takes_letters(self) -> bool:
        """Whether what has the focus wants letters as letters."""
        return bool(getattr(self.focused, "takes_letters", False))

    def action_help(self) -> None:
        """The keys of the pane that has the focus."""
        from dltui.ui.program.help_screen import HelpScreen, help_rows

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.painter, help_rows(self.screen)))

    def action_palette(self) -> None:
        """Everything that keys do here, by name."""
        from dltui.ui.parts.pick_screen import Picks, PickScreen
        from dltui.ui.program.palette import Command, commands

        if isinstance(self.screen, PickScreen):
            return
        found = commands(self.screen)
        picks = Picks.of(found, lambda command: command.does, lambda command: command.keys)

        def run(command: Command | None) -> None:
            if command is not None:
                self.call_later(self.run_action, command.action, command.node)

        self.push_screen(PickScreen(self.painter, "What to do", lambda: picks), run)

    def _guide(self) -> None:
        """Say what can follow if nothing does for a while."""
        if self._hesitation is not None:
            self._hesitation.stop()
            self._hesitation = None
            self._show_guide()
        if self._sequences.pending:
            self._hesitation = self.set_timer(_GUIDE_SECONDS, self._show_guide)

    def _show_guide(self) -> None:
        first = self._sequences.pending
        bound = {key: active.binding for key, active in self.screen.active_bindings.items() if active.enabled}
        if callable(guide := getattr(self.screen, "guide", None)):
            guide(first, follow_ups(first, bound) if first else [])
