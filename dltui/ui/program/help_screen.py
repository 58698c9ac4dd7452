"""What the keys do here: made from the bindings themselves, so that it can't be wrong."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from rich.cells import cell_len
from textual.screen import Screen
from textual.widget import Widget

from dltui.render.line import BLANK, Line, Span
from dltui.ui.keys.key_names import key_name
from dltui.ui.keys.keymap import KEYMAP, PANES, Key
from dltui.ui.parts.dialog import Dialog
from dltui.ui.parts.fit import fit, wrap
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.row_list import RowList

_WIDEST_KEYS = 26
_AROUND_KEYS = 5
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class KeyHelp:
    """One row of the help.

    Attributes:
        group: the pane it belongs to; a row without keys is the group's title.
        keys: as people read them.
    """

    group: str
    keys: str = ""
    does: str = ""


def help_rows(screen: Screen[Any]) -> list[KeyHelp]:
    """What works on a screen now, pane by pane, the focused one first; keys that were taken over are left out."""
    active: dict[str, list[str]] = {}
    for key, bound in screen.active_bindings.items():
        if bound.enabled and bound.binding.id:
            active.setdefault(bound.binding.id, []).append(key)
    rows: list[KeyHelp] = []
    for pane, title in PANES.items():
        keys = [key for key in KEYMAP if key.pane == pane and key.id in active]
        if keys:
            rows += [KeyHelp(""), KeyHelp(title)] if rows else [KeyHelp(title)]
            rows += [
                KeyHelp(pane, key_name(",".join(in_order(key, active[key.id]))), key.does) for key in keys
            ]
    return rows


def in_order(key: Key, active: list[str]) -> list[str]:
    """The active keys of a binding, the ones of the table first and as they stand there."""
    written = [name.strip() for name in key.keys.split(",")]
    return [name for name in written if name in active] or active


class HelpList(RowList):
    """The rows of the help, each as high as what it says takes."""

    surface = "surface"

    def __init__(self, painter: Painter, rows: Sequence[KeyHelp]) -> None:
        super().__init__(painter)
        self._rows = rows
        self._widest = min(_WIDEST_KEYS, max((cell_len(row.keys) for row in rows), default=0))
        self._tops: list[int] = [0]
        self._tops_at = -1

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 -- Textual's signature
        """There is nothing to open here."""
        return action != "choose"

    @property
    def row_count(self) -> int:
        """See RowList."""
        return len(self._rows)

    def top_of(self, index: int) -> int:
        """See RowList."""
        return self._tops_now()[index]

    def index_at(self, y: int) -> int:
        """See RowList."""
        return bisect_right(self._tops_now(), y) - 1

    def row_line(self, index: int, part: int, width: int) -> Line:
        """See RowList."""
        row = self._rows[index]
        if not row.group:
            return BLANK
        if not row.keys:
            return Line((Span(f" {row.group}", "help.group"),))
        width = self._width()
        column = self._keys_width(width)
        keys = "" if part else fit(row.keys, column)
        padded = f"   {keys}{' ' * (column - cell_len(keys))}  "
        return Line((Span(padded, "help.key"), Span(self._said(row, width)[part], "text")))

    def _width(self) -> int:
        """The cells of a row beside the scrollbar, also while there is none: how high the rows are decides about it."""
        return max(0, self.size.width - 1)

    def _keys_width(self, width: int) -> int:
        """The cells of the keys: never so many that what they do has no room."""
        return min(self._widest, width // 3)

    def _said(self, row: KeyHelp, width: int) -> list[str]:
        return wrap(row.does, width - self._keys_width(width) - _AROUND_KEYS, _MOST_LINES)

    def _tops_now(self) -> list[int]:
        """The first screen row of each row at this width, and the one behind the last."""
        width = self._width()
        if width != self._tops_at:
            heights = (len(self._said(row, width)) for row in self._rows)
            self._tops, self._tops_at = list(accumulate(heights, initial=0)), width
        return self._tops


class HelpScreen(Dialog[None]):
    """The help for the pane that had the focus."""

    DEFAULT_CSS = """
    HelpScreen > Vertical { width: 84; height: 90%; }
    """

    def __init__(self, painter: Painter, rows: Sequence[KeyHelp]) -> None:
        super().__init__(painter, "Keys")
        self._rows = rows

    def body(self) -> list[Widget]:
        """See Dialog."""
        return [HelpList(self.painter, self._rows)]
