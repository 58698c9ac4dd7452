"""An article as passages: the text under each heading, with its moments, for the index."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from dltui.library.article.loaded import LoadedArticle
from dltui.library.article.runs import Run
from dltui.markdown.walk import inlines_of, walk_inlines
from dltui.model.block import Block, Callout, CodeBlock, Heading, MathBlock, Table
from dltui.model.inline import Math, Wikilink
from dltui.model.passage import Passage, PassageMoment
from dltui.model.target import LinkState, Target

Resolve = Callable[[Wikilink], Target]

_FEATURES = {Callout: "callout", Table: "table", CodeBlock: "code", MathBlock: "math"}


def passages_of(loaded: LoadedArticle, resolve: Resolve) -> Iterator[Passage]:
    """The passages of an article, in order; parses it in full.

    There is one for each heading, one for what stands before the first, and one at least.

    Args:
        loaded: the article.
        resolve: where its wikilinks lead.
    """
    sections = [section for section in _sections(loaded, resolve) if not section.is_empty]
    for section in sections or [_Section()]:
        yield section.passage(loaded)


@dataclass(slots=True)
class _Section:
    """What stands under one heading."""

    heading: Heading | None = None
    above: tuple[str, ...] = ()
    line: int = 1
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    moments: list[PassageMoment] = field(default_factory=list)
    features: set[str] = field(default_factory=set)
    targets: dict[str, None] = field(default_factory=dict)
    tags: dict[str, None] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands before the first heading."""
        return self.heading is None and not (self.pieces or self.moments)

    def add(self, run: Run, loaded: LoadedArticle, resolve: Resolve) -> None:
        """Add a run of text, with all that stands in it."""
        if self.is_empty:
            self.line = run.block.line
        start = self._add_text(run.text)
        for offset, stamp in run.stamps:
            timestamp = loaded.read(stamp)
            if timestamp.seconds is not None:
                other = loaded.other_video(stamp)
                self.moments.append(PassageMoment(start + offset, timestamp.seconds, stamp.text, other))
        for _, wikilink in run.links:
            self._add_target(resolve(wikilink))
        self.features |= _features(run)
        self.tags.update(dict.fromkeys(run.tags))

    def _add_text(self, text: str) -> int:
        """Add a paragraph; returns the offset it begins at."""
        if not text:
            return self.length
        if self.pieces:
            self.pieces.append("\n")
            self.length += 1
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        return start

    def _add_target(self, target: Target) -> None:
        if target.state is LinkState.RESOLVED:
            self.targets[target.path] = None
        elif target.state is LinkState.MISSING:
            self.features.add("missing")

    def passage(self, loaded: LoadedArticle) -> Passage:
        """The section as a passage."""
        article = loaded.article
        heading = self.heading
        return Passage(
            path=article.path,
            title=article.title,
            category=article.category,
            channel=article.channel,
            video=article.video.id if article.video else None,
            tags=tuple(dict.fromkeys((*article.tags, *self.tags))),
            heading=heading.text if heading else "",
            heading_path=(*self.above, heading.text) if heading else (),
            anchor=heading.anchor if heading else "",
            line=self.line,
            text="".join(self.pieces),
            moments=tuple(self.moments),
            features=frozenset(self.features),
            targets=tuple(self.targets),
        )


def _sections(loaded: LoadedArticle, resolve: Resolve) -> list[_Section]:
    sections = [_Section()]
    above: list[tuple[int, str]] = []
    for run in loaded.runs:
        if isinstance(run.block, Heading):
            level = run.block.level
            above = [entry for entry in above if entry[0] < level]
            sections.append(_Section(run.block, tuple(text for _, text in above), run.block.line))
            above.append((level, run.block.text))
            run = replace(run, text="")  # noqa: PLW2901 - its text is the passage's heading
        sections[-1].add(run, loaded, resolve)
    return sections


def _features(run: Run) -> set[str]:
    """What `has:` finds in a run."""
    found = {_FEATURES[type(run.block)]} if type(run.block) in _FEATURES else set[str]()
    if run.stamps:
        found.add("moment")
    if _has_math(run.block):
        found.add("math")
    return found


def _has_math(block: Block) -> bool:
    return any(isinstance(node, Math) for part in inlines_of(block) for node in walk_inlines(part))
