"""The articles closest to a name that nobody bears, each with the reason."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from dltui.model.article import Article
from dltui.model.clean import fold, normalised

_WORD = re.compile(r"[^\W_]+")
_SMALL_WORDS = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "how", "in", "into", "is", "it", "of", "on", "or"}
    | {"the", "their", "to", "vs", "what", "why", "with"}
)
_SAME_BEGINNING = 3
_LEAST_SHARE = 0.34
_LEAST_LIKENESS = 0.8
_MOST_COMPARED = 400
_SAME_VIDEO = 0.15
_SAME_CATEGORY = 0.1


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that may have been meant.

    Attributes:
        score: 0 to about 1.3; comparable within one answer.
        reason: for people, e.g. `same video, same words: deep, learning`.
    """

    article: Article
    score: float
    reason: str


def closest(
    name: str, articles: Iterable[Article], source: Article | None = None, limit: int = 8
) -> tuple[Candidate, ...]:
    """The articles whose title or stem is closest to a name, best first.

    Args:
        name: as a link has it: a stem, a title or a label.
        articles: all of the library.
        source: the article that holds the link; its own video and category count.
        limit: how many at most.
    """
    wanted = _words(name)
    beginning = fold(name)[:_SAME_BEGINNING]

    def begins_alike(article: Article) -> bool:  # a word that is misspelt shares no word with its title
        return bool(beginning) and article.title[:_SAME_BEGINNING].lower() == beginning

    rough = sorted(
        (
            (share, article)
            for article in articles
            if (share := _share(wanted, article)) or begins_alike(article)
        ),
        key=lambda pair: (-pair[0], pair[1].path),
    )
    found = (_candidate(name, wanted, share, article, source) for share, article in rough[:_MOST_COMPARED])
    best = sorted((one for one in found if one), key=lambda one: (-one.score, one.article.path))
    return tuple(best[:limit])


@lru_cache(maxsize=50_000)
def _words(text: str) -> frozenset[str]:
    words = (_stemmed(word) for word in _WORD.findall(fold(text).replace("_", " ")))
    return frozenset(word for word in words if word not in _SMALL_WORDS)


def _stemmed(word: str) -> str:
    """A word without the plural's ending, so that `network` and `networks` agree."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _share(wanted: frozenset[str], article: Article) -> float:
    """The share of words that both names have."""
    if not wanted:
        return 0.0
    words = _words(article.title)
    both = len(wanted & words)
    return both / max(len(wanted), len(words)) if both else 0.0


def _candidate(
    name: str, wanted: frozenset[str], share: float, article: Article, source: Article | None
) -> Candidate | None:
    likeness = SequenceMatcher(None, normalised(name)[:100], normalised(article.title)[:100]).ratio()
    if share < _LEAST_SHARE and likeness < _LEAST_LIKENESS:
        return None
    reasons, score = [], max(share, likeness * 0.9)
    if source and source.video and article.video and source.video.id == article.video.id:
        reasons.append("same video")
        score += _SAME_VIDEO
    if source and source.category == article.category:
        score += _SAME_CATEGORY
    if likeness >= _LEAST_LIKENESS:
        reasons.append("nearly the same spelling")
    if common := sorted(wanted & _words(article.title)):
        reasons.append(f"same words: {', '.join(common)}")
    return Candidate(article, score, ", ".join(reasons))
