"""What the keys do here: made from the bindings themselves, so that it can't be wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from textual.screen import Screen
from textual.widget import Widget

from dltui.render.line import BLANK, Line, Span
from dltui.ui.keys.key_names import key_name
from dltui.ui.keys.keymap import KEYMAP, PANES, Key
from dltui.ui.parts.dialog import Dialog
from dltui.ui.parts.fit import fit
from dltui.ui.parts.painter import Painter
from dltui.ui.parts.row_list import RowList


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
    """The rows of the help."""

    surface = "surface"

    def __init__(self, painter: Painter, rows: Sequence[KeyHelp]) -> None:
        super().__init__(painter)
        self._rows = rows
        self._keys_width = min(26, max((cell_len(row.keys) for row in rows), default=0))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 -- Textual's signature
        """There is nothing to open here."""
        return action != "choose"

    @property
    def row_count(self) -> int:
        """See RowList."""
        return len(self._rows)

    def row_line(self, index: int, part: int, width: int) -> Line:  # noqa: ARG002 -- rows are one line high
        """See RowList."""
        row = self._rows[index]
        if not row.group:
            return BLANK
        if not row.keys:
            return Line((Span(f" {row.group}", "help.group"),))
        keys = fit(row.keys, self._keys_width)
        padded = f"   {keys}{' ' * (self._keys_width - cell_len(keys))}  "
        return Line((Span(padded, "help.key"), Span(fit(row.does, width - cell_len(padded)), "text")))


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
