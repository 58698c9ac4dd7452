import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dltui.handoff.moment_url import BAD_VIDEO_ID, NOT_A_VIDEO, MomentUrl, parse_moment_url, parse_url_time
from dltui.handoff.refusal import Refusal
from dltui.model.video import watch_url

ID = "dQw4w9WgXcQ"

video_ids = st.text("ABCXYZabcxyz0189_-", min_size=11, max_size=11)
seconds_of_video = st.integers(0, 10**8)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (f"https://www.youtube.com/watch?v={ID}", None),
        (f"https://www.youtube.com/watch?v={ID}&t=90", 90),
        (f"https://www.youtube.com/watch?v={ID}&t=90s", 90),
        (f"https://www.youtube.com/watch?v={ID}&t=1h2m3s", 3723),
        (f"https://www.youtube.com/watch?v={ID}&t=1H2M3S", 3723),
        (f"https://www.youtube.com/watch?v={ID}&t=2m", 120),
        (f"https://www.youtube.com/watch?v={ID}&t=2m5", 125),
        (f"https://www.youtube.com/watch?v={ID}&t=90m", 5400),
        (f"https://www.youtube.com/watch?v={ID}&t=1:02:03", 3723),
        (f"https://www.youtube.com/watch?v={ID}&t=12:34", 754),
        (f"https://www.youtube.com/watch?v={ID}&t=1%3A02%3A03", 3723),
        (f"https://www.youtube.com/watch?v={ID}&t=12.9", 12),
        (f"https://www.youtube.com/watch?v={ID}&t=0", 0),
        (f"https://www.youtube.com/watch?v={ID}&start=31", 31),
        (f"https://www.youtube.com/watch?v={ID}&time_continue=32&feature=emb_logo", 32),
        (f"https://www.youtube.com/watch?v={ID}#t=1m2s", 62),
        (f"https://www.youtube.com/watch?v={ID}#t=10,20", 10),
        (f"https://www.youtube.com/watch?v={ID}&t=5#t=9", 5),
        (f"https://www.youtube.com/watch?v={ID}&t=soon&start=7", 7),
        (f"https://www.youtube.com/watch?app=desktop&list=PLx&v={ID}&index=3&t=4s", 4),
        (f"https://www.youtube.com/watch?v={ID}&amp;t=41s", 41),
        (f"https://www.youtube.com/watch/{ID}?t=6", 6),
        (f"https://www.youtube.com/shorts/{ID}?t=7&feature=share", 7),
        (f"https://www.youtube.com/embed/{ID}?start=8&end=20", 8),
        (f"https://www.youtube.com/live/{ID}?si=abc&t=9", 9),
        (f"https://www.youtube.com/v/{ID}", None),
        (f"https://www.youtube-nocookie.com/embed/{ID}?start=10", 10),
        (f"https://m.youtube.com/watch?v={ID}&t=11", 11),
        (f"https://music.youtube.com/watch?v={ID}", None),
        (f"https://youtu.be/{ID}?t=12", 12),
        (f"https://youtu.be/{ID}/?si=x#t=13s", 13),
        (f"http://youtube.com/watch?v={ID}&t=14", 14),
        (f"HTTPS://WWW.YouTube.COM/watch?v={ID}&t=15", 15),
        (f"www.youtube.com/watch?v={ID}&t=16", 16),
        (f"youtu.be/{ID}?t=17", 17),
        (f"//www.youtube.com/embed/{ID}", None),
        (f"  <https://youtu.be/{ID}?t=18>\n", 18),
        (f"https://youtu.be:443/{ID}?t=19", 19),
        (f"https://www.youtube.com./watch?v={ID}&t=20", 20),
        (f"https://youtu.be/{ID}?t=-5", None),
        (f"https://youtu.be/{ID}?t=1:99", None),
        (f"https://youtu.be/{ID}?t=1:60:00", None),
        (f"https://youtu.be/{ID}?t={'9' * 5000}", BAD_VIDEO_ID),
        (f"https://youtu.be/{ID}?t=99999999999", None),
        (f"https://youtu.be/{ID}?t=٣", None),
        (f"https://youtu.be/{ID}?t=", None),
    ],
)
def test_every_spelling_is_read(text, seconds):
    expected = seconds if isinstance(seconds, Refusal) else MomentUrl(ID, seconds)
    assert parse_moment_url(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "https://www.youtube.com/watch?v=short",
        "https://www.youtube.com/watch?v=",
        "https://www.youtube.com/watch",
        "https://www.youtube.com/watch?v=$(reboot)aa",
        f"https://www.youtube.com/watch?v={ID}x",
        "https://youtu.be/`reboot`;ls",
        f"https://youtu.be/{ID}\x1b]0;x\x07",
        f"https://youtu.be/{ID} and more",
        "https://youtube.com:99999999/watch",
        "youtube.com/embed/%00%00%00",
    ],
)
def test_a_video_without_a_valid_id_is_a_sentence(text):
    assert parse_moment_url(text) is BAD_VIDEO_ID


