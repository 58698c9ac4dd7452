import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.library.channel_page import is_channel_page, videos_on
from dltui.model.video import is_video_id

WATCH = "https://www.youtube.com/watch?v="


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        (f"### [A plain title]({WATCH}s3MuSOl1Rog)", "A plain title"),
        (f"### [Title | with [brackets] and 🎉]({WATCH}s3MuSOl1Rog)", "Title | with [brackets] and 🎉"),
        (f"### [A raw\rCR]({WATCH}s3MuSOl1Rog)", "A raw CR"),
        (f"## [Two\t tabs ]({WATCH}s3MuSOl1Rog&t=3s) trailing", "Two tabs"),
        (f"### [With \x1b[31m colour]({WATCH}s3MuSOl1Rog)", "With ␛[31m colour"),
        ("### [Short](https://youtu.be/s3MuSOl1Rog)", "Short"),
    ],
)
def test_titles(heading: str, title: str) -> None:
    (video,) = videos_on(f"---\ntitle: x\n---\n{heading}\n- [[a | b]]\n")
    assert (video.id, video.title) == ("s3MuSOl1Rog", title)


@pytest.mark.parametrize(
    "line",
    [
        f"[No heading]({WATCH}s3MuSOl1Rog)",
        f"### [Too long an id]({WATCH}s3MuSOl1Rogx)",
        "### [Elsewhere](https://example.org/watch?v=s3MuSOl1Rog)",
        f"### []({WATCH}s3MuSOl1Rog)",
        "### No link",
    ],
)
def test_what_names_no_video(line: str) -> None:
    assert videos_on(line) == ()


def test_videos_keep_their_order_and_come_once() -> None:
    page = "".join(f"### [Title {letter}]({WATCH}{letter * 11})\r\n- [[x]]\r\n" for letter in "cabcb")
    assert [video.title for video in videos_on(page)] == ["Title c", "Title a", "Title b"]


@pytest.mark.parametrize(
    ("path", "is_page"),
    [
        ("lex/lex.md", True),
        ("a/Lex/lex.md", True),
        ("lex/other.md", False),
        ("library.md", True),
        ("lex.md", False),
    ],
)
def test_a_channel_page_is_named_like_its_folder(path: str, is_page: bool) -> None:
    assert is_channel_page(path, "Library") is is_page


@settings(max_examples=40)
@given(st.text(alphabet="#[](]\n\rhttps://youtu.be/=v-_aA0 ", max_size=200))
def test_any_page_gives_valid_videos(page: str) -> None:
    assert all(is_video_id(video.id) and video.title for video in videos_on(page))
