"""Everything that keys do on a screen, to be chosen by name."""

from typing import Any, NamedTuple

from textual.binding import ActiveBinding
from textual.dom import DOMNode
from textual.screen import Screen

from dltui.ui.keys.key_names import key_name
from dltui.ui.keys.key_sequences import LETTER
from dltui.ui.keys.keymap import KEYMAP, PANES
from dltui.ui.program.help_screen import in_order

#: What nobody chooses by name: moving by lines and pages, and the palette itself.
_IN_THE_FINGERS = ("scroll_", "move(", "page(", "palette")


class Command(NamedTuple):
    """Something a key does.

    Attributes:
        does: a sentence part, with the pane it works in.
        keys: as people read them.
        action: Textual's name of it.
        node: whose action it is.
    """

    does: str
    keys: str
    action: str
    node: DOMNode


def commands(screen: Screen[Any]) -> list[Command]:
    """What works on a screen now, the focused pane first; what needs a letter typed after it is left out."""
    active: dict[str, list[ActiveBinding]] = {}
    for written, bound in screen.active_bindings.items():
        if bound.enabled and bound.binding.id and LETTER not in written:
            active.setdefault(bound.binding.id, []).append(bound)
    found: list[Command] = []
    for pane in PANES:
        for key in KEYMAP:
            if key.pane == pane and key.id in active and not key.action.startswith(_IN_THE_FINGERS):
                bound = active[key.id][0]
                does = f"{key.does[0].upper()}{key.does[1:]}"
                keys = key_name(",".join(in_order(key, [one.binding.key for one in active[key.id]])))
                found.append(Command(does, keys, bound.binding.action, bound.node))
    return found
