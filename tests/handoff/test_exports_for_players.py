import re
from itertools import zip_longest

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dltui.errors import UsageError
from dltui.handoff.export.chapters import LAST_CHAPTER_SECONDS
from dltui.handoff.export.edit_list import CLIP_SECONDS
from dltui.handoff.export.formats import ExportFormat, export_moments
from dltui.handoff.moment_url import MomentUrl, parse_moment_url
from tests.handoff.cited import DASHED, ID, citations, cited, lists, playables

# M3U


def read_m3u(text):
    """Title, length and URL of each entry, as mpv's demuxer takes them."""
    entries, title, length = [], "", ""
    lines = text.splitlines()
    assert lines[0] == "#EXTM3U"
    for line in lines:
        if line.startswith("#EXTINF:"):
            length, _, title = line.removeprefix("#EXTINF:").partition(",")
        elif line and not line.startswith("#"):
            entries.append((title, int(length), line))
    return entries


def test_m3u():
    text = export_moments([cited(62), cited(70, end=75), cited(None)], ExportFormat.M3U)
    assert read_m3u(text) == [
        ("1:02 What was said.", -1, f"https://www.youtube.com/watch?v={ID}&t=62s"),
        ("1:10 What was said.", 5, f"https://www.youtube.com/watch?v={ID}&t=70s"),
    ]
    assert "#EXTVLCOPT:start-time=62\n" in text


@given(lists)
def test_m3u_has_an_entry_for_each_playable_moment(moments):
    entries = read_m3u(export_moments(moments, ExportFormat.M3U))
    named = [parse_moment_url(url) for _, _, url in entries]
    assert named == [MomentUrl(m.video, m.seconds) for m in playables(moments)]


# EDL


def read_edl(text):
    """Segments as mpv's parser reads them."""
    data = text.encode()
    assert data.startswith(b"# mpv EDL v0\n")
    segments, place = [], 0
    while place < len(data):
        if data[place : place + 1] == b"#":
            place = data.index(b"\n", place) + 1
        elif data[place : place + 1] in (b"\n", b";"):
            place += 1
        else:
            assert data[place : place + 1] != b"!"
            segment, place = read_segment(data, place)
            segments.append(segment)
    return segments


def read_segment(data, place):
    """Parameters separated by commas, the first three named by their place."""
    names, parameters = iter(["file", "start", "length"]), {}
    while True:
        implied = next(names, "-")
        match = re.compile(rb"([^=%,;\n]+)=").match(data, place)
        name = match[1].decode() if match else implied
        value, place = read_value(data, match.end() if match else place)
        assert name not in parameters
        parameters[name] = value.decode()
        if data[place : place + 1] != b",":
            return parameters, place
        place += 1


def read_value(data, place):
    """A value, and where it ends: guarded by its length in bytes, or up to the next separator."""
    guard = re.compile(rb"%([0-9]+)%").match(data, place)
    if guard:
        end = guard.end() + int(guard[1])
        return data[guard.end() : end], end
    match = re.compile(rb"[^,;\n]*").match(data, place)
    return match[0], match.end()


def test_edl():
    text = export_moments(
        [cited(62, text="a,b;c=%d%\n!e"), cited(70, end=75), cited(62), cited(9, video=DASHED)],
        ExportFormat.EDL,
    )
    assert read_edl(text) == [
        {"file": f"{ID}.mkv", "start": "62", "length": "8", "title": "1:02 a,b;c=%d% !e"},
        {"file": f"{ID}.mkv", "start": "70", "length": "5", "title": "1:10 What was said."},
        {"file": f"{DASHED}.mkv", "start": "9", "length": str(CLIP_SECONDS), "title": "0:09 What was said."},
    ]
    assert f"# {DASHED}.mkv is https://www.youtube.com/watch?v={DASHED}\n" in text


@given(lists)
def test_edl_has_a_segment_for_each_second(moments):
    segments = read_edl(export_moments(moments, ExportFormat.EDL))
    expected = dict.fromkeys((f"{m.video}.mkv", m.seconds) for m in playables(moments))
    assert [(segment["file"], int(segment["start"])) for segment in segments] == list(expected)
    for segment in segments:
        assert set(segment) == {"file", "start", "length", "title"}
        assert int(segment["length"]) > 0


# ffmetadata


def read_ffmetadata(text):
    """Global tags and chapters, by the rules of ffmpeg's demuxer (a backslash joins lines and hides what follows)."""
    assert text.startswith(";FFMETADATA1\n")
    lines = [line for line in re.split(r"(?<!\\)\n", text) if line and line[0] not in ";#"]
    about, chapters = {}, []
    for line in lines:
        if line == "[CHAPTER]":
            chapters.append({})
            continue
        match = re.fullmatch(r"((?:[^=\\]|\\.)*)=(.*)", line, re.DOTALL)
        key, value = (re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL) for part in match.groups())
        (chapters[-1] if chapters else about)[key] = value
    return about, chapters


def test_ffmetadata():
    moments = [cited(70, text="b=c; #d\\"), cited(62), cited(62, text="again"), cited(None), cited(5, end=9)]
    about, chapters = read_ffmetadata(export_moments(moments, ExportFormat.FFMETADATA))
    assert about == {"title": "A talk", "comment": f"https://www.youtube.com/watch?v={ID}"}
    assert [(chapter["START"], chapter["END"], chapter["title"]) for chapter in chapters] == [
        ("5000", "62000", "What was said."),
        ("62000", "70000", "What was said."),
        ("70000", str(70_000 + LAST_CHAPTER_SECONDS * 1000), "b=c; #d\\ "),
    ]
    assert {chapter["TIMEBASE"] for chapter in chapters} == {"1/1000"}


@given(st.lists(citations.filter(lambda m: m.video != DASHED), max_size=8))
@example([cited(1, text="\\", video_title="\\\\")])
@example([cited(1, text="x" * 119 + "\\" * 9), cited(2, text="word " * 60)])
def test_chapters_are_strictly_increasing_and_read_back(moments):
    about, chapters = read_ffmetadata(export_moments(moments, ExportFormat.FFMETADATA))
    starts = [int(chapter["START"]) for chapter in chapters]
    assert starts == sorted({m.seconds * 1000 for m in playables(moments)})
    for chapter, following in zip_longest(chapters, starts[1:], fillvalue=10**12):
        assert set(chapter) == {"TIMEBASE", "START", "END", "title"}
        assert int(chapter["START"]) < int(chapter["END"]) <= following
        assert 0 < len(chapter["title"]) <= 121
    assert set(about) <= {"title", "comment"}


def test_a_long_chapter_title_is_cut_between_words():
    text = export_moments([cited(1, text="word " * 60)], ExportFormat.FFMETADATA)
    assert read_ffmetadata(text)[1][0]["title"].endswith("word…")


def test_chapters_of_several_videos_are_refused():
    with pytest.raises(UsageError, match="2"):
        export_moments([cited(1), cited(2, video=DASHED)], ExportFormat.FFMETADATA)
