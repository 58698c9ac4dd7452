"""Keys as people read them, for the key bar and the help."""

from textual.binding import Binding
from textual.keys import format_key

_NAMES = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "⇧Tab",
    "backspace": "Backspace",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
}


def key_name(key: str) -> str:
    """One key or sequence as people read it: `question_mark` is `?`, `ctrl+o` is `^o`, `g g` stays.

    Args:
        key: Textual's name, or several separated by a space for a sequence.
    """
    return " ".join(_single(part) for part in key.split(" "))


def _single(key: str) -> str:
    if key in _NAMES:
        return _NAMES[key]
    if key.startswith("ctrl+"):
        return f"^{_single(key.removeprefix('ctrl+'))}"
    if key.startswith("alt+"):
        return f"Alt+{_single(key.removeprefix('alt+'))}"
    return format_key(key)


def binding_keys(binding: Binding) -> list[str]:
    """All keys of a binding as people read them, in the order they are written."""
    return [key_name(key.strip()) for key in binding.key.split(",")]
