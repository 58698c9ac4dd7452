"""The local player: mpv, started or reused at a second, and asked how far it is."""

import asyncio
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from dltui.handoff.browsers import find_program
from dltui.handoff.command import Destination, fill_command, leads_there
from dltui.handoff.launcher import DetachedLauncher, Launcher, Process
from dltui.handoff.moment_url import MomentUrl, parse_moment_url
from dltui.handoff.mpv_connection import MpvConnection
from dltui.handoff.mpv_message import GONE, SILENT, Reply, seconds_of
from dltui.handoff.outcome import Outcome, Rung
from dltui.handoff.playback import LOADING, OFF, SILENT_PLAYER, Playback, PlayerState, after_the_end
from dltui.handoff.private_folder import make_private, runtime_folder
from dltui.handoff.refusal import Refusal
from dltui.handoff.session import has_display
from dltui.model.clean import clean_line
from dltui.model.timestamp import clock
from dltui.model.video import is_video_id, watch_url

_SOCKET = "mpv.sock"
_MAX_SOCKET_PATH = 100
_POLL_SECONDS = 0.05
_SOUND_ONLY = frozenset({"--no-video", "--vid=no", "--video=no"})


class Player:
    """Plays videos in mpv, without ever touching the terminal. Nothing runs until the first `play`.

    Args:
        environment: usually `os.environ`.
        command: mpv and its own options, or a player that takes mpv's. One with `{url}` or `{video}` in it is any
            player: it is started anew each time, and nothing is known of where it is.
        folder: for the socket; private to the reader. Its mpv is found again at the next start.
        platform: as `sys.platform` names it.
        launcher: what starts mpv.
        start_seconds: how long mpv may take to open its socket.
        reply_seconds: how long it may take for each answer.
    """

    def __init__(
        self,
        environment: Mapping[str, str],
        command: Sequence[str] = ("mpv",),
        *,
        folder: Path | None = None,
        platform: str = sys.platform,
        launcher: Launcher | None = None,
        start_seconds: float = 5.0,
        reply_seconds: float = 1.0,
    ) -> None:
        self._environment = environment
        self._command = tuple(command) or ("mpv",)
        self._name = clean_line(Path(self._command[0]).name)[:30]
        self._folder = folder
        self._platform = platform
        self._launcher = launcher or DetachedLauncher()
        self._start_seconds = start_seconds
        self._reply_seconds = reply_seconds
        self._connection: MpvConnection | None = None
        self._turn = asyncio.Lock()

    async def play(self, video: str, seconds: int) -> Outcome:
        """Play a video from a second on: seek if it is playing already, load it if mpv runs, else start mpv.

        Args:
            video: the id, from an article.
            seconds: whole seconds from the start of the video.
        """
        if not is_video_id(video) or seconds < 0:
            return _refused("That isn't a moment of a YouTube video.")
        if leads_there(self._command):
            return self._start_other(Destination(watch_url(video, seconds), video, seconds))
        async with self._turn:
            problem = self._socket_problem()
            if problem:
                return _refused(problem)
            if await self._connect():
                return await self._steer(video, seconds)
            return await self._start(video, seconds)

    async def playback(self) -> Playback:
        """Where the player is; ask a few times a second to read along. Never starts anything."""
        connection = self._connection
        if connection is None:
            return OFF
        position = await connection.request(["get_property", "time-pos"])
        if position is GONE:
            return after_the_end(connection.ended)
        if position is SILENT:
            return SILENT_PLAYER
        seconds = seconds_of(position.data) if position.ok else None
        if seconds is None:
            return after_the_end(connection.ended) if connection.ended else LOADING
        paused = await connection.request(["get_property", "pause"])
        state = PlayerState.PAUSED if paused.ok and paused.data is True else PlayerState.PLAYING
        return Playback(state, await self._video(connection), seconds)

    async def quit(self) -> None:
        """Close mpv, if it was asked for."""
        if self._connection:
            await self._connection.request(["quit"])
        await self.close()

    async def close(self) -> None:
        """Let go of mpv; it plays on, and the next `play` finds it."""
        connection, self._connection = self._connection, None
        if connection:
            await connection.close()

    @property
    def _socket(self) -> Path:
        return (self._folder or runtime_folder(self._environment)) / _SOCKET

    def _socket_problem(self) -> str:
        if self._platform == "win32":
            return "The player needs Unix sockets, which Windows doesn't have."
        if len(bytes(self._socket)) > _MAX_SOCKET_PATH:
            return "The path of the player's socket is too long for a socket."
        refusal = make_private(self._socket.parent)
        return refusal.message if refusal else ""

    async def _connect(self) -> bool:
        """Whether mpv is reached, over the open connection or a new one."""
        if self._connection and self._connection.alive:
            return True
        await self.close()
        try:
            self._connection = await MpvConnection.open(self._socket, self._reply_seconds)
        except OSError:
            return False
        return True

    async def _steer(self, video: str, seconds: int) -> Outcome:
        """Seek in the mpv that runs, or give it another video."""
        connection = self._connection
        if connection is None:
            return _refused(f"{self._name} was closed.")
        reply = Reply("other video")
        if await self._video(connection) == video:
            reply = await connection.request(["seek", seconds, "absolute"])
        url = watch_url(video, seconds)
        if not reply.ok and reply is not SILENT:
            # By name, since the options moved to another place in mpv 0.38.
            options = {"start": str(seconds)}
            reply = await connection.request(
                {"name": "loadfile", "url": url, "flags": "replace", "options": options}
            )
        if reply.ok:
            await connection.request(["set_property", "pause", False])
            return Outcome(Rung.PLAYER, f"{self._name} goes to {clock(seconds)}.", done=True, url=url)
        if reply is SILENT:
            return _refused(f"{self._name} runs but doesn't answer: close it and try again.")
        return _refused(f"{self._name} didn't take the video.")

    async def _start(self, video: str, seconds: int) -> Outcome:
        program = find_program(self._command[0], self._environment)
        if program is None:
            return _refused(f"{self._name} is not installed here; it is needed to play videos.")
        if not self._has_display():
            return _refused(f"There is no display for {self._name} here.")
        url = watch_url(video, seconds)
        # The start belongs to this file alone: as a general option it would hold for later ones too.
        per_file = ("--{", f"--start={seconds}", url, "--}")
        options = (f"--input-ipc-server={self._socket}", "--terminal=no")
        try:
            process = self._launcher.start(
                (program, *self._command[1:], *options, *per_file), self._environment
            )
        except (OSError, ValueError):
            return _refused(f"{self._name} can't be started.")
        return await self._started(process, seconds, url)

    def _start_other(self, destination: Destination) -> Outcome:
        """Start a player that isn't steered."""
        argv = fill_command(self._command, destination)
        if isinstance(argv, Refusal):
            return _refused(argv.message)
        program = find_program(argv[0], self._environment)
        if program is None:
            return _refused(f"{self._name} is not installed here; the settings name it as the player.")
        try:
            self._launcher.start((program, *argv[1:]), self._environment)
        except (OSError, ValueError):
            return _refused(f"{self._name} can't be started.")
        message = f"{self._name} opens the video at {clock(destination.seconds or 0)}."
        return Outcome(Rung.PLAYER, message, done=True, url=destination.url)

    async def _started(self, process: Process, seconds: int, url: str) -> Outcome:
        """Wait for the socket of an mpv just started, or for its end."""
        deadline = asyncio.get_running_loop().time() + self._start_seconds
        while not await self._connect():
            code = process.wait(0)
            if code is not None:
                return _refused(f"{self._name} ended at once, with exit code {code}.")
            if asyncio.get_running_loop().time() > deadline:
                message = f"{self._name} plays from {clock(seconds)}, but tells nothing: no reading along."
                return Outcome(Rung.PLAYER, message, done=True, url=url)
            await asyncio.sleep(_POLL_SECONDS)
        return Outcome(Rung.PLAYER, f"{self._name} opens the video at {clock(seconds)}.", done=True, url=url)

    async def _video(self, connection: MpvConnection) -> str:
        """The id of the YouTube video in the player; empty if there is none."""
        path = await connection.request(["get_property", "path"])
        named = parse_moment_url(path.data) if path.ok and isinstance(path.data, str) else None
        return named.video if isinstance(named, MomentUrl) else ""

    def _has_display(self) -> bool:
        """Whether a window can open. Without one mpv would draw over the console."""
        sound_only = not _SOUND_ONLY.isdisjoint(self._command)
        return sound_only or self._platform == "darwin" or has_display(self._environment)


def _refused(message: str) -> Outcome:
    return Outcome(Rung.REFUSED, message, done=True)
