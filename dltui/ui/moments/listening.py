"""Hearing the video while reading: the local player, and where it is. No Textual here."""

import asyncio
from collections.abc import Callable

from dltui.handoff.outcome import Rung
from dltui.handoff.playback import Playback, PlayerState
from dltui.handoff.player import Player

#: How often the player is asked where it is; a sentence takes longer.
ASK_SECONDS = 0.4
_OVER = (PlayerState.OFF, PlayerState.ENDED, PlayerState.FAILED, PlayerState.GONE)


class Listening:
    """Plays videos and tells where the player is, until it is closed or stopped.

    Args:
        player: does nothing until it is asked for.
        tell: says one sentence to the person.
        hear: takes where the player is, a few times a second; None when it is over.
    """

    def __init__(
        self, player: Player, tell: Callable[[str], None], hear: Callable[[Playback | None], None]
    ) -> None:
        self._player = player
        self._tell = tell
        self._hear = hear
        self._playback: Playback | None = None

    @property
    def is_on(self) -> bool:
        """Whether a video is being played."""
        return self._playback is not None

    async def play(self, video: str, seconds: int) -> None:
        """Play a video from a second on, and follow it to its end; seek where it is being played already.

        A call that is cancelled stops following and nothing else.
        """
        outcome = await self._player.play(video, seconds)
        self._tell(outcome.message)
        if outcome.rung is not Rung.PLAYER and not self.is_on:
            return
        while (playback := await self._player.playback()).state not in _OVER:
            if playback.message and playback != self._playback:
                self._tell(playback.message)
            self._note(playback)
            await asyncio.sleep(ASK_SECONDS)
        if playback.message:
            self._tell(playback.message)
        await self._end()

    async def stop(self) -> None:
        """Close the player."""
        await self._player.quit()
        self._tell("The player is closed.")
        await self._end()

    async def let_go(self) -> None:
        """Forget the player, which plays on; the next program finds it."""
        await self._player.close()

    async def _end(self) -> None:
        await self._player.close()
        self._note(None)

    def _note(self, playback: Playback | None) -> None:
        self._playback = playback
        self._hear(playback)
