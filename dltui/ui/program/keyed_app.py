"""From a key to what it is bound to: sequences, the guide to them, the help and the palette."""

import asyncio
from contextlib import suppress

from textual import events
from textual.app import App
from textual.timer import Timer

from dltui.ui.keys.key_sequences import LETTER, KeySequences, follow_ups
from dltui.ui.parts.painter import Painter

#: How long somebody may hesitate after the first key of a sequence before they are told what can follow.
_GUIDE_SECONDS = 0.3
#: How long a key waits at most for what the one before it began.
_PATIENCE_SECONDS = 1.0
#: How many turns the widgets get to work off their messages, and after how many without any they have.
_MOST_TURNS = 200
_RESTS = 3
#: What moves within a pane: no other one takes the next key after that, so it need not wait.
_STAYING = ("scroll_", "move", "page", "next_", "top", "bottom")


class KeyedApp(App[None], inherit_css=False):
    """An app whose keys may be sequences. A screen that can show what may follow has a method `guide`."""

    DEFAULT_CSS = "KeyedApp { color: $foreground; background: $background; }"

    painter: Painter

    def __init__(self) -> None:
        super().__init__()
        self._sequences = KeySequences()
        self._hesitation: Timer | None = None
        #: Whether the last key began something that may still be under way.
        self._is_asked = False

    async def on_event(self, event: events.Event) -> None:
        """Run what a key is bound to before the next key is looked at.

        Textual asks the focused widget first and comes back for the bindings later, behind what was typed meanwhile:
        the letters of a quick typist would still go to the pane that has just been left.
        """
        if isinstance(event, events.InputEvent) and not await self._stands():
            return
        if isinstance(event, events.Key) and not event.is_forwarded:
            await self._catch_up()
            if await self._run_bound(event):
                return
        await super().on_event(event)

    async def _stands(self) -> bool:
        """Wait for the screen to be put together, for whoever types before it is; whether there is one to type in."""
        if not self.screen.is_mounted:
            with suppress(TimeoutError):
                async with asyncio.timeout(_PATIENCE_SECONDS):
                    await self.screen._mounted_event.wait()  # noqa: SLF001 -- Textual tells it nowhere else
        return not self._exit and self.screen.is_mounted

    async def _run_bound(self, event: events.Key) -> bool:
        """Run what a key is bound to, or take it as a part of a sequence; whether nobody else needs to see it."""
        if self.takes_letters and event.is_printable:
            return False
        bound = self.screen.active_bindings
        key = event.key
        if self.takes_letters:
            if key not in bound:
                return False
            await self._let_work()  # on the letters before it
        else:
            found = self._sequences.feed(event.key, bound)
            self._guide()
            key = event.key if found is None else found
        if not key:
            return True
        if key not in bound or not bound[key].enabled:
            return False
        action = bound[key].binding.action.replace(LETTER, self._sequences.letter)
        self._is_asked = not action.startswith(_STAYING)
        await self.run_action(action, bound[key].node)
        return True

    async def _catch_up(self) -> None:
        """Wait until what the last key began is done, as another pane may have the focus then.

        Over a slow line keys arrive in bursts. Whoever typed `Enter v` in the search bar meant the article with the
        `v`, also where the hit to open isn't found yet.
        """
        if not self._is_asked:
            return
        self._is_asked = False
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE_SECONDS):
                await self._let_work()
                if (about_to_open := getattr(self.screen, "about_to_open", None)) is not None:
                    await about_to_open.wait()
                    await self._let_work()

    async def _let_work(self) -> None:
        """Wait until the widgets have worked off their messages. One that is being handled is in no queue any more."""
        rests = 0
        for _ in range(_MOST_TURNS):
            await asyncio.sleep(0)
            nodes = (self.screen, *self.screen.walk_children())
            rests = 0 if any(node.message_queue_size for node in nodes) else rests + 1
            if rests == _RESTS:
                return

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
