"""The articles of a segment, kept by columns: most searches look at one or two of them."""

import json
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from dltui.errors import DamagedIndexError
from dltui.model.packed import PackedTexts
from dltui.search.disk.sections import SectionReader, SectionWriter, numbers_to_bytes


class ArticleRow(NamedTuple):
    """An article of a segment.

    Attributes:
        words: of the title, as `comparable` gives them.
        name: the path without its ending, as `normalised` gives it.
        first: the first of its passages; they go up to, not including, `end`.
    """

    path: str
    title: str
    category: str
    channel: str
    video: str
    fingerprint: str
    words: str
    name: str
    first: int
    end: int


COLUMNS = ArticleRow._fields[:-2]
_REPEATED = {"category", "channel", "video"}
_LOOKED_INTO = {"words"}  # at every key


class FoundArticle(NamedTuple):
    """What is told of an article that was found."""

    path: str
    title: str
    category: str
    channel: str
    video: str


def write_articles(sections: SectionWriter, lines: Sequence[tuple[int, bytes]], passages: int) -> None:
    """Write the articles of a segment.

    Args:
        sections: where to.
        lines: for each article its first passage and the JSON list of the values of its columns.
        passages: how many the segment has.
    """
    if not lines:
        return
    firsts = [first for first, _ in lines]
    rows = [json.loads(line) for _, line in lines]
    for name, column in zip(COLUMNS, zip(*rows, strict=True), strict=False):
        text = json.dumps(column, ensure_ascii=False, separators=(",", ":"))
        sections.write(zlib.compress(text.encode("utf-8", "replace"), 6))
        sections.finish(name)
    sections.write(numbers_to_bytes(array("I", firsts)))
    sections.finish("firsts")
    categories = sorted({row[2] for row in rows})
    ends = [*firsts[1:], passages]
    for name, places in (
        ("article_of", range(len(rows))),
        ("category_of", [categories.index(row[2]) for row in rows]),
    ):
        spread = array("H")
        for place, first, end in zip(places, firsts, ends, strict=True):
            spread.extend([place] * (end - first))
        sections.write(numbers_to_bytes(spread))
        sections.finish(name)


class Articles:
    """The articles of a segment, in the order of their passages; each column is read when it is first asked for.

    Attributes:
        firsts: each article's first passage.
        article_of: for each passage the place of its article.
        category_of: for each passage the place of its category in `categories`.

    Raises:
        DamagedIndexError: a column can't be read; also from every method.
    """

    def __init__(self, sections: SectionReader, passages: int) -> None:
        self._sections = sections
        self.firsts = sections.numbers("firsts")
        self.article_of = sections.numbers("article_of", "H")
        self.category_of = sections.numbers("category_of", "H")
        self._ends = array("I", [*self.firsts[1:], passages])
        self._columns: dict[str, Sequence[str]] = {}

    def __len__(self) -> int:
        return len(self.firsts)

    def column(self, name: str) -> Sequence[str]:
        """The values of one column."""
        known = self._columns.get(name)
        if known is None:
            values: list[str] = json.loads(self._sections.inflated(name))
            if name in _REPEATED:
                shared = {value: value for value in values}
                known = [shared[value] for value in values]
            else:
                known = values if name in _LOOKED_INTO else PackedTexts(values)
            self._columns[name] = known
        return known

    @cached_property
    def categories(self) -> list[str]:
        """The categories of the articles, in order."""
        return sorted(set(self.column("category")))

    def found(self, place: int) -> FoundArticle:
        """One article."""
        return FoundArticle._make(self.column(name)[place] for name in FoundArticle._fields)

    def rows(self) -> Iterator[ArticleRow]:
        """All of them."""
        columns = [self.column(name) for name in COLUMNS]
        return map(ArticleRow._make, zip(*columns, self.firsts, self._ends, strict=True))

    def range_of(self, place: int) -> range:
        """The passages of one article."""
        return range(self.firsts[place], self._ends[place])

    def verify(self) -> None:
        """Read every column."""
        if any(len(self.column(name)) != len(self) for name in COLUMNS if len(self)):
            raise DamagedIndexError("The index's list of articles is damaged.")

    def passages(self, places: Iterable[int]) -> Iterable[int]:
        """The passages of some articles."""
        for place in places:
            yield from self.range_of(place)
