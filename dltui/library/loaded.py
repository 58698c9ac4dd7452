"""An article with its body: what the reader draws and the indexer takes apart."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from dltui.library.evidence import Evidence
from dltui.library.file_name import category_of, readable_stem, stem_of
from dltui.library.frontmatter import parse_frontmatter
from dltui.library.moments import moments_of
from dltui.library.readings import flip, read_stamps
from dltui.library.runs import Run, runs_of
from dltui.library.source import Source
from dltui.library.stamp_words import Words, words_before
from dltui.markdown.document import Document, parse_document
from dltui.markdown.stamps import scan_stamps
from dltui.model.article import Article, Frontmatter
from dltui.model.clean import clean_line
from dltui.model.diagnostic import Diagnostic
from dltui.model.timestamp import Moment, Stamp, Timestamp
from dltui.model.video import Video

_MARKUP = re.compile(r"<[^<>]*>|\[\[[^\[\]|]*\|")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.+?)[ \t#]*$", re.MULTILINE)


@dataclass
class LoadedArticle:
    """One article in full.

    Attributes:
        article: what the catalogue knows of it too.
        document: its body; chunks are parsed when they are looked at.
        evidence: of its video, as given.
        stamps: as written, in the order of the file.
        words: of each stamp's sentence.
        problems: what was found while reading the file and its front matter.
        flips: whether the ambiguous timestamps are read the other way.
    """

    article: Article
    frontmatter: Frontmatter
    document: Document
    evidence: Evidence
    stamps: tuple[Stamp, ...]
    words: tuple[Words, ...]
    problems: tuple[Diagnostic, ...] = ()
    flips: bool = False

    @classmethod
    def of(cls, path: str, source: Source, evidence: Evidence, video_title: str = "") -> "LoadedArticle":
        """Make it of a file's text; nothing is raised for what that holds."""
        document = parse_document(source.text, plain=path.lower().endswith(".txt"))
        frontmatter, problems = parse_frontmatter(document.frontmatter_source)
        stamps = scan_stamps(source.text)
        words = words_before(source.text, stamps)
        body = "".join(chunk.source for chunk in document.chunks)
        article = Article(
            path=path,
            title=_title(frontmatter, body, path),
            category=category_of(path),
            channel=clean_line(document.channel),
            video=Video(frontmatter.video_id, video_title) if frontmatter.video_id else None,
            aliases=frontmatter.aliases,
            tags=frontmatter.tags,
            moments=len(stamps),
            words=len(_MARKUP.sub(" ", body).split()),
        )
        known = replace(evidence, duration=frontmatter.duration) if frontmatter.duration else evidence
        return cls(article, frontmatter, document, known, stamps, words, (*source.problems, *problems))

    @cached_property
    def timestamps(self) -> tuple[Timestamp, ...]:
        """All timestamps, in the order of the file."""
        read = read_stamps(self.stamps, self.evidence, self.words)
        return flip(read) if self.flips else read

    @cached_property
    def _readings(self) -> dict[Stamp, Timestamp]:
        return {timestamp.stamp: timestamp for timestamp in self.timestamps}

    def read(self, stamp: Stamp) -> Timestamp:
        """What a stamp of this article means."""
        known = self._readings.get(stamp)
        return known or read_stamps((stamp,), self.evidence)[0]

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The body as runs of text; parses it in full."""
        return tuple(runs_of(self.document.blocks))

    def moments(self) -> tuple[Moment, ...]:
        """Every timestamp with the sentence it backs, in the order of the file; parses the whole body."""
        return moments_of(self.runs, self.frontmatter.video_id, self.read)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All that is imperfect about it; parses the whole body."""
        path = self.article.path
        return tuple(replace(problem, path=path) for problem in (*self.problems, *self.document.diagnostics))

    def flipped(self) -> "LoadedArticle":
        """The same article with its ambiguous timestamps read the other way; flipping twice changes nothing."""
        return replace(self, flips=not self.flips)


def _title(frontmatter: Frontmatter, body: str, path: str) -> str:
    """The front matter's, else the first heading's, else the file name made readable; never empty."""
    if frontmatter.title:
        return frontmatter.title
    heading = _HEADING.search(body)
    found = clean_line(_MARKUP.sub("", heading[1]).replace("[", "").replace("]", "")) if heading else ""
    return found or clean_line(readable_stem(stem_of(path))) or path
