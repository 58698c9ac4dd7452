"""The moments of articles as rows: in the order of the video, what is said at the same second once. No Textual here."""

from collections.abc import Iterable
from dataclasses import dataclass

from dltui.library.catalogue.timeline import SaidMoment
from dltui.model.article import Article
from dltui.model.timestamp import Moment, Reading, Stamp, Timestamp, clock
from dltui.model.video import Video


@dataclass(frozen=True, slots=True)
class MomentRow:
    """One second of a video (or one range of seconds) and the sentences of one article that it backs.

    Attributes:
        moments: one at least, in the order of the file, all of one video.
    """

    article: Article
    moments: tuple[Moment, ...]

    @property
    def video(self) -> Video | None:
        """That they are of."""
        return self.article.video_of(self.timestamp.stamp)

    @property
    def other_video(self) -> str:
        """The id of their video where it isn't the article's; else empty."""
        return "" if self.video is None or self.video is self.article.video else self.video.id

    @property
    def timestamp(self) -> Timestamp:
        """Of the first of them."""
        return self.moments[0].timestamp

    @property
    def seconds(self) -> int | None:
        """From the start of the video; None where no time is named."""
        return self.timestamp.seconds

    @property
    def ranges(self) -> list[tuple[int, int]]:
        """First and last second, once for each of its moments; empty for a single second."""
        seconds, end = self.timestamp.seconds, self.timestamp.end_seconds
        return [] if seconds is None or end is None else [(seconds, end)] * len(self.moments)

    @property
    def time(self) -> str:
        """The time as a person writes it, marked where it is inferred; as it is written where it can't be read."""
        seconds, end = self.timestamp.seconds, self.timestamp.end_seconds
        if seconds is None:
            return self.timestamp.stamp.text or "no time"
        mark = "≈" if self.is_inferred else ""
        return mark + clock(seconds) + (f"–{clock(end)}" if end is not None else "")

    @property
    def is_inferred(self) -> bool:
        """Whether none of the stamps means that second plainly."""
        return all(moment.timestamp.reading is Reading.INFERRED for moment in self.moments)

    @property
    def heading(self) -> str:
        """The heading of the first of them; the article's title above the first heading."""
        return self.moments[0].heading or self.article.title

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is said there, each sentence once."""
        return tuple(dict.fromkeys(moment.text for moment in self.moments if moment.text))

    def after(self, stamp: Stamp | None) -> Moment:
        """The moment that follows the one with that stamp, round the end; the first one for any other stamp."""
        stamps = [moment.timestamp.stamp for moment in self.moments]
        return self.moments[(stamps.index(stamp) + 1) % len(stamps) if stamp in stamps else 0]


def rows_of(said: Iterable[SaidMoment]) -> tuple[MomentRow, ...]:
    """Moments as rows, in the order of the video; at one second by path and line, without a time last.

    Those of another video than their article's stand below, video by video as they first appear.
    """
    groups: dict[tuple[str, str | None, int | None, int | None, str], list[SaidMoment]] = {}
    for one in said:
        timestamp = one.moment.timestamp
        # What names no time is the same only if it is written the same.
        written = timestamp.stamp.text if timestamp.seconds is None else ""
        key = (one.article.path, one.moment.video, timestamp.seconds, timestamp.end_seconds, written)
        groups.setdefault(key, []).append(one)
    rows = [
        MomentRow(group[0].article, tuple(sorted((one.moment for one in group), key=_line)))
        for group in groups.values()
    ]
    videos = dict.fromkeys([*(row.article.video for row in rows), *(row.video for row in rows)])
    ranks = {video.id if video else "": rank for rank, video in enumerate(videos)}
    return tuple(sorted(rows, key=lambda row: (ranks[row.video.id if row.video else ""], *_place(row))))


def index_near(rows: Iterable[MomentRow], seconds: int | None, path: str = "") -> int:
    """The row nearest to a second, one of the article at a path before others; 0 where nothing is near."""
    ranked = (
        (abs(row.seconds - seconds), row.article.path != path, index)
        for index, row in enumerate(rows)
        if row.seconds is not None and seconds is not None
    )
    return min(ranked, default=(0, False, 0))[2]


def _line(moment: Moment) -> int:
    return moment.line


def _place(row: MomentRow) -> tuple[bool, int, int, str, int]:
    end = row.timestamp.end_seconds
    return row.seconds is None, row.seconds or 0, end or 0, row.article.path, row.moments[0].line
