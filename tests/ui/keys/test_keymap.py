"""The table of keys contradicts neither itself nor the program."""

from collections import Counter

import pytest

from dltui.ui.keys.key_names import key_name
from dltui.ui.keys.key_sequences import LETTER, KeySequences
from dltui.ui.keys.keymap import KEYMAP, PANES

_UNUSABLE = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+left_square_bracket"}
#: Panes whose bindings can be active at the same moment.
_TOGETHER = [
    ("reader", "app", "program"),
    ("tree", "list", "app", "program"),
    ("results", "list", "app", "program"),
    ("moments", "list", "app", "program"),
]


def _keys(pane):
    return [name.strip() for key in KEYMAP if key.pane == pane for name in key.keys.split(",")]


def test_ids_are_unique_and_belong_to_a_pane():
    assert not [name for name, count in Counter(key.id for key in KEYMAP).items() if count > 1]
    assert {key.pane for key in KEYMAP} == set(PANES)


@pytest.mark.parametrize("pane", PANES)
def test_a_pane_binds_no_key_twice(pane):
    assert not [name for name, count in Counter(_keys(pane)).items() if count > 1]


def test_no_key_is_one_that_terminals_cannot_send():
    assert not _UNUSABLE & {name for pane in PANES for name in _keys(pane)}


def test_a_key_that_multiplexers_own_has_a_second_one():
    owned = {"ctrl+a", "ctrl+b", "ctrl+p"}
    for key in KEYMAP:
        names = {name.strip() for name in key.keys.split(",")}
        assert not names or not names <= owned


@pytest.mark.parametrize("panes", _TOGETHER)
def test_no_sequence_hides_a_single_key(panes):
    names = [name for pane in panes for name in _keys(pane)]
    starts = {name.partition(" ")[0] for name in names if " " in name}
    assert not starts & set(names)


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("j,down", "j · ↓"),
        ("g g,home", "g g · Home"),
        ("ctrl+d", "^d"),
        ("alt+left", "Alt+←"),
        ("question_mark", "?"),
    ],
)
def test_keys_are_shown_as_people_read_them(keys, shown):
    assert key_name(keys) == shown


def test_sequences():
    keys = KeySequences()
    bound = {"g g", "g h", "j"}
    assert keys.feed("j", bound) is None
    assert keys.feed("g", bound) == ""
    assert keys.feed("g", bound) == "g g"
    assert keys.feed("g", bound) == ""
    assert keys.feed("x", bound) == ""
    assert keys.feed("x", bound) is None


def test_a_sequence_may_end_with_any_letter():
    keys = KeySequences()
    bound = {f"m {LETTER}", "m x", "j"}
    assert keys.feed("m", bound) == ""
    assert keys.feed("Q", bound) == f"m {LETTER}"
    assert keys.letter == "Q"
    assert keys.feed("m", bound) == ""
    assert keys.feed("x", bound) == "m x"
    for other in ("1", "escape", "apostrophe", "ctrl+a"):
        assert keys.feed("m", bound) == ""
        assert keys.feed(other, bound) == ""
