"""A video's page, who else cites a moment, and what is nearest to a URL, beside slow and obvious computations."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dltui.handoff.moment_url import MomentUrl, parse_moment_url
from dltui.library.shelf import Shelf
from dltui.model.video import Video
from dltui.state.keepsakes import Keepsakes
from dltui.state.store import StateStore
from dltui.ui.article.article_page import ArticlePage
from dltui.ui.moments.video_page import VideoPage, also_said, marks_of, video_page
from dltui.ui.results.moment_search import hits_near
from dltui.ui.screen.navigator import Navigator
from tests.ui.conftest import FILES, LECTURE, TALK, World, stamp

_CLOCK = re.compile(r"\[(\d\d):(\d\d):(\d\d)\]")


@pytest.fixture
def shelf(world: World) -> Shelf:
    return world.services().shelf


def _page(shelf: Shelf, path: str) -> ArticlePage:
    page, sentence = Navigator(shelf, Keepsakes(StateStore(None), "")).page(path)
    assert page is not None, sentence
    return page


def _slow_seconds(path: str, text: str) -> list[int]:
    """The seconds of a file, by its own text; the one shifted stamp of the fixtures is known."""
    found = [int(a) * 3600 + int(b) * 60 + int(c) for a, b, c in _CLOCK.findall(text)]
    return [550 if one == 33057 else one for one in found]


def _slow(video: str) -> list[tuple[int, str]]:
    pairs = [
        (seconds, path)
        for path, text in FILES.items()
        if f"videoId: {video}" in text
        for seconds in _slow_seconds(path, text)
    ]
    return sorted(pairs)


def _shown(page: VideoPage) -> list[tuple[int, str]]:
    return [(row.seconds or 0, row.article.path) for row in page.rows for _ in row.moments]


@pytest.mark.parametrize("path", ["lectures/vision.md", "lectures/language.md", "lectures/talk.md"])
def test_the_timeline_holds_every_moment_of_every_article_in_order(shelf: Shelf, path: str) -> None:
    page = _page(shelf, path)
    video = page.article.video
    assert video is not None
    assert _shown(video_page(shelf, video, page)) == _slow(video.id)
    assert _shown(video_page(shelf, video, None)) == _slow(video.id)


def test_a_video_has_its_human_title_its_channel_and_its_articles_by_their_first_second(shelf: Shelf) -> None:
    page = video_page(shelf, Video(LECTURE), None)
    assert (page.video.title, page.channel) == ("A lecture on learning", "Lectures")
    assert [article.title for article in page.articles] == ["Vision", "Sound", "Language"]
    assert len({tuple(mark) for mark in page.marks.values()}) == 3
    assert page.seconds()["lectures/language.md"] == [604, 1800]
    assert page.ranges()["lectures/language.md"] == []
    assert page.length_seconds == 2460


def test_a_video_that_nobody_wrote_about_has_an_empty_page(shelf: Shelf) -> None:
    page = video_page(shelf, Video("aaaaaaaaaaa"), None)
    assert (page.articles, page.rows, page.channel) == ((), (), "")


def test_an_article_that_is_newer_than_the_catalogue_counts_as_it_is(world: World, shelf: Shelf) -> None:
    world.write({"lectures/sound.md": FILES["lectures/sound.md"].replace("00:09:55", "00:12:34")})
    page = _page(shelf, "lectures/sound.md")
    shown = _shown(video_page(shelf, Video(LECTURE), page))
    assert (754, "lectures/sound.md") in shown
    assert (595, "lectures/sound.md") not in shown


def test_before_the_first_indexing_an_article_has_its_own_moments(tmp_path: Path) -> None:
    world = World(tmp_path / "library", tmp_path / "cache")
    world.cache.mkdir(mode=0o700)
    world.write(FILES)
    shelf = world.services().shelf
    page = video_page(shelf, Video(LECTURE), _page(shelf, "lectures/language.md"))
    assert _shown(page) == [(604, "lectures/language.md"), (1800, "lectures/language.md")]


@pytest.mark.parametrize("path", [path for path in FILES if path != "index.md"])
def test_also_said_here_is_what_others_say_within_ten_seconds(shelf: Shelf, path: str) -> None:
    page = _page(shelf, path)
    video = page.article.video
    for moment in page.moments():
        seconds = moment.timestamp.seconds
        slow = [
            (abs(other - seconds), other_path)
            for other, other_path in _slow(video.id if video else "")
            if seconds is not None and other_path != path and abs(other - seconds) <= 10
        ]
        rows = also_said(shelf, page.article, moment.timestamp)
        quick = [
            (abs((row.seconds or 0) - (seconds or 0)), row.article.path) for row in rows for _ in row.moments
        ]
        assert sorted(quick) == sorted(slow)
        assert [distance for distance, _ in quick] == sorted(distance for distance, _ in quick)


def test_some_moments_of_the_fixtures_are_cited_elsewhere_and_some_are_not(shelf: Shelf) -> None:
    page = _page(shelf, "lectures/vision.md")
    counts = [len(also_said(shelf, page.article, moment.timestamp)) for moment in page.moments()]
    assert sorted(set(counts)) == [0, 2]


@pytest.mark.parametrize("path", [path for path in FILES if path != "index.md"])
def test_the_url_of_a_moment_finds_its_own_sentence_first(shelf: Shelf, path: str) -> None:
    page = _page(shelf, path)
    video = page.article.video
    seen: set[int] = set()
    for moment in page.moments():
        seconds = moment.timestamp.seconds
        if video is None or seconds is None or seconds in seen:
            continue
        seen.add(seconds)
        url = parse_moment_url(video.url(seconds))
        assert isinstance(url, MomentUrl)
        first = hits_near(shelf, url, path)[0]
        assert (first.path, first.line, first.snippet) == (path, moment.line, moment.text)


def test_hits_stand_by_their_distance_and_are_all_of_that_video(shelf: Shelf) -> None:
    hits = hits_near(shelf, MomentUrl(LECTURE, 600), "lectures/sound.md")
    distances = [abs(hit.moment.seconds - 600) for hit in hits if hit.moment]
    assert distances == sorted(abs(seconds - 600) for seconds, _ in _slow(LECTURE))
    assert {hit.video for hit in hits} == {LECTURE}
    assert [hit.path for hit in hits_near(shelf, MomentUrl(TALK, None), "")] == ["lectures/talk.md"]
    assert not hits_near(shelf, MomentUrl("aaaaaaaaaaa", 5), "")


def test_a_sentence_that_cites_a_second_again_and_again_is_one_hit(world_of: Callable[..., World]) -> None:
    repeated = FILES["lectures/sound.md"].replace("00:09:55", "00:00:09").replace("</a>.", "</a>. " * 3)
    world = world_of({"a.md": repeated})
    assert len(hits_near(world.services().shelf, MomentUrl(LECTURE, 9), "")) == 1


def test_marks_differ_as_long_as_there_are_pairs_of_shape_and_colour() -> None:
    from dltui.model.article import Article

    marks = marks_of(Article(f"{number}.md", "") for number in range(42))
    assert len({(mark.shape, int(mark.role.rpartition(".")[2]) % 6) for mark in marks.values()}) == 42


def test_of_many_moments_only_the_near_ones_are_hits(world_of: Callable[..., World]) -> None:
    lines = "\n\n".join(f"Sentence {minute} {stamp(f'00:{minute:02}:00')}." for minute in range(60))
    world = world_of({"a.md": f"---\ntitle: A\nvideoId: {LECTURE}\n---\n\n{lines}\n"})
    shelf = world.services().shelf
    hits = hits_near(shelf, MomentUrl(LECTURE, 1800), "")
    assert len(hits) == 10
    assert {hit.moment.seconds for hit in hits if hit.moment} <= set(range(1500, 2101, 60))
