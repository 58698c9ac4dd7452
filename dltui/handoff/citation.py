"""A moment together with the article that cites it: what is quoted, copied and exported."""

from collections.abc import Iterable
from dataclasses import dataclass

from dltui.handoff.markdown_text import escape_markdown
from dltui.model.article import Article
from dltui.model.clean import clean_line
from dltui.model.timestamp import Moment, clock
from dltui.model.video import is_video_id, watch_url


@dataclass(frozen=True, slots=True)
class Citation:
    """A moment, cited by an article."""

    article: Article
    moment: Moment

    @property
    def video(self) -> str:
        """The video's id; empty where the article names none."""
        video = self.moment.video or ""
        return video if is_video_id(video) else ""

    @property
    def video_title(self) -> str:
        """The video's human title; empty where none is known."""
        video = self.article.video
        return video.title if video and video.id == self.video else ""

    @property
    def seconds(self) -> int | None:
        """Whole seconds from the start of the video; None where the stamp names no time."""
        seconds = self.moment.timestamp.seconds
        return None if seconds is None else max(0, seconds)

    @property
    def end_seconds(self) -> int | None:
        """The end of a range; None for a single moment."""
        end = self.moment.timestamp.end_seconds
        return end if end is not None and self.seconds is not None and end > self.seconds else None

    @property
    def url(self) -> str:
        """The watch page at the moment; without its time where none is known; empty without a video."""
        return watch_url(self.video, self.seconds) if self.video else ""

    @property
    def clock(self) -> str:
        """The time as a person writes it; as the article has it where it couldn't be read."""
        return self.moment.timestamp.stamp.text if self.seconds is None else clock(self.seconds)

    @property
    def caption(self) -> str:
        """What the moment is about: its sentence, else its heading, else the article's title."""
        moment = self.moment
        return clean_line(moment.text) or clean_line(moment.heading) or self.article.title


def in_video_order(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Video by video as they first appear, each in the order of its seconds; what has no time goes last."""
    listed = list(citations)
    rank: dict[str, int] = {}
    for citation in listed:
        rank.setdefault(citation.video, len(rank))
    return tuple(sorted(listed, key=lambda citation: (rank[citation.video], *_place(citation))))


def playable(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Those with a video and a time: what a player can do something with."""
    return tuple(citation for citation in citations if citation.video and citation.seconds is not None)


def quote_markdown(citation: Citation) -> str:
    """The sentence as a Markdown quote, with where it was said and where it was written."""
    time = escape_markdown(citation.clock) or "no time"
    link = f"[{time}]({citation.url})" if citation.url else time
    source = f"“{escape_markdown(citation.video_title)}”, {link}" if citation.video_title else link
    return (
        f"> {escape_markdown(citation.caption)}\n>\n> — {escape_markdown(citation.article.title)}, {source}\n"
    )


def _place(citation: Citation) -> tuple[bool, int, int]:
    return citation.seconds is None, citation.seconds or 0, citation.moment.line
