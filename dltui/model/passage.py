"""Passages, the unit that is searched, and the hits a search gives back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PassageMoment:
    """A moment within a passage.

    Attributes:
        offset: characters into the passage's text where the stamp stood.
        raw: the label as written.
        video: the id of the video, if it isn't the article's; else empty.
    """

    offset: int
    seconds: int
    raw: str
    video: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """The text under one heading of one article, plain and clean.

    Attributes:
        path: the article's path within the library.
        heading: the heading's text; empty for what stands before the first.
        heading_path: the headings above it, outermost first, itself last.
        anchor: of the heading; empty for the top.
        line: 1-based line of the heading, or of the first block.
        text: paragraphs separated by newlines, stamps left out.
        features: what it holds, for `has:` (callout, table, code, math, moment, missing).
        targets: paths of the articles it links to, for `links:`.
    """

    path: str
    title: str
    category: str
    channel: str
    video: str | None
    tags: tuple[str, ...]
    heading: str
    heading_path: tuple[str, ...]
    anchor: str
    line: int
    text: str
    moments: tuple[PassageMoment, ...] = ()
    features: frozenset[str] = frozenset()
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A lit range of a snippet, in characters, half open."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a query.

    Attributes:
        line: 1-based line of the file nearest to the match.
        score: comparable within one answer only.
        snippet: one line of clean text around the first match.
        matches: ranges of the snippet.
        moment: the nearest one; None where the passage has none.
        terms: the words to light in the article.
    """

    path: str
    title: str
    category: str
    channel: str
    video: str | None
    heading: str
    heading_path: tuple[str, ...]
    anchor: str
    line: int
    score: float
    snippet: str
    matches: tuple[Match, ...]
    moment: PassageMoment | None
    terms: tuple[str, ...] = ()

    @property
    def moment_video(self) -> str | None:
        """The id of the video that its moment is a second of; the article's where it has none."""
        return (self.moment.video if self.moment else "") or self.video


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search found.

    Attributes:
        query: as typed, clean.
        understood: the query in words, and what of it was not understood as written.
        hits: best first.
        total: passages that match; a lower bound unless `exact`.
        indexed: articles in the index when it was asked.
        elapsed_ms: wall time.
        suggestion: "did you mean"; None where there is nothing to suggest.
        facets: passages per category among those counted.
        meaning: the query in words where that tells more than the words that were typed; else empty.
        notes: sentences about what was not understood as written, or given up to find something.
        final: no more will be found by asking with more time.
    """

    query: str
    understood: str
    hits: tuple[Hit, ...]
    total: int
    articles: int
    indexed: int
    elapsed_ms: float
    exact: bool = True
    suggestion: str | None = None
    facets: tuple[tuple[str, int], ...] = ()
    meaning: str = ""
    notes: tuple[str, ...] = ()
    final: bool = True
