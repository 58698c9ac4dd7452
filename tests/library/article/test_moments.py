"""The sentence of a moment, wherever its stamp stands."""

import pytest

from dltui.library.article.loaded import LoadedArticle
from dltui.library.source import Source
from dltui.library.times.evidence import NOTHING_KNOWN, Evidence

_LONG = "It goes on and on about one thing. " * 8


def _said(body: str) -> list[str]:
    text = f"---\nvideoId: s3MuSOl1Rog\n---\n\n{body}\n"
    loaded = LoadedArticle.of("a.md", Source(text, text.encode()), NOTHING_KNOWN)
    return [moment.text for moment in loaded.moments()]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("| Can one see it? | No | The weights do [00:01:09] |", "Can one see it? · No · The weights do"),
        ("| [00:01:09] | Said. Twice. | |", "Said. Twice."),
        ("| Costs | a | [00:01:09] |", "Costs · a"),
        (f"| Costs | {_LONG} | Much. It is dear [00:01:09] |", "Costs · It is dear"),
        (f"| Costs. Much [00:01:09] | {_LONG} | |", "Much"),
    ],
)
def test_a_cell_is_read_with_its_row(row: str, said: str) -> None:
    assert _said(f"| a | b | c |\n|---|---|---|\n{row}") == [said]


def test_a_stamp_alone_backs_what_stands_before_it() -> None:
    assert _said("One thing. Another.\n\n[00:01:02]\n") == ["Another."]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("It was notable [00:01:02]: a model.", "It was notable: a model."),
        ("Two things [00:01:02] [00:01:03]; no more.", "Two things; no more."),
        ("It ended [00:01:02]. It began.", "It ended."),
        ("| a | b |\n|---|---|\n| c | [00:01:02]: d |", "c · : d"),
        ("Why [00:01:02]?", "Why?"),
        ("(So it is [00:01:02])", "(So it is)"),
        ("Un mot : deux [00:01:02] !", "Un mot : deux !"),
        ("A *bold* [00:01:02], and more.", "A bold, and more."),
    ],
)
def test_without_its_stamp_a_sentence_has_no_blank_too_many(body: str, said: str) -> None:
    assert set(_said(body)) == {said}


@pytest.mark.parametrize(
    ("body", "video"),
    [
        ("![](https://www.youtube.com/watch?v=s3MuSOl1Rog)\n\nSaid [01:02].", "s3MuSOl1Rog"),
        (
            "Said [01:02](https://youtu.be/s3MuSOl1Rog?t=62) and [02:00](https://youtu.be/s3MuSOl1Rog?t=120).",
            "s3MuSOl1Rog",
        ),
        ("Said [01:02], https://youtu.be/s3MuSOl1Rog, https://youtu.be/aaaaaaaaaaa.", None),
        ("No time. https://youtu.be/s3MuSOl1Rog", None),
        ("https://example.org/watch?v=s3MuSOl1Rog [01:02]", None),
    ],
)
def test_the_only_video_of_a_body_with_times_is_the_article_s(body: str, video: str | None) -> None:
    loaded = LoadedArticle.of("a.md", Source(body, body.encode()), NOTHING_KNOWN)
    assert (loaded.article.video.id if loaded.article.video else None) == video
    assert {moment.video for moment in loaded.moments()} <= {video}


def _loaded(
    body: str, head: str = "videoId: s3MuSOl1Rog", evidence: Evidence = NOTHING_KNOWN
) -> LoadedArticle:
    text = f"---\n{head}\n---\n\n{body}\n"
    return LoadedArticle.of("a.md", Source(text, text.encode()), evidence)


@pytest.mark.parametrize("head", ["videoId: s3MuSOl1Rog", "tags: none"])
def test_a_timed_link_is_a_moment_of_the_video_it_names(head: str) -> None:
    loaded = _loaded(
        "Here [0:05](https://youtu.be/aaaaaaaaaaa?t=5). There [3:10](https://youtu.be/bbbbbbbbbbb?t=3m10s).",
        head,
    )
    found = [(moment.video, moment.timestamp.seconds) for moment in loaded.moments()]
    assert found == [("aaaaaaaaaaa", 5), ("bbbbbbbbbbb", 190)]
    assert loaded.other_videos == {"aaaaaaaaaaa", "bbbbbbbbbbb"}


def test_a_timed_link_to_the_articles_own_video_is_one_of_its_times() -> None:
    loaded = _loaded("Here [0:05](https://youtu.be/s3MuSOl1Rog?t=5), there [00:01:00].")
    assert {moment.video for moment in loaded.moments()} == {"s3MuSOl1Rog"}
    assert (loaded.other_videos, [*loaded.own_stamps]) == (frozenset(), [0, 1])


def test_the_times_of_two_videos_are_read_apart() -> None:
    of_another = " ".join(f"[0{hour}:00:3{hour}](https://youtu.be/aaaaaaaaaaa)" for hour in range(1, 5))
    own = " ".join(f"[00:0{minute}:1{minute}]" for minute in range(1, 9))
    short = Evidence(duration=600)
    alone = [timestamp.seconds for timestamp in _loaded(own, evidence=short).timestamps]
    read = _loaded(f"{of_another} {own}", evidence=short).timestamps
    assert [timestamp.seconds for timestamp in read] == [
        hour * 3600 + 30 + hour for hour in range(1, 5)
    ] + alone
    assert _loaded(f"{own} [9:10:57](https://youtu.be/aaaaaaaaaaa?t=550)").timestamps[-1].seconds == 550
