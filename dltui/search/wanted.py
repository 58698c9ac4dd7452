"""The words a query wants: what lights up in a snippet, a heading or a title."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word of the query as it may stand in a text.

    Attributes:
        forms: folded words, any of which is it.
        prefix: every word that begins so is it too; empty for none.
        run: a run of an unspaced script, found anywhere in a word; empty for none.
    """

    forms: frozenset[str]
    prefix: str = ""
    run: str = ""

    def fits(self, word: str) -> bool:
        """Whether a folded word is it, or holds it."""
        if word in self.forms or (self.prefix and word.startswith(self.prefix)):
            return True
        return bool(self.run) and self.run in word

    def stands_in(self, words: str) -> bool:
        """Whether it is among the words of a text, as `comparable` gives them."""
        if self.prefix and f" {self.prefix}" in words:
            return True
        if self.run:
            return self.run in words
        return not self.forms.isdisjoint(words.split())

    @property
    def needle(self) -> str:
        """What `comparable` text holds wherever this stands in it: a quick first look."""
        if self.run:
            return self.run
        forms = sorted({*self.forms, self.prefix} if self.prefix else self.forms)
        first, last = forms[0], forms[-1]
        length = next(
            (at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), None
        )
        return f" {first[: min(len(first), len(last)) if length is None else length]}"


def terms_of(wanted: Iterable[Wanted]) -> tuple[str, ...]:
    """The words to light in an article, each once."""
    return tuple(dict.fromkeys(term for item in wanted for term in sorted(item.forms) or [item.run]))
