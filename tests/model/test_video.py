"""URLs are rebuilt from a checked id and whole seconds."""

import pytest

from dltui.model.timestamp import clock
from dltui.model.video import Video, is_video_id, watch_url


@pytest.mark.parametrize("text", ["F1ka6a13S9I", "-6INDaLcuJY", "___________", "s3MuSOl1Rog"])
def test_ids(text):
    assert is_video_id(text)


@pytest.mark.parametrize("text", ["", "short", "F1ka6a13S9I\n", "F1ka6a13S9I0", "$(reboot)ab", "F1ka6a13S9é"])
def test_not_ids(text):
    assert not is_video_id(text)
    with pytest.raises(ValueError, match="not a video id"):
        watch_url(text, 1)


def test_url():
    assert Video("F1ka6a13S9I").url() == "https://www.youtube.com/watch?v=F1ka6a13S9I"
    assert watch_url("-6INDaLcuJY", 550) == "https://www.youtube.com/watch?v=-6INDaLcuJY&t=550s"
    with pytest.raises(ValueError, match="can't be"):
        watch_url("F1ka6a13S9I", -1)


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (550, "9:10"), (3723, "1:02:03"), (36000, "10:00:00")]
)
def test_clock(seconds, text):
    assert clock(seconds) == text
