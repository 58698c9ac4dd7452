"""What the keys do here: made from the bindings themselves, so that it can't be wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len
from textual.screen import Screen
from textual.widget import Widget

from dltui.render.line import BLANK, Line, Span
from dltui.ui.dialog import Dialog
from dltui.ui.fit import fit
from dltui.ui.keymap import PANES, key_name
from dltui.ui.painter import Painter
from dltui.ui.row_list import RowList


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
    """The bindings that work on a screen now, grouped by pane; the focused one first."""
    keys: dict[str, list[str]] = {}
    does: dict[str, str] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.id is None or not active.enabled:
            continue
        keys.setdefault(binding.id, []).append(key_name(binding.key))
        does[binding.id] = binding.tooltip or binding.description
    rows: list[KeyHelp] = []
    groups = dict.fromkeys(name.partition(".")[0] for name in keys)
    for group in sorted(groups, key=list(PANES).index):
        rows += [KeyHelp("")] if rows else []
        rows.append(KeyHelp(PANES[group]))
        rows += [
            KeyHelp(group, " · ".join(names), does[name])
            for name, names in keys.items()
            if name.partition(".")[0] == group
        ]
    return rows


class HelpList(RowList):
    """The rows of the help."""

    surface = "surface"

    def __init__(self, painter: Painter, rows: Sequence[KeyHelp]) -> None:
        super().__init__(painter)
        self._rows = rows
        self._keys_width = min(26, max((cell_len(row.keys) for row in rows), default=0))

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
