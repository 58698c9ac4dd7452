"""Text to the reader's own clipboard, through the terminal (OSC 52), also from the far end of an SSH line."""

import base64
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dltui.handoff.browsers import find_program
from dltui.handoff.session import Multiplexer, multiplexer
from dltui.model.clean import clean

MAX_BYTES = 74_994
"""The longest text: terminals with a limit take sequences of 100,000 bytes, a third of which is base64's."""

_SCREEN_CHUNK = 240
_ESC = b"\x1b"
_ST = b"\x1b\\"
_BEL = b"\x07"
_NO_TERMINAL = frozenset({"", "dumb", "linux"})
_TMUX_ARGUMENTS = ("load-buffer", "-w", "-")
_TMUX_SECONDS = 1.0

Run = Callable[[tuple[str, ...], bytes, Mapping[str, str]], bool]


@dataclass(frozen=True, slots=True)
class Clip:
    """A text on its way to the clipboard.

    Attributes:
        text: clean; what the reader will paste.
        sequence: for the terminal, to be written as it is; empty where none can carry the text.
        argv: the command that takes the text on its standard input inside tmux, where the sequence gets lost
            under the default configuration; empty elsewhere.
        message: one sentence. It says "sent": no terminal tells whether the text arrived.
    """

    text: str
    sequence: bytes
    argv: tuple[str, ...]
    message: str

    @property
    def sent(self) -> bool:
        """Whether there is any way to send it."""
        return bool(self.sequence or self.argv)


def clip(text: str, environment: Mapping[str, str], what: str = "URL") -> Clip:
    """Prepare a text for the clipboard; `what` it is, for the message."""
    text = clean(text)
    if len(text.encode()) > MAX_BYTES:
        return Clip(text, b"", (), f"The {what} is too long for a terminal's clipboard.")
    sequence = clipboard_sequence(text, environment)
    argv: tuple[str, ...] = ()
    if multiplexer(environment) is Multiplexer.TMUX and environment.get("TMUX"):
        tmux = find_program("tmux", environment)
        argv = (tmux, *_TMUX_ARGUMENTS) if tmux else ()
    if not sequence and not argv:
        return Clip(text, b"", (), "This terminal has no clipboard to send to.")
    return Clip(text, sequence, argv, f"The {what} was sent to your clipboard.")


def clipboard_sequence(text: str, environment: Mapping[str, str]) -> bytes:
    """OSC 52 with a text, wrapped so that tmux or GNU screen hands it on.

    Returns:
        Bytes for the terminal; empty where the text is longer than `MAX_BYTES` or the terminal takes none.
    """
    data = clean(text).encode()
    if len(data) > MAX_BYTES or environment.get("TERM", "") in _NO_TERMINAL:
        return b""
    # BEL, not ST: inside screen's wrapping an ST would end the wrapping.
    sequence = _ESC + b"]52;c;" + base64.b64encode(data) + _BEL
    match multiplexer(environment):
        case Multiplexer.TMUX:
            return _ESC + b"Ptmux;" + sequence.replace(_ESC, _ESC * 2) + _ST
        case Multiplexer.SCREEN:
            return _through_screen(sequence)
        case Multiplexer.UNKNOWN:
            # tmux ignores screen's wrapping and may take the bare one; screen shows the rest of one too long.
            return _through_screen(sequence) + (sequence if len(sequence) <= _SCREEN_CHUNK else b"")
        case _:
            return sequence


def hand_to_tmux(clip: Clip, environment: Mapping[str, str], run: Run | None = None) -> bool:
    """Run the clip's command, if it has one. Blocks for a second at most.

    Returns:
        Whether tmux took the text. The sequence may be written all the same: it carries the same text.
    """
    return bool(clip.argv) and (run or _run)(clip.argv, clip.text.encode(), environment)


def _through_screen(sequence: bytes) -> bytes:
    """In pieces that every version of screen has room for; the terminal sees them joined."""
    pieces = (sequence[start : start + _SCREEN_CHUNK] for start in range(0, len(sequence), _SCREEN_CHUNK))
    return b"".join(_ESC + b"P" + piece + _ST for piece in pieces)


def _run(argv: tuple[str, ...], data: bytes, environment: Mapping[str, str]) -> bool:
    try:
        ended = subprocess.run(
            argv,
            input=data,
            env=dict(environment),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_TMUX_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return ended.returncode == 0
