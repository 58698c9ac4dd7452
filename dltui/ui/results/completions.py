"""How a query could go on, and which of the ways is being tried. No Textual here."""

from collections.abc import Sequence


class Completions:
    """Proposals for the query that was typed; trying one doesn't ask for others."""

    def __init__(self) -> None:
        self.typed = ""
        self.texts: Sequence[str] = ()
        #: Whether what was typed is likelier as it stands than gone on with.
        self._is_whole = False
        #: Which of the texts stands in the bar; -1 for what was typed.
        self.chosen = -1

    def propose(self, typed: str, texts: Sequence[str]) -> None:
        """Take the ways in which a text could go on; those of a text that is only being tried are left out."""
        if not self.is_trying(typed):
            self._is_whole = typed in texts[:1]
            self.typed, self.chosen = typed, -1
            self.texts = [text for text in texts if text != typed]

    def is_trying(self, text: str) -> bool:
        """Whether a text is one of the proposals, chosen just now."""
        return self.chosen >= 0 and self.texts[self.chosen] == text

    def next(self) -> str:
        """The next proposal, after the last one what was typed again."""
        self.chosen += 1
        if self.chosen >= len(self.texts):
            self.chosen = -1
        return self.texts[self.chosen] if self.chosen >= 0 else self.typed

    @property
    def ghost(self) -> str:
        """The first proposal that only adds to what was typed; empty for none."""
        longer = (text for text in self.texts if text.startswith(self.typed) and self.typed)
        return next(longer, "") if self.chosen < 0 and not self._is_whole else ""
