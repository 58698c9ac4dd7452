import pytest

from dltui.handoff.playback import PlayerState
from dltui.model.video import watch_url
from tests.handoff.fake_mpv import wait_for

ID = "dQw4w9WgXcQ"


async def test_the_position_is_told(player, mpv):
    mpv.properties = {"path": watch_url(ID), "time-pos": 61.5, "pause": False}
    await mpv.start()
    one = player()
    await one.play(ID, 62)
    mpv.properties["time-pos"] = 64.25
    playback = await one.playback()
    assert (playback.state, playback.video, playback.seconds) == (PlayerState.PLAYING, ID, 64.25)
    mpv.properties["pause"] = True
    assert (await one.playback()).state is PlayerState.PAUSED
    mpv.properties["path"] = "/home/me/film.mkv"
    assert (await one.playback()).video == ""


@pytest.mark.parametrize(
    ("reason", "end"),
    [
        ("eof", (PlayerState.ENDED, "ended")),
        ("error", (PlayerState.FAILED, "yt-dlp")),
        ("quit", (PlayerState.GONE, "closed")),
        ("stop", (PlayerState.GONE, "closed")),
        ("", (PlayerState.GONE, "closed")),
    ],
)
@pytest.mark.parametrize("dies", [True, False])
async def test_the_end(player, mpv, reason, end, dies):
    state, word = end
    await mpv.start()
    one = player()
    await one.play(ID, 62)
    await mpv.say({"event": "end-file", "reason": reason})
    if dies:
        await mpv.die()
    await wait_for(lambda: one._connection.ended and one._connection.alive is not dies)
    playback = await one.playback()
    assert playback.state is state
    assert word in playback.message


async def test_a_file_that_follows_another_is_not_ended(player, mpv):
    await mpv.start()
    one = player()
    await one.play(ID, 62)
    await mpv.say({"event": "end-file", "reason": "stop"})
    await mpv.say({"event": "start-file"})
    await mpv.say({"event": "unknown"})
    assert (await one.playback()).state is PlayerState.LOADING
    mpv.properties["time-pos"] = 1
    assert (await one.playback()).state is PlayerState.PLAYING


async def test_after_its_death_mpv_is_started_again(player, mpv):
    await mpv.start()
    one = player()
    await one.play(ID, 62)
    await mpv.die()
    await wait_for(lambda: not one._connection.alive)
    assert (await one.playback()).state is PlayerState.GONE
    assert one.launcher.started == []
    await one.play(ID, 70)
    assert len(one.launcher.started) == 1


async def test_silence_is_noticed_in_time(player, mpv):
    await mpv.start()
    one = player()
    await one.play(ID, 62)
    mpv.silent = True
    one._connection._reply_seconds = 0.05
    playback = await one.playback()
    assert (playback.state, playback.message) == (PlayerState.SILENT, "mpv doesn't answer.")
    outcome = await one.play(ID, 70)
    assert outcome.message == "mpv runs but doesn't answer: close it and try again."
    assert one.launcher.started == []


@pytest.mark.parametrize(
    "noise",
    [
        b"\xff\x00garbage\n",
        b"{}\n[]\nnull\n\n",
        b'{"event":7}\n{"request_id":999,"error":"success","data":1}\n',
        b"[" * 10_000 + b"\n",
        b'{"event":"' + b"x" * 200_000 + b'"}\n',
    ],
)
async def test_garbage_is_passed_over(player, mpv, noise):
    mpv.noise = noise
    mpv.properties = {"path": watch_url(ID), "time-pos": 3.0}
    await mpv.start()
    one = player()
    await one.play(ID, 62)
    assert (await one.playback()).seconds == 62


@pytest.mark.parametrize("position", ["12", None, True, [], {}, "NaN"])
async def test_a_position_that_is_none_is_not_shown(player, mpv, position):
    await mpv.start()
    one = player()
    await one.play(ID, 62)
    mpv.properties["time-pos"] = position
    assert (await one.playback()).state is PlayerState.LOADING
