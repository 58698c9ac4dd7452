"""The index at one generation: its segments, and what is asked of all of them together."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path

from dltui.errors import DamagedIndexError, IndexUnavailableError, OtherVersionError
from dltui.search.disk.contents import NOTHING, Stamp, contents_stamp, read_contents
from dltui.search.disk.lexicon import SHORTEST_PREFIX
from dltui.search.disk.segment import Segment, open_segments
from dltui.search.disk.stemming import stem
from dltui.search.disk.storage import check_folder
from dltui.search.language.words import is_unspaced

Passages = Callable[[Segment], frozenset[int]]
"""Those of a segment's passages that have some property."""

_CACHED = 64
_TRIES = 5


class Snapshot:
    """What one search sees; it doesn't change when the index does.

    Attributes:
        stamp: of the table of contents it was opened from.
        passages: how many aren't deleted.
    """

    def __init__(self, segments: tuple[Segment, ...], stamp: Stamp) -> None:
        self.segments = segments
        self.stamp = stamp
        self.passages = sum(segment.live_passages for segment in segments)
        self._sets: dict[tuple[str, str], frozenset[int]] = {}
        self._completions: dict[tuple[str, str], tuple[tuple[str, int], ...]] = {}

    @cached_property
    def articles(self) -> int:
        """How many articles aren't deleted."""
        return sum(len(segment.live_places) for segment in self.segments)

    def values(self, name: str) -> frozenset[str]:
        """The different values of a column of the articles that aren't deleted."""
        return frozenset(value for segment in self.segments for value in segment.live_column(name))

    def count(self, field: str, word: str) -> int:
        """How many passages hold a word; those deleted since the last merge count too."""
        return sum(segment.files.count(field, word) for segment in self.segments)

    def completions(self, field: str, prefix: str) -> tuple[tuple[str, int], ...]:
        """Words that begin so with their passages, most frequent first; of short beginnings only frequent ones."""
        known = self._completions.get((field, prefix))
        if known is None:
            is_short = field == "text" and len(prefix) <= SHORTEST_PREFIX and not is_unspaced(prefix)
            counts: Counter[str] = Counter()
            for segment in self.segments:
                words = (
                    segment.files.frequent_words(prefix) if is_short else segment.files.words(field, prefix)
                )
                for word, count in words:
                    counts[word] += count
            if len(self._completions) >= _CACHED:
                self._completions.clear()
            known = self._completions[field, prefix] = tuple(counts.most_common())
        return known

    def words(self, field: str, prefix: str) -> set[str]:
        """All words that begin so."""
        return {word for segment in self.segments for word, _ in segment.files.words(field, prefix)}

    def family(self, word: str) -> frozenset[str]:
        """The indexed words that share the word's stem, without itself."""
        root = stem(word)
        words = {other for segment in self.segments for other in segment.files.family(root)}
        if self.count("text", root):
            words.add(root)
        return frozenset(words - {word})

    def articles_where(
        self, name: str, column: str, holds: Callable[[str], bool], or_having: Iterable[str] = ()
    ) -> Passages:
        """The passages of the articles for whose column something holds; remembered under the name.

        Those that have one of the properties are among them.
        """
        wanted = tuple(or_having)

        def passages(segment: Segment) -> frozenset[int]:
            articles = segment.files.articles
            places = [place for place, value in enumerate(articles.column(column)) if holds(value)]
            return frozenset(articles.passages(places)) | _having(segment, wanted)

        return self._remembered(name, passages)

    def having(self, name: str, keys: Iterable[str]) -> Passages:
        """The passages that have one of the properties; remembered under the name."""
        wanted = tuple(keys)

        def passages(segment: Segment) -> frozenset[int]:
            return _having(segment, wanted)

        return self._remembered(name, passages)

    def _remembered(self, name: str, passages: Passages) -> Passages:
        def remembered(segment: Segment) -> frozenset[int]:
            entry = (name, segment.files.name)
            known = self._sets.get(entry)
            if known is None:
                if len(self._sets) >= _CACHED:
                    self._sets.pop(next(iter(self._sets)))
                known = self._sets[entry] = passages(segment)
            return known

        return remembered


def _having(segment: Segment, keys: Iterable[str]) -> frozenset[int]:
    found: set[int] = set()
    for key in keys:
        for _, level in segment.files.levels("key", key):
            found.update(level)
    return frozenset(found)


def open_snapshot(folder: Path, before: Snapshot | None = None) -> Snapshot:
    """Open the newest generation; an empty one where there is no index yet.

    Raises:
        IndexUnavailableError: the folder can't be trusted.
        DamagedIndexError: the index has to be built again; an OtherVersionError if nothing is wrong with it.
    """
    for _ in range(_TRIES):
        if not folder.exists():
            return Snapshot((), NOTHING)
        check_folder(folder)
        stamp = contents_stamp(folder)
        try:
            known = before.segments if before else ()
            return Snapshot(open_segments(folder, read_contents(folder).segments, known), stamp)
        except (OSError, DamagedIndexError) as error:
            # a writer that commits at this moment takes away the files of the generation before
            if contents_stamp(folder) != stamp:
                continue
            if isinstance(error, OtherVersionError):
                raise
            raise DamagedIndexError("The index is damaged.") from error
    raise IndexUnavailableError(f"The index in {folder} changes faster than it can be read.")
