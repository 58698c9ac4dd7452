"""Names of keys: Textual's, and what people call them. No Textual here."""

import unicodedata

from dltui.ui.keys.key_sequences import LETTER

#: What people call a key that Textual calls otherwise.
_SHOWN = {
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
    "f1": "F1",
    "full_stop": ".",
    "comma": ",",
    "slash": "/",
    "backslash": "\\",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "apostrophe": "'",
    LETTER: "a…z",
    "minus": "-",
    "plus": "+",
    "equals_sign": "=",
    "colon": ":",
}
_BY_SHOWN = {shown.lower(): name for name, shown in _SHOWN.items()}
#: What Textual calls a character by another name than Unicode does.
_SHORTER = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
_LONGER = {short: name for name, short in _SHORTER.items()}
_WITHOUT_CHARACTER = frozenset({"delete", "insert", *(f"f{number}" for number in range(1, 25))})
_MODIFIERS = frozenset({"ctrl", "alt", "shift", "meta", "super"})


def key_name(keys: str) -> str:
    """Keys as people read them: `question_mark` is `?`, `ctrl+o` is `^o`, several are joined by ` · `."""
    return " · ".join(" ".join(_single(part) for part in key.strip().split(" ")) for key in keys.split(","))


def textual_name(written: str) -> str | None:
    """What Textual calls a key that people write as `?`, `PgDn`, `ctrl+o` or `^o`; None for what is no key."""
    if written.startswith("^") and len(written) > 1:
        written = f"ctrl+{written[1:]}"
    *modifiers, key = written.rsplit("+", 1) if len(written) > 1 and written[-1] != "+" else [written]
    if len(written) > 2 and written.endswith("++"):
        modifiers, key = [written[:-2]], "+"
    names = modifiers[0].split("+") if modifiers else []
    named = _character_name(key) if len(key) == 1 else _known_name(key)
    return "+".join([*names, named]) if named and set(names) <= _MODIFIERS else None


def _known_name(key: str) -> str | None:
    name = _BY_SHOWN.get(key.lower(), key.lower())
    return name if name in _SHOWN or name in _WITHOUT_CHARACTER or _character(name) else None


def _character_name(character: str) -> str | None:
    if character.isalnum():
        return character
    if character == " ":
        return "space"
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _SHORTER.get(name, name) or None


def _character(name: str) -> str:
    """The character that Textual calls so; empty for none."""
    try:
        character = unicodedata.lookup(_LONGER.get(name, name).replace("_", " ").upper())
    except KeyError:
        return ""
    return character if character.isprintable() else ""  # DELETE is the name of a control character too


def _single(key: str) -> str:
    if key in _SHOWN:
        return _SHOWN[key]
    modifier, plus, rest = key.partition("+")
    if not plus:
        return key if len(key) == 1 else _character(key) or key.capitalize()
    return f"^{_single(rest)}" if modifier == "ctrl" else f"{modifier.capitalize()}+{_single(rest)}"
