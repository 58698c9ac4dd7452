"""Runs of `*`, `_`, `==` and `~~`: whether they may open or close a style."""

import re
import unicodedata

from dltui.markdown.inlines.scan import Delimiter, Scan

_RUNS = {char: re.compile(re.escape(char) + "+") for char in "*_=~"}
_ASCII_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def emphasis(scan: Scan, start: int) -> int:
    """A run of `*` or `_`."""
    text = scan.text
    mark = text[start]
    end = _end_of_run(text, start)
    left, right = _flanks(text, start, end)
    if mark == "*":
        opens, closes = left, right
    else:
        opens = left and (not right or _is_punctuation(text[start - 1 : start]))
        closes = right and (not left or _is_punctuation(text[end : end + 1]))
    if not (opens or closes):
        return end
    return scan.push(Delimiter(mark, text[start:end], opens=opens, closes=closes), start, end)


def pair(scan: Scan, start: int) -> int:
    """`==` or `~~`: exactly two, and no highlight inside a word or an expression such as `a==b`."""
    text = scan.text
    mark = text[start]
    end = _end_of_run(text, start)
    if end - start != 2:
        return end
    left, right = _flanks(text, start, end)
    if mark == "=":
        left = left and not _is_ascii_word(text[start - 1 : start])
        right = right and not _is_ascii_word(text[end : end + 1])
    if not (left or right):
        return end
    return scan.push(Delimiter(mark, text[start:end], opens=left, closes=right), start, end)


def _end_of_run(text: str, start: int) -> int:
    run = _RUNS[text[start]].match(text, start)
    return run.end() if run else start + 1


def _flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a run is left-flanking and right-flanking, as CommonMark calls what it leans on.

    Chinese and Japanese put no spaces between words: there a letter outside counts as a space would.
    """
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    space_before, space_after = before.isspace(), after.isspace()
    mark_before = not space_before and _is_punctuation(before)
    mark_after = not space_after and _is_punctuation(after)
    left = not space_after and (not mark_after or space_before or mark_before or _is_ideograph(before))
    right = not space_before and (not mark_before or space_after or mark_after or _is_ideograph(after))
    return left, right


def _is_punctuation(char: str) -> bool:
    """Whether it's one character of punctuation or a symbol."""
    if not char or char.isalnum():
        return False
    return char in _ASCII_PUNCTUATION or unicodedata.category(char)[0] in "PS"


def _is_ideograph(char: str) -> bool:
    return "\u2e80" <= char <= "\ud7a3" or char >= "\U00020000"


def _is_ascii_word(char: str) -> bool:
    return char.isascii() and char.isalnum()
