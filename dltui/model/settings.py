"""What the user has set; everything has a default, and nothing is needed."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that stand in the user's file.

    Attributes:
        open_command: the argument list that opens a URL, with `{url}`, `{video}`, `{seconds}` and `{title}`; empty
            for none.
        open_in_terminal: that command draws on the terminal, so the screen makes room for it.
        play_command: the local player and its options. One with `{url}` or `{video}` is any player; another one
            takes mpv's options.
        export_folder: where the interface puts what it exports; None for a folder of the program's own.
        problems: what was left out of the file, one sentence each.
    """

    open_command: tuple[str, ...] = ()
    open_in_terminal: bool = False
    play_command: tuple[str, ...] = ("mpv",)
    export_folder: Path | None = None
    problems: tuple[str, ...] = ()
