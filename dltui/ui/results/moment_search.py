"""A YouTube URL in the search bar: what the library says nearest to that second. No Textual here."""

from collections import Counter

from dltui.handoff.moment_url import MomentUrl, parse_moment_url
from dltui.library.catalogue.timeline import SaidMoment, distance, said_at
from dltui.library.shelf import Shelf
from dltui.model.clean import clean_line
from dltui.model.passage import Answer, Hit, PassageMoment
from dltui.model.timestamp import clock

_MOST_HITS = 60
#: Moments within it are near, and so are the nearest few.
_NEAR_SECONDS = 120
_NEAREST = 10


def answer_to_url(shelf: Shelf, text: str, path: str) -> Answer | None:
    """What is said nearest to the second that a URL names; None for a query in words.

    Args:
        shelf: the library.
        text: as typed.
        path: of the article that is open, see `hits_near`.
    """
    url = parse_moment_url(text)
    if url is None:
        return None
    if not isinstance(url, MomentUrl):
        return _answer(text, "a YouTube address", url.message, ())
    hits = hits_near(shelf, url, path)
    time = "the beginning" if url.seconds is None else clock(url.seconds)
    note = "" if hits else "no article of this library names a second of that video"
    return _answer(text, f"what is said nearest to {time} of the video {url.video}", note, hits)


def hits_near(shelf: Shelf, url: MomentUrl, path: str) -> tuple[Hit, ...]:
    """The moments of a video nearest to the second that a URL names, or to its beginning.

    Args:
        shelf: the library.
        url: read from what was typed.
        path: of the article that is open: of two equally near moments, its own comes first.
    """
    seconds = url.seconds or 0
    ranked = said_at(shelf.catalogue.timeline(url.video), seconds, path)
    near = sum(distance(said, seconds) <= _NEAR_SECONDS for said in ranked)
    return tuple(_hit(said, seconds) for said in ranked[: max(_NEAREST, min(near, _MOST_HITS))])


def _hit(said: SaidMoment, seconds: int) -> Hit:
    article, moment = said.article, said.moment
    raw = moment.timestamp.stamp.text
    own = article.video.id if article.video else None
    return Hit(
        path=article.path,
        title=article.title,
        category=article.category,
        channel=article.channel,
        video=own,
        heading=moment.heading,
        heading_path=(moment.heading,) if moment.heading else (),
        anchor="",
        line=moment.line,
        score=-float(distance(said, seconds)),
        snippet=moment.text or moment.heading,
        matches=(),
        moment=PassageMoment(
            0, moment.timestamp.seconds or 0, raw, (moment.video or "") if moment.video != own else ""
        ),
    )


def _answer(text: str, meaning: str, note: str, hits: tuple[Hit, ...]) -> Answer:
    return Answer(
        query=clean_line(text),
        understood="; ".join(filter(None, (meaning, note))),
        hits=hits,
        total=len(hits),
        articles=len({hit.path for hit in hits}),
        indexed=0,
        elapsed_ms=0.0,
        facets=tuple(Counter(hit.category for hit in hits).items()),
        meaning=meaning,
        notes=(note,) if note else (),
    )
