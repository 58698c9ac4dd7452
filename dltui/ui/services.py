"""What the interface is given to work with; put together by whoever starts it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dltui.library.shelf import Shelf
from dltui.library.themes import Themes
from dltui.model.location import Location
from dltui.render.settings import LayoutSettings
from dltui.state.store import StateStore
from dltui.ui.keys.own_keys import OwnKeys, own_keys
from dltui.ui.terminal.curtain import CurtainFile

if TYPE_CHECKING:
    from dltui.handoff.opener import Opener
    from dltui.handoff.player import Player
    from dltui.search.index import SearchIndex


_GIVEN_KEYS = own_keys({})
_GIVEN_LAYOUT = LayoutSettings(air=1)


@dataclass(frozen=True, slots=True)
class Services:
    """Everything the screens use.

    Attributes:
        start: where to open the library; None for its home.
        themes: all there are; a theme's file is read when it is first asked for.
        open_index: opens the search index; raises DltuiError while there is none.
        indexer: the argument list that brings the index up to date; empty for never.
        opener: makes what hands URLs over; asked when the first one leaves.
        environment: the variables that tell where the program runs.
        player: makes the local player; None for mpv as it is installed.
        exports: the folder for exported moments; None for nowhere.
        keys: the table with the user's own keys in it.
        layout: how articles are laid out to begin with.
        has_all_letters: whether the terminal is written to in an encoding that has more than a few letters.
        curtain: where the picture for the next start is kept; None for nowhere.
        notices: what went wrong on the way here, one sentence each.
    """

    shelf: Shelf
    start: Location | None
    themes: Themes
    open_index: "Callable[[], SearchIndex]"
    indexer: Sequence[str]
    opener: "Callable[[], Opener]"
    environment: Mapping[str, str]
    state: StateStore
    player: "Callable[[], Player] | None" = None
    exports: Path | None = None
    keys: OwnKeys = _GIVEN_KEYS
    layout: LayoutSettings = _GIVEN_LAYOUT
    has_all_letters: bool = True
    curtain: CurtainFile | None = None
    notices: tuple[str, ...] = ()
