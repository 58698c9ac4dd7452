"""The sentence of a moment, wherever its stamp stands."""

import pytest

from dltui.library.article.loaded import LoadedArticle
from dltui.library.source import Source
from dltui.library.times.evidence import NOTHING_KNOWN

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
        ("Said [01:02](https://youtu.be/s3MuSOl1Rog?t=62), https://youtu.be/aaaaaaaaaaa.", None),
        ("No time. https://youtu.be/s3MuSOl1Rog", None),
        ("https://example.org/watch?v=s3MuSOl1Rog [01:02]", None),
    ],
)
def test_the_only_video_of_a_body_with_times_is_the_article_s(body: str, video: str | None) -> None:
    loaded = LoadedArticle.of("a.md", Source(body, body.encode()), NOTHING_KNOWN)
    assert (loaded.article.video.id if loaded.article.video else None) == video
    assert {moment.video for moment in loaded.moments()} <= {video}
