"""Keys pressed one after another: `g g`, `y y`, `m` and any letter.

Textual binds single keys. A binding whose key is written with a space (`"g g"`) is a sequence: while its first key is
pending, the next key completes it or drops it. `"m <letter>"` takes any letter, which the binding's action gets in
place of `<letter>`. Help and key map show such bindings like all others.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

LETTER = "<letter>"


class Bound(Protocol):
    """A binding of Textual's, as far as it matters here."""

    @property
    def id(self) -> str | None:
        """As in the table of keys."""

    @property
    def description(self) -> str:
        """One or two words."""


class FollowUp(NamedTuple):
    """What a second key would do.

    Attributes:
        key: Textual's name of the key, or `LETTER`.
        label: one or two words.
        id: of the binding.
    """

    key: str
    label: str
    id: str = ""


@dataclass(slots=True)
class KeySequences:
    """What was typed of a sequence so far.

    Attributes:
        pending: the first key, while the second is awaited; empty otherwise.
        letter: the letter that completed the last sequence with `LETTER`.
    """

    pending: str = ""
    letter: str = ""

    def feed(self, key: str, bound: Iterable[str]) -> str | None:
        """Take one key.

        Args:
            key: Textual's name of the key.
            bound: all keys that are bound now, sequences written with a space.

        Returns:
            The sequence that is now complete, as it is bound; "" if the key was swallowed (it began or broke a
            sequence); None if the key is an ordinary one.
        """
        names = set(bound)
        if self.pending:
            first, self.pending = self.pending, ""
            if f"{first} {key}" in names:
                return f"{first} {key}"
            if len(key) == 1 and key.isalpha() and f"{first} {LETTER}" in names:
                self.letter = key
                return f"{first} {LETTER}"
            return ""
        if any(name.startswith(f"{key} ") for name in names):
            self.pending = key
            return ""
        return None


def follow_ups(first: str, bound: Mapping[str, Bound]) -> list[FollowUp]:
    """What the keys after a first one would do, in the order in which they are bound.

    Args:
        first: the pending key.
        bound: every key that is bound now, and to what.
    """
    starts = f"{first} "
    return [
        FollowUp(key.removeprefix(starts), binding.description, binding.id or "")
        for key, binding in bound.items()
        if key.startswith(starts)
    ]
