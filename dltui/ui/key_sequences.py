"""Keys pressed one after another: `g g`, `y y`, `z a`.

Textual binds single keys. A binding whose key is written with a space (`"g g"`) is a sequence: while its first key is
pending, the next key completes it or drops it. Help and key map show such bindings like all others.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(slots=True)
class KeySequences:
    """What was typed of a sequence so far.

    Attributes:
        pending: the first key, while the second is awaited; empty otherwise.
    """

    pending: str = ""

    def feed(self, key: str, bound: Iterable[str]) -> str | None:
        """Take one key.

        Args:
            key: Textual's name of the key.
            bound: all keys that are bound now, sequences written with a space.

        Returns:
            The sequence that is now complete; "" if the key was swallowed (it began or broke a sequence); None if
            the key is an ordinary one.
        """
        if self.pending:
            sequence = f"{self.pending} {key}"
            self.pending = ""
            return sequence if sequence in bound else ""
        if any(name.startswith(f"{key} ") for name in bound):
            self.pending = key
            return ""
        return None
