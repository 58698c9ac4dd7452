"""The table of keys as Textual's bindings."""

from textual.binding import Binding, BindingType

from dltui.ui.keys.keymap import KEYMAP


def bindings_of(pane: str) -> list[BindingType]:
    """The bindings of a pane, for its widget's BINDINGS."""
    return [
        Binding(
            key.keys,
            key.action,
            key.label,
            id=key.id,
            tooltip=key.does,
            show=key.shown,
            priority=key.id == "program.quit-now",
        )
        for key in KEYMAP
        if key.pane == pane
    ]
