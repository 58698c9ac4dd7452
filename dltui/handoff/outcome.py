"""What became of a URL that was to be opened, and what the caller still has to do."""

from dataclasses import dataclass
from enum import StrEnum


class Rung(StrEnum):
    """The steps of the ladder, in the order they are tried, and the two ends beside it."""

    COMMAND = "command"
    PAGE = "page"
    BROWSER = "browser"
    DESKTOP = "desktop"
    CARD = "card"
    CONSOLE = "console"
    PLAYER = "player"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a hand-over ended.

    Attributes:
        rung: `PAGE`: the caller calls its own `open_url(outcome.url)`. `CARD`: the caller shows the URL.
            `CONSOLE`: the caller gives the terminal away and runs `argv`. The others need nothing.
        message: one sentence for the status bar, without markup.
        done: False where the caller has something left to do.
        url: as it leaves; empty where it was refused.
        argv: for `CONSOLE`; never for a shell.
    """

    rung: Rung
    message: str
    done: bool
    url: str = ""
    argv: tuple[str, ...] = ()
