"""What the user has set; everything has a default, and nothing is needed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that stand in the user's file.

    Attributes:
        library: what to open when nothing is named; None for the bundled one.
        theme: the name of the one to begin with, until another is chosen; empty for the default.
        column: greatest width of running text in the reader, in cells.
        ascii_icons: marks, bars and tables are drawn with ASCII characters only.
        keys: ids of the table of keys to the keys that the user wants there, as written.
        open_command: the argument list that opens a URL, with `{url}`, `{video}`, `{seconds}` and `{title}`; empty
            for none.
        open_in_terminal: that command draws on the terminal, so the screen makes room for it.
        play_command: the local player and its options. One with `{url}` or `{video}` is any player; another one
            takes mpv's options.
        export_folder: where the interface puts what it exports; None for a folder of the program's own.
        problems: what was left out of the file, one sentence each.
    """

    library: Path | None = None
    theme: str = ""
    column: int = 72
    ascii_icons: bool = False
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    open_command: tuple[str, ...] = ()
    open_in_terminal: bool = False
    play_command: tuple[str, ...] = ("mpv",)
    export_folder: Path | None = None
    problems: tuple[str, ...] = ()
