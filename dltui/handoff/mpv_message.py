"""mpv's JSON IPC, one message a line: what is sent, and what any received bytes mean."""

import json
import math
from dataclasses import dataclass

MAX_LINE = 1 << 20
"""Bytes of a line that are kept; of a longer one nothing is."""

Command = list[str | float | bool] | dict[str, str | dict[str, str]]


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a request.

    Attributes:
        error: `success`, mpv's own word for what went wrong, or `silent` or `gone` where no answer came.
        data: what was asked for, of any JSON type.
    """

    error: str
    data: object = None

    @property
    def ok(self) -> bool:
        """Whether mpv did it."""
        return self.error == "success"


SILENT = Reply("silent")
GONE = Reply("gone")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in the player; `reason` is why a file ended."""

    name: str
    reason: str = ""


def encode_request(number: int, command: Command) -> bytes:
    """A command as a line. `number` comes back with the reply."""
    # mpv refuses surrogate pairs written as \u, so everything goes as UTF-8.
    line = json.dumps({"command": command, "request_id": number}, ensure_ascii=False)
    return line.encode("utf-8", "replace") + b"\n"


def parse_message(line: bytes) -> tuple[int, Reply] | Event | None:
    """A received line: a reply with the number of its request, an event, or None for anything else."""
    try:
        message = json.loads(line.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(message, dict):
        return None
    name = message.get("event")
    if isinstance(name, str):
        return Event(name, str(message.get("reason", ""))[:40])
    number, error = message.get("request_id"), message.get("error")
    if isinstance(number, int) and isinstance(error, str):
        return number, Reply(error, message.get("data"))
    return None


def seconds_of(data: object) -> float | None:
    """A position that a reply holds: finite and not negative; None for anything else."""
    if isinstance(data, bool) or not isinstance(data, int | float):
        return None
    try:
        seconds = float(data)
    except OverflowError:
        return None
    return max(0.0, seconds) if math.isfinite(seconds) else None


class LineSplitter:
    """Cuts a stream of bytes into lines, and keeps no more than `MAX_LINE` of one that doesn't end."""

    def __init__(self) -> None:
        self._rest = b""
        self._skipping = False

    def feed(self, data: bytes) -> list[bytes]:
        """The lines that end within `data`, without their newlines; ones too long are left out."""
        *lines, rest = (self._rest + data).split(b"\n")
        if lines and self._skipping:
            lines, self._skipping = lines[1:], False
        if len(rest) > MAX_LINE:
            rest, self._skipping = b"", True
        self._rest = rest
        return [line for line in lines if line and len(line) <= MAX_LINE]