@pytest.mark.parametrize(
    "text",
    [
        "https://www.youtube.com/@lexfridman",
        "youtube.com",
        "https://www.youtube.com/playlist?list=PL1",
        "https://youtu.be/",
        "https://www.youtube.com/results?search_query=t",
    ],
)
def test_other_youtube_pages_are_a_sentence(text):
    assert parse_moment_url(text) is NOT_A_VIDEO


@pytest.mark.parametrize(
    "text",
    [
        "",
        ID,
        "attention is all you need",
        "youtube.com is a site",
        f"see https://youtu.be/{ID}",
        f"https://example.org/watch?v={ID}",
        f"https://youtube.com.example.org/watch?v={ID}",
        f"https://notyoutube.com/watch?v={ID}",
        f"https://studio.youtube.com/watch?v={ID}",
        f"https://youtube.com:x@example.org/watch?v={ID}",
        f"https://example.org/?u=https://youtu.be/{ID}",
        f"javascript:location='https://youtu.be/{ID}'",
        f"ftp://youtube.com/watch?v={ID}",
    ],
)
def test_what_is_not_youtube_is_left_to_the_search(text):
    assert parse_moment_url(text) is None


@given(video_ids, st.none() | seconds_of_video)
def test_a_watch_url_is_read_back(video, seconds):
    assert parse_moment_url(watch_url(video, seconds)) == MomentUrl(video, seconds)
    assert MomentUrl(video, seconds).url == watch_url(video, seconds)


@given(video_ids, seconds_of_video, st.sampled_from(["https://", "http://", ""]))
def test_all_spellings_of_a_moment_agree(video, seconds, scheme):
    hours, rest = divmod(seconds, 3600)
    times = [f"{seconds}", f"{seconds}s", f"{hours}h{rest // 60}m{rest % 60}s"]
    if hours < 10_000:
        times.append(f"{hours}:{rest // 60:02}:{rest % 60:02}")
    for time in times:
        for address in (
            f"youtu.be/{video}?t={time}",
            f"www.youtube.com/embed/{video}?start={time}",
            f"m.youtube.com/watch?v={video}#t={time}",
        ):
            assert parse_moment_url(scheme + address) == MomentUrl(video, seconds)


@given(st.text() | st.text().map("https://youtube.com/".__add__) | st.text().map("youtu.be/?t=".__add__))
@example("https://youtube.com[")
@example("https://youtu.be/\ud800")
@example("youtube.com/watch?" + "&a=1" * 500)
@example("https://youtube.com/watch?v=\u2028")
def test_any_text_is_a_moment_a_sentence_or_nothing(text):
    answer = parse_moment_url(text)
    assert answer is None or isinstance(answer, MomentUrl | Refusal)


@given(st.text("0123456789hmsHMS:.,- ٣²", max_size=12))
def test_any_time_is_seconds_or_nothing(text):
    seconds = parse_url_time(text)
    assert seconds is None or 0 <= seconds < 10**10
