"""Text becomes the words it is found by: runs of letters and digits, without case and accents.

Scripts that write no spaces between words are found by pairs of neighbouring characters, plus the last character of
each run alone, so that every character begins some entry and a prefix finds it.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# `\w` leaves out the vowel signs and points that stand inside words of many scripts.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u0900-\u0963\u0966-\u0dff\u0e00-\u0e4f\u0e80-\u0ecf\u0f18-\u0fbc\u1000-\u1049\u1780-\u17d3"
)
# `C++`, `c#`: signs that belong to the name; not in `a++b` or `x#y`.
_SIGNS = r"(?:(?:\+\+|#)(?![\w#+]))?"
_TOKEN = re.compile(rf"[\w{_MARKS}]+{_SIGNS}")
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
)
_UNSPACED_RUN = re.compile(f"[{_UNSPACED}]+")
_PARTS = re.compile(f"[{_UNSPACED}]+|[^{_UNSPACED}]+")

# A Greek letter as formulas have it, alone or with an index: found by its name too.
_SYMBOL = re.compile(r"[α-ω][a-z0-9]{0,3}")

LONGEST_WORD = 64
"""Characters of a word that count; a longer one is found by its beginning."""


_REMEMBERED = 20_000
"""Words: nearly all that come again. Each takes a quarter of a kB, of the interface's memory too."""


def tokens_of(text: str) -> list[str]:
    """The words of a text as written, in order."""
    return _TOKEN.findall(text.replace("_", " "))


def token_matches(text: str) -> Iterator[re.Match[str]]:
    """The words of a text as written, each with its place."""
    return _TOKEN.finditer(text.replace("_", " "))


@lru_cache(maxsize=_REMEMBERED)
def fold_word(token: str) -> str:
    """The form in which a word is compared: no case, no accents, compatible characters made equal."""
    if token.isascii():
        return token.lower()
    folded = unicodedata.normalize("NFKC", token.casefold()).casefold()
    if _UNSPACED_RUN.search(folded):
        return folded
    return unicodedata.normalize("NFC", _without_accents(unicodedata.normalize("NFKD", folded)))


def _without_accents(decomposed: str) -> str:
    kept = [
        char
        for before, char in zip(f" {decomposed}", decomposed, strict=False)
        if not unicodedata.combining(char) or (char == "\u0306" and before == "и")  # й is a letter of its own
    ]
    return "".join(kept)


@lru_cache(maxsize=_REMEMBERED)
def index_words(token: str) -> tuple[str, ...]:
    """What a word is found by: itself folded, and what it is made of."""
    word = fold_word(token)
    if not word:  # it was an accent without a letter
        return ()
    if word.isascii():
        base = word.rstrip("+#")
        return (word[:LONGEST_WORD],) if base == word else (word[:LONGEST_WORD], base[:LONGEST_WORD])
    return tuple(entry for part in _PARTS.findall(word) for entry in _entries(part))


def _entries(part: str) -> tuple[str, ...]:
    if _SYMBOL.fullmatch(part):
        return (part[:LONGEST_WORD], _letter_name(part[0]))
    if not is_unspaced(part):
        return (part[:LONGEST_WORD],)
    return (*(part[at : at + 2] for at in range(len(part) - 1)), part[-1])


def _letter_name(letter: str) -> str:
    """How a Greek letter is called in English; Unicode writes lambda without its b."""
    return unicodedata.name(letter).rpartition(" ")[2].lower().replace("lamda", "lambda")


@lru_cache(maxsize=_REMEMBERED)
def query_parts(token: str) -> tuple[str, ...]:
    """A word of a query, folded, cut where its script changes: each part is a word, or a run without spaces."""
    return tuple(
        part if is_unspaced(part) else part[:LONGEST_WORD] for part in _PARTS.findall(fold_word(token))
    )


def pairs_of(run: str) -> tuple[str, ...]:
    """The entries that a passage holding this run of an unspaced script has: its pairs of neighbours."""
    return tuple(run[at : at + 2] for at in range(len(run) - 1))


def is_unspaced(word: str) -> bool:
    """Whether a word is written in a script without spaces between words."""
    return not word.isascii() and _UNSPACED_RUN.match(word) is not None


def comparable(text: str) -> str:
    """The folded words of a text with one space around each: what phrases are looked for in."""
    return f" {' '.join(part for token in tokens_of(text) for part in query_parts(token))} "
