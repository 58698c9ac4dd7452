"""A server in the place of mpv."""

import asyncio
import json


class FakeMpv:
    """A server that speaks mpv's JSON IPC; what it says can be bent by the tests.

    Attributes:
        properties: what `get_property` answers; a missing one is unavailable.
        commands: every command received.
        silent: takes commands and answers nothing.
        noise: bytes sent before each answer.
        answers: replies (without the request's number) for commands by name.
    """

    def __init__(self, socket):
        self.socket = socket
        self.properties = {}
        self.commands = []
        self.silent = False
        self.noise = b""
        self.answers = {}
        self._writers = []
        self._server = None

    async def start(self):
        self._server = await asyncio.start_unix_server(self._serve, self.socket)

    async def say(self, message):
        for writer in self._writers:
            writer.write(message if isinstance(message, bytes) else json.dumps(message).encode() + b"\n")
            await writer.drain()

    async def die(self):
        if self._server:
            self._server.close()
            for writer in self._writers:
                writer.close()
            await self._server.wait_closed()
            self._server = None
            self.socket.unlink(missing_ok=True)

    async def _serve(self, reader, writer):
        self._writers.append(writer)
        try:
            while line := await reader.readline():
                request = json.loads(line)
                self.commands.append(request["command"])
                if not self.silent:
                    reply = {"request_id": request["request_id"], **self._answer(request["command"])}
                    writer.write(self.noise + json.dumps(reply).encode() + b"\n")
        except ConnectionError:
            pass
        finally:
            writer.close()

    def _answer(self, command):
        name = command["name"] if isinstance(command, dict) else command[0]
        if name in self.answers:
            return self.answers[name]
        if name == "get_property":
            if command[1] not in self.properties:
                return {"error": "property unavailable"}
            return {"error": "success", "data": self.properties[command[1]]}
        if name == "loadfile":
            self.properties["path"] = command["url"]
        if name == "seek":
            self.properties["time-pos"] = command[1]
        return {"error": "success", "data": None}

    def named(self, name):
        return [c for c in self.commands if (c["name"] if isinstance(c, dict) else c[0]) == name]


async def wait_for(condition):
    """Until the other side has done its part."""
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - there is nothing to be told by
            await asyncio.sleep(0.005)
