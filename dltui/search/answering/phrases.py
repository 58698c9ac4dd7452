"""Phrases are looked for in the text of the passages that hold all their words."""

from collections.abc import Callable

from dltui.search.disk.segment import Segment
from dltui.search.language.query import Phrase
from dltui.search.language.words import comparable, is_unspaced


def phrase_check(phrase: Phrase) -> Callable[[Segment, int], bool]:
    """A test of one passage: whether the phrase stands in its text, its heading or its title."""
    needle = needle_of(phrase)

    def holds(segment: Segment, passage: int) -> bool:
        if phrase.field in {"text", "title"} and needle in segment.files.title_words(passage):
            return True
        if phrase.field == "title":
            return False
        record = segment.files.record(passage)
        if any(needle in comparable(heading) for heading in record.heading_path):
            return True
        return phrase.field == "text" and needle in comparable(record.text)

    return holds


def needle_of(phrase: Phrase) -> str:
    """What the text of a passage holds, as `comparable` gives it, where the phrase stands in it."""
    needle = " ".join(phrase.words)
    if not is_unspaced(phrase.words[0]):
        needle = f" {needle}"
    if not phrase.prefix and not is_unspaced(phrase.words[-1]):
        needle = f"{needle} "
    return needle
