"""The last line of the screen: what the keys do here, and how things stand."""

from collections.abc import Container, Sequence
from typing import Any

from rich.cells import cell_len
from textual.reactive import reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from dltui.render.line import Line, Span
from dltui.ui.keys.key_names import key_name
from dltui.ui.parts.fit import fit, gap
from dltui.ui.parts.painter import Painter


class KeyBar(Widget):
    """Keys of the focused pane left, the status right; a notice takes the place of the keys for a while."""

    DEFAULT_CSS = "KeyBar { dock: bottom; height: 1; }"

    status: reactive[str] = reactive("")
    notice: reactive[str] = reactive("")
    keys: reactive[tuple[tuple[str, str], ...]] = reactive(())

    def __init__(self, painter: Painter) -> None:
        super().__init__()
        self.painter = painter

    def repaint(self, painter: Painter) -> None:
        """Draw in another theme."""
        self.painter = painter
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line (Line API)."""
        width = self.size.width
        status = fit(self.status, max(0, width - 2))
        room = width - cell_len(status) - 2
        spans = (
            [Span(f" {fit(self.notice, room - 1)}", "bar.notice")] if self.notice else self._key_spans(room)
        )
        used = sum(cell_len(span.text) for span in spans) + cell_len(status) + 1
        line = Line((*spans, Span(gap(used, width), "text"), Span(f"{status} ", "bar.status")))
        return self.painter.strip(line, width, "bar" if y == 0 else "")

    def _key_spans(self, room: int) -> list[Span]:
        spans: list[Span] = []
        for key, does in self.keys:
            taken = [Span(f" {key}", "bar.key"), Span(f" {does} ", "bar.text")]
            room -= sum(cell_len(span.text) for span in taken)
            if room < 0:
                break
            spans += taken
        return spans


def shown_keys(
    screen: Screen[Any], always: Sequence[str] = (), idle: Container[str] = ()
) -> tuple[tuple[str, str], ...]:
    """The bindings of the focused widget that want to be shown, nearest first, then those asked for by id.

    Args:
        screen: whose active bindings are looked at.
        always: binding ids that close the list, even where they are not marked to be shown.
        idle: binding ids that are left out, because their keys have nothing to do just now.
    """
    seen: dict[str, tuple[str, str]] = {}
    last: dict[str, tuple[str, str]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if not active.enabled or not binding.description or binding.id in idle:
            continue
        entry = (key_name(binding.key), binding.description)
        if binding.id in always:
            last.setdefault(binding.id or "", entry)
        elif binding.show:
            seen.setdefault(binding.action, entry)
    return (*seen.values(), *(last[name] for name in always if name in last))
