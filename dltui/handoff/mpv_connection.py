"""A connection to a running mpv: requests with answers in time, whatever comes back."""

import asyncio
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Self

from dltui.handoff.mpv_message import (
    GONE,
    SILENT,
    Command,
    Event,
    LineSplitter,
    Reply,
    encode_request,
    parse_message,
)

_READ_BYTES = 1 << 16


class MpvConnection:
    """Speaks mpv's JSON IPC over an open socket; see `open`.

    Attributes:
        ended: why the last file ended (`eof`, `error`, `stop`, `quit`, …); empty while one is playing.
    """

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, reply_seconds: float
    ) -> None:
        self.ended = ""
        self._writer = writer
        self._reply_seconds = reply_seconds
        self._numbers = count(1)
        self._waiting: dict[int, asyncio.Future[Reply]] = {}
        self._task = asyncio.create_task(self._listen(reader))

    @classmethod
    async def open(cls, socket: Path, reply_seconds: float) -> Self:
        """Connect to the socket that mpv listens on.

        Args:
            socket: its path.
            reply_seconds: how long mpv may take for each answer.

        Raises:
            OSError: nobody listens there.
        """
        reader, writer = await asyncio.open_unix_connection(socket)
        return cls(reader, writer, reply_seconds)

    @property
    def alive(self) -> bool:
        """Whether mpv is still at the other end."""
        return not self._task.done()

    async def request(self, command: Command) -> Reply:
        """Send a command and wait for its reply; `SILENT` or `GONE` where none comes."""
        if not self.alive:
            return GONE
        number = next(self._numbers)
        answer: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
        self._waiting[number] = answer
        try:
            async with asyncio.timeout(self._reply_seconds):
                self._writer.write(encode_request(number, command))
                await self._writer.drain()
                return await answer
        except TimeoutError:
            return SILENT
        except OSError:
            return GONE
        finally:
            del self._waiting[number]

    async def close(self) -> None:
        """Leave mpv alone; it plays on."""
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task
        self._writer.close()
        with suppress(OSError):
            await self._writer.wait_closed()

    async def _listen(self, reader: asyncio.StreamReader) -> None:
        splitter = LineSplitter()
        try:
            while data := await reader.read(_READ_BYTES):
                for line in splitter.feed(data):
                    self._take(line)
        except OSError:
            pass  # mpv died with the line open: the same as its hanging up
        finally:
            for answer in self._waiting.values():
                if not answer.done():
                    answer.set_result(GONE)

    def _take(self, line: bytes) -> None:
        message = parse_message(line)
        if isinstance(message, Event):
            self._note(message)
        elif message is not None:
            answer = self._waiting.get(message[0])
            if answer and not answer.done():
                answer.set_result(message[1])

    def _note(self, event: Event) -> None:
        if event.name == "end-file":
            self.ended = event.reason or "unknown"
        elif event.name in {"start-file", "file-loaded"}:
            self.ended = ""
