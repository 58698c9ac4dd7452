"""Where the program runs, as its environment tells: over SSH, in a multiplexer, with a display."""

from collections.abc import Mapping
from enum import StrEnum

_DRIVER = "TEXTUAL_DRIVER"
_SSH_NAMES = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")


class Multiplexer(StrEnum):
    """What stands between the program and the terminal."""

    NONE = "none"
    TMUX = "tmux"
    SCREEN = "screen"
    UNKNOWN = "unknown"


def is_remote(environment: Mapping[str, str]) -> bool:
    """Whether the reader sits at another machine, connected over SSH."""
    return any(environment.get(name) for name in _SSH_NAMES)


def is_served(environment: Mapping[str, str]) -> bool:
    """Whether the program is shown in a web browser, by textual-serve or the like, and has no terminal at all."""
    return environment.get(_DRIVER, "").startswith("textual.drivers.web_driver")


def has_display(environment: Mapping[str, str]) -> bool:
    """Whether an X or Wayland display is named."""
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def multiplexer(environment: Mapping[str, str]) -> Multiplexer:
    """The innermost multiplexer.

    `UNKNOWN` is one that only `TERM=screen…` tells of: GNU screen or tmux at the reader's end of an SSH line,
    where `TMUX` and `STY` stay behind.
    """
    term = environment.get("TERM", "")
    in_tmux = bool(environment.get("TMUX"))
    in_screen = bool(environment.get("STY"))
    if in_tmux and in_screen:
        # Both are inherited by the inner one; only screen prefixes the outer terminal's name with its own.
        return Multiplexer.SCREEN if term.startswith("screen.") else Multiplexer.TMUX
    if in_tmux or (term.startswith("tmux") and not in_screen):
        return Multiplexer.TMUX
    if in_screen:
        return Multiplexer.SCREEN
    return Multiplexer.UNKNOWN if term.startswith("screen") else Multiplexer.NONE
