"""What is known of a video from all its articles: how long it can be, and which seconds others surely name."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dltui.library.times.stamp_words import Words
from dltui.library.times.witness import Witness

_FEWEST_STAMPS = 10
_PERCENTILE = 0.99
_FAR = 6.0
_FAR_SECONDS = 1800
_MOST_ARTICLES_OF_A_WORD = 0.15


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the reading of an article's timestamps may lean on.

    Attributes:
        ceiling: seconds that hardly any moment of the video exceeds; None where too little is known.
        duration: seconds of the video as its front matter tells; overrides the ceiling.
        stamps: how many stamps the ceiling rests on.
        middle: ceiling of the channel's middle video; None where too little is known.
        long: ceiling of nearly all videos of the channel; None where too little is known.
        known: seconds that other articles of the video surely name, each with the words of its sentences;
            words that stand nearly everywhere are left out.
    """

    ceiling: int | None = None
    duration: int | None = None
    stamps: int = 0
    middle: int | None = None
    long: int | None = None
    known: Mapping[int, tuple[Words, ...]] = field(default_factory=dict)

    @property
    def limit(self) -> float | None:
        """Seconds that no moment of the video exceeds, with some room; None where too little is known."""
        length = self.duration or self.ceiling
        return None if length is None else length * 1.05 + 60


NOTHING_KNOWN = Evidence()


def evidence_of(
    own: Witness, siblings: Sequence[Witness], middle: int | None = None, long: int | None = None
) -> Evidence:
    """The evidence for one article.

    Args:
        own: what the article itself tells: counts for the ceiling, but is no proof of its own times.
        siblings: the other articles of the video.
        middle: see `Evidence`.
        long: see `Evidence`.
    """
    trusted = agreeing([own, *siblings])
    known: dict[int, list[Words]] = {}
    usual = _usual_words(trusted)
    for witness in trusted:
        if witness is not own:
            for second, words in zip(witness.seconds, witness.words, strict=True):
                known.setdefault(second, []).append(words - usual)
    return Evidence(
        ceiling=_ceiling(trusted),
        stamps=sum(len(witness.seconds) for witness in trusted),
        middle=middle,
        long=long,
        known={second: tuple(words) for second, words in known.items()},
    )


def agreeing(witnesses: Sequence[Witness]) -> list[Witness]:
    """The witnesses that name any second, without those that end far beyond the middle one."""
    found = [witness for witness in witnesses if witness.seconds]
    tops = sorted(witness.top for witness in found)
    if not tops:
        return []
    middle = tops[(len(tops) - 1) // 2]
    return [witness for witness in found if witness.top <= max(_FAR * middle, middle + _FAR_SECONDS)]


def _ceiling(witnesses: Sequence[Witness]) -> int | None:
    seconds = sorted(second for witness in witnesses for second in witness.seconds)
    if len(seconds) < _FEWEST_STAMPS:
        return None
    return seconds[int(_PERCENTILE * (len(seconds) - 1))]


def _usual_words(witnesses: Sequence[Witness]) -> Words:
    """Words that so many sentences hold that sharing them says nothing."""
    sentences = [words for witness in witnesses for words in witness.words]
    counts = Counter(word for words in sentences for word in words)
    most = max(4.0, _MOST_ARTICLES_OF_A_WORD * len(sentences))
    return frozenset(word for word, count in counts.items() if count >= most)
