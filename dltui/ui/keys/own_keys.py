"""The user's own keys: checked against the table before any of them is used. No Textual here."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dltui.model.clean import clean_line
from dltui.ui.keys.key_names import key_name, textual_name
from dltui.ui.keys.key_sequences import LETTER
from dltui.ui.keys.keymap import KEYMAP, Key

#: A terminal sends the same byte for these as for Tab, Enter, Backspace and Escape.
_SAME_BYTE = {
    "ctrl+i": "Tab",
    "ctrl+m": "Enter",
    "ctrl+h": "Backspace",
    "ctrl+left_square_bracket": "Esc",
}
#: Panes whose keys work beside those of every other pane, and those that work beside some.
_EVERYWHERE = frozenset({"app", "program"})
_BESIDE = {
    "list": frozenset({"tree", "results", "moments", "dialog"}),
    "dialog": frozenset({"card", "peek", "line"}),
}

_TABLE = {key.id: key for key in KEYMAP}


class OwnKeys(NamedTuple):
    """What became of the user's keys.

    Attributes:
        keymap: the whole table, with the user's keys where they can be used.
        changed: ids of the table to keys, as Textual wants them.
        problems: a sentence for each entry that was refused; the old keys stay there.
    """

    keymap: Sequence[Key]
    changed: Mapping[str, str]
    problems: Sequence[str]


class _RefusedError(Exception):
    """Keys that can't be used; the sentence says why."""


def own_keys(wanted: Mapping[str, Sequence[str]]) -> OwnKeys:
    """Put the user's keys into the table.

    Args:
        wanted: ids of the table to keys, as people write them: `?`, `ctrl+o`, `g g`, `PgDn`.
    """
    changed: dict[str, str] = {}
    problems: list[str] = []
    for name, keys in wanted.items():
        try:
            changed[name] = _readable(name, keys)
        except _RefusedError as error:
            problems.append(f"keys: `{clean_line(name)[:60]}`: {error}.")
    # All at once, so that two can change places; one that is refused may be in the way of another then.
    while clash := next(_clashes(_with(changed), changed), None):
        name, why = clash
        del changed[name]
        problems.append(f"keys: `{name}`: {why}.")
    return OwnKeys(tuple(_with(changed).values()), changed, tuple(problems))


def _with(changed: Mapping[str, str]) -> dict[str, Key]:
    return {name: key._replace(keys=changed.get(name, key.keys)) for name, key in _TABLE.items()}


def _readable(name: str, keys: Sequence[str]) -> str:
    """The keys for an entry of the table, in Textual's names."""
    if name not in _TABLE:
        raise _RefusedError("there is no such entry; `dltui keys` lists them")
    takes_letter = LETTER in _TABLE[name].keys
    return ",".join(_sequence(key, takes_letter=takes_letter) for key in keys)


def _sequence(written: str, *, takes_letter: bool) -> str:
    """One key, or one sequence; where any letter completes it, only the first key is the user's to choose."""
    parts = written.split()
    if not parts or len(parts) > 2:
        raise _RefusedError(f"“{clean_line(written)[:40]}” is neither a key nor a sequence of two")
    names = [textual_name(part) or "" for part in parts]
    for name, part in zip(names, parts, strict=True):
        if not name:
            raise _RefusedError(f"“{clean_line(part)[:40]}” is no key")
        if name in _SAME_BYTE:
            raise _RefusedError(f"“{clean_line(part)[:40]}” is the same to a terminal as {_SAME_BYTE[name]}")
    return f"{names[0]} {LETTER}" if takes_letter else " ".join(names)


def _clashes(table: Mapping[str, Key], changed: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The changed keys that already do something in the same pane or begin a sequence there, each with the reason."""
    for name in changed:
        for other in table.values():
            if other.id == name or not _are_together(table[name].pane, other.pane):
                continue
            for mine in _split(table[name]):
                if any(_is_same(mine, theirs) for theirs in _split(other)) and not _shadows(name, other.id):
                    yield name, f"“{key_name(mine)}” is taken by `{other.id}`, {other.does}"


def _are_together(pane: str, other: str) -> bool:
    """Whether the keys of two panes work at the same time."""
    return (
        pane == other
        or bool(_EVERYWHERE & {pane, other})
        or other in _BESIDE.get(pane, ())
        or pane in _BESIDE.get(other, ())
    )


def _split(key: Key) -> Iterator[str]:
    return (one.strip() for one in key.keys.split(","))


def _is_same(mine: str, theirs: str) -> bool:
    """Whether one of two keys or sequences would keep the other from being typed."""
    (first, *then), (other, *other_then) = mine.split(), theirs.split()
    if first != other:
        return False
    return not then or not other_then or then == other_then or LETTER in (*then, *other_then)


def _shadows(name: str, other: str) -> bool:
    """Whether the table itself lets one of the two take a key over from the other, as a dialog takes `q`."""
    mine, theirs = set(_split(_TABLE[name])), set(_split(_TABLE[other]))
    return _TABLE[name].pane != _TABLE[other].pane and bool(mine & theirs)
