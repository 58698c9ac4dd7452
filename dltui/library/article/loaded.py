"""An article with its body: what the reader draws and the indexer takes apart."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dltui.library.article.moments import moments_of
from dltui.library.article.runs import Run, runs_of
from dltui.library.codes import Code, diagnose
from dltui.library.file_name import category_of, readable_stem, stem_of
from dltui.library.frontmatter import filled_in, parse_frontmatter
from dltui.library.source import Source
from dltui.library.times.evidence import NOTHING_KNOWN, Evidence
from dltui.library.times.problems import time_problems
from dltui.library.times.readings import flip, read_stamps
from dltui.library.times.stamp_words import StampWords, Words
from dltui.library.video_names import only_video
from dltui.markdown.document import Document, parse_document
from dltui.model.article import Article, Frontmatter
from dltui.model.clean import clean_line
from dltui.model.diagnostic import Diagnostic
from dltui.model.timestamp import Moment, Stamp, Timestamp
from dltui.model.video import Video

_MARKUP = re.compile(r"<[^<>]*>|\[\[[^\[\]|]*\|")


@dataclass
class LoadedArticle:
    """One article in full.

    Attributes:
        article: what the catalogue knows of it too.
        document: its body; chunks are parsed when they are looked at.
        evidence: of its video, as given.
        stamps: as written, in the order of the file.
        problems: what was found while reading the file and its front matter.
        flips: whether the ambiguous timestamps are read the other way.
    """

    article: Article
    frontmatter: Frontmatter
    document: Document
    evidence: Evidence
    stamps: tuple[Stamp, ...]
    problems: tuple[Diagnostic, ...] = ()
    flips: bool = False

    @classmethod
    def of(cls, path: str, source: Source, evidence: Evidence, video_title: str = "") -> "LoadedArticle":
        """Make it of a file's text; nothing is raised for what that holds."""
        document = parse_document(source.text, plain=path.lower().endswith(".txt"))
        frontmatter, problems = parse_frontmatter(document.frontmatter_source)
        frontmatter = filled_in(frontmatter, document.second_frontmatter_source)
        stamps = document.stamps
        video_id = frontmatter.video_id
        if stamps and not video_id:  # a channel page names videos too, but no times
            video_id = only_video(document.body)
        article = Article(
            path=path,
            title=_title(frontmatter, document, path, is_of_video=bool(video_id or document.channel)),
            category=category_of(path),
            channel=clean_line(document.channel),
            video=Video(video_id, video_title) if video_id else None,
            aliases=frontmatter.aliases,
            tags=frontmatter.tags,
            moments=len(stamps),
            words=len(_MARKUP.sub(" ", document.body).split()),
        )
        known = replace(evidence, duration=frontmatter.duration) if frontmatter.duration else evidence
        return cls(article, frontmatter, document, known, stamps, (*source.problems, *problems))

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """The words of each stamp's sentence."""
        return StampWords(self.document.body, self.stamps).of_all()

    @cached_property
    def own_stamps(self) -> Sequence[int]:
        """Which of the stamps name a second of the article's video: all but those whose link names another one."""
        return self._by_video.get("", ())

    @cached_property
    def _by_video(self) -> Mapping[str, Sequence[int]]:
        """The positions of the stamps by the video that they name; the empty id stands for the article's."""
        found: dict[str, list[int]] = {}
        for at, stamp in enumerate(self.stamps):
            found.setdefault(self.other_video(stamp) if stamp.video else "", []).append(at)
        return found

    def other_video(self, stamp: Stamp) -> str:
        """The id of the video that a stamp's link names, if that isn't the article's; else empty."""
        own = self.article.video
        return "" if own is not None and own.id == stamp.video else stamp.video

    @property
    def other_videos(self) -> frozenset[str]:
        """The ids of the videos besides the article's that its stamps name."""
        return frozenset(self._by_video) - {""}

    @cached_property
    def timestamps(self) -> tuple[Timestamp, ...]:
        """All timestamps, in the order of the file; those of each video are read by themselves."""
        words = StampWords(self.document.body, self.stamps)
        found: dict[int, Timestamp] = {}
        for video, places in self._by_video.items():

            def words_of(index: int, places: Sequence[int] = places) -> Words:
                return words.of(places[index])

            evidence = NOTHING_KNOWN if video else self.evidence
            read = read_stamps([self.stamps[at] for at in places], evidence, words_of)
            found.update(zip(places, flip(read) if self.flips else read, strict=True))
        return tuple(found[at] for at in range(len(self.stamps)))

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
        video = self.article.video
        return moments_of(self.runs, video.id if video else None, self.read)

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All that is imperfect about it but its links, in the order of the file; parses the whole body."""
        # A note that has no video is called as its file is, in every vault; that is no slip.
        wants_title = self.article.video and not self.frontmatter.title
        untitled = (diagnose(Code.TITLE_MISSING),) if wants_title else ()
        found = (*self.problems, *untitled, *self.document.diagnostics, *time_problems(self.timestamps))
        path = self.article.path
        return tuple(replace(one, path=path) for one in sorted(found, key=lambda one: one.line))

    def flipped(self) -> "LoadedArticle":
        """The same article with its ambiguous timestamps read the other way; flipping twice changes nothing."""
        return replace(self, flips=not self.flips)


def _title(frontmatter: Frontmatter, document: Document, path: str, *, is_of_video: bool) -> str:
    """The front matter's, else a heading, else the file name made readable; never empty.

    An article made of a video is called by its first heading. A note of a vault begins with its sections, and is named
    by its file: only a heading above it all says otherwise.
    """
    if frontmatter.title:
        return frontmatter.title
    headings = (clean_line(text) for text in document.headings_of_title(anywhere=is_of_video))
    return next(filter(None, headings), "") or clean_line(readable_stem(stem_of(path))) or path
