"""Timed links to other videos than the article's: every command tells of the video that the link names."""

import json
from urllib.parse import urlsplit

import pytest

OWN, OTHER = "F1ka6a13S9I", "-abcdefghij"
_ARTICLE = """Said here <a class="yt-timestamp" data-t="00:00:10">[00:00:10]</a>.

A cousin says it better [3:10](https://youtu.be/-abcdefghij?t=190). So does this one
[0:05](https://www.youtube.com/watch?v=F1ka6a13S9I&t=5s).
"""


@pytest.fixture(params=[f"videoId: {OWN}\n", ""], ids=["with a video", "without one"])
def dltui_of(request, dltui, library):
    (library / "talks/cousins.md").write_text(
        f"---\ntitle: Cousins\n{request.param}---\n\n{_ARTICLE}", "utf-8"
    )
    return dltui


def _urls(moments):
    return [urlsplit(one["url"]).query for one in moments if one["url"]]


def test_the_moments_of_the_article(dltui_of):
    found = dltui_of("moments", "cousins", "--json").json["moments"]
    assert [(one["video"], one["seconds"]) for one in found if one["seconds"] == 190] == [(OTHER, 190)]
    assert f"v={OTHER}&t=190s" in _urls(found)
    assert f"v={OWN}&t=5s" in _urls(found)
    shown = dltui_of("show", "cousins", "--json").json["moments"]
    assert f"v={OTHER}&t=190s" in _urls(shown)


def test_the_moments_of_the_video_that_is_named(dltui_of):
    found = dltui_of("moments", "--json", "--", OTHER).json
    assert (found["video"], found["articles"]) == (OTHER, ["talks/cousins.md"])
    assert _urls(found["moments"]) == [f"v={OTHER}&t=190s"]


def test_its_own_url_finds_the_sentence(dltui_of):
    found = dltui_of("at", f"https://youtu.be/{OTHER}?t=190", "--json").json["moments"]
    assert [one["text"] for one in found] == ["A cousin says it better."]
    near = dltui_of("at", f"https://youtu.be/{OWN}?t=190", "--json").json["moments"]
    assert "A cousin says it better." not in {one["text"] for one in near}


def test_a_hit(dltui_of):
    [hit] = dltui_of("search", "cousin better", "--json").json["hits"]
    assert hit["moment"]["seconds"] == 190
    assert _urls([hit["moment"]]) == [f"v={OTHER}&t=190s"]


def test_exports(dltui_of):
    records = json.loads(dltui_of("export", "cousins", "--format", "json").out)
    assert f"v={OTHER}&t=190s" in _urls(records)
    assert f"watch?v={OTHER}&t=190s" in dltui_of("export", "cousins", "--format", "m3u").out
    assert (
        f"## [{OTHER}](https://www.youtube.com/watch?v={OTHER})"
        in dltui_of("export", "cousins", "--format", "md").out
    )


def test_chapters_are_those_of_the_articles_own_video(dltui, library):
    (library / "talks/cousins.md").write_text(f"---\nvideoId: {OWN}\n---\n\n{_ARTICLE}", "utf-8")
    chapters = dltui("export", "talks/cousins.md", "--format", "ffmetadata").out
    assert [line for line in chapters.splitlines() if line.startswith("START")] == [
        "START=5000",
        "START=10000",
    ]
