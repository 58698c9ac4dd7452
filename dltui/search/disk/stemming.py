"""Words of one family: `network`, `networks`, `networking`.

Stems are never what is indexed, so a stem can't hide an exact match: they only tell which other words of the index
belong to a word of the query.
"""

from functools import lru_cache

from dltui.search.disk import engine

_SHORTEST = 3


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a folded word; the word itself where its script has no stemmer here."""
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    if word.isascii():
        return engine.english_stem(word)
    if "\u0400" <= word[0] <= "\u04ff":
        return engine.russian_stemmer()(word)
    if "\u0620" <= word[0] <= "\u06ff":
        return _without_article(word)
    return word


def _without_article(word: str) -> str:
    """An Arabic word without the definite article and what is written together with it."""
    for article in ("وال", "بال", "كال", "فال", "ال", "لل"):
        if word.startswith(article) and len(word) - len(article) >= _SHORTEST:
            return word[len(article) :]
    return word
