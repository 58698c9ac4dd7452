import asyncio
import sys
from pathlib import Path

import pytest

from dltui.handoff.outcome import Rung
from dltui.handoff.playback import Playback, PlayerState
from dltui.handoff.player import Player
from dltui.model.video import watch_url
from tests.handoff.fake_mpv import wait_for

ID = "dQw4w9WgXcQ"
OTHER = "-_-_-_-_-_-"


async def test_nothing_runs_until_it_is_asked_for(player, folder):
    quiet = player()
    assert (await quiet.playback()).state is PlayerState.OFF
    await quiet.quit()
    assert quiet.launcher.started == []
    assert list(folder.iterdir()) == []


async def test_without_mpv_there_is_a_clear_sentence(player):
    outcome = await player(installed=("vlc",)).play(ID, 62)
    assert outcome.rung is Rung.REFUSED
    assert outcome.message == "mpv is not installed here; it is needed to play videos."


async def test_mpv_is_started_at_the_second(player, folder):
    fresh = player(("mpv", "--volume=50"))
    outcome = await fresh.play(ID, 62)
    assert outcome.rung is Rung.PLAYER
    assert outcome.url == watch_url(ID, 62)
    program, *arguments = fresh.launcher.started[0]
    assert Path(program).is_absolute()
    assert arguments == [
        "--volume=50",
        f"--input-ipc-server={folder / 'mpv.sock'}",
        "--terminal=no",
        "--{",
        "--start=62",
        watch_url(ID, 62),
        "--}",
    ]


async def test_an_mpv_whose_socket_never_appears_plays_without_reading_along(player):
    deaf = player()
    outcome = await deaf.play(ID, 62)
    assert outcome.message == "mpv plays from 1:02, but tells nothing: no reading along."
    assert (await deaf.playback()).state is PlayerState.OFF


async def test_the_socket_of_a_new_mpv_is_waited_for(player, mpv):
    late = player(start_seconds=20)
    playing = asyncio.create_task(late.play(ID, 62))
    await wait_for(lambda: late.launcher.started)
    await mpv.start()
    outcome = await playing
    assert outcome.message == "mpv opens the video at 1:02."
    assert (await late.playback()).state is PlayerState.LOADING


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"codes": {"mpv": 2}}, "mpv ended at once, with exit code 2."),
        ({"broken": ("mpv",)}, "mpv can't be started."),
        ({"environment": {"DISPLAY": ""}}, "There is no display for mpv here."),
        ({"platform": "win32"}, "The player needs Unix sockets, which Windows doesn't have."),
    ],
)
async def test_why_it_does_not_start(player, settings, message):
    outcome = await player(start_seconds=20, **settings).play(ID, 62)
    assert (outcome.rung, outcome.message) == (Rung.REFUSED, message)


@pytest.mark.parametrize(
    ("command", "environment", "platform"),
    [
        (("mpv", "--no-video"), {"DISPLAY": ""}, "linux"),
        (("mpv",), {"DISPLAY": "", "WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        (("mpv",), {"DISPLAY": ""}, "darwin"),
    ],
)
async def test_where_it_needs_no_x_display(player, command, environment, platform):
    outcome = await player(command, environment=environment, platform=platform).play(ID, 62)
    assert outcome.rung is Rung.PLAYER


@pytest.mark.parametrize(
    ("video", "seconds"), [("short", 1), ("$(reboot)xx", 1), (ID, -1), ("--script=x.y", 0)]
)
async def test_what_is_no_moment_is_refused(player, video, seconds):
    careful = player()
    assert (await careful.play(video, seconds)).rung is Rung.REFUSED
    assert careful.launcher.started == []


async def test_any_player_can_be_named_with_placeholders(player, folder):
    other = player(
        ("vlc", "--start-time={seconds}", "{url}"), installed=("vlc",), environment={"DISPLAY": ""}
    )
    outcome = await other.play(ID, 62)
    assert (outcome.rung, outcome.message) == (Rung.PLAYER, "vlc opens the video at 1:02.")
    [(program, *arguments)] = other.launcher.started
    assert Path(program).name == "vlc"
    assert arguments == ["--start-time=62", watch_url(ID, 62)]
    assert (await other.playback()).state is PlayerState.OFF
    assert list(folder.glob("*.sock")) == []


@pytest.mark.parametrize(
    ("command", "installed", "message"),
    [
        (("vlc", "{url}"), ("mpv",), "vlc is not installed here; the settings name it as the player."),
        (("vlc", "{video}"), ("vlc",), "The video id begins with a dash: write {url}, or -- before {video}"),
    ],
)
async def test_why_another_player_is_not_started(player, command, installed, message):
    other = player(command, installed=installed)
    outcome = await other.play(OTHER, 0)
    assert outcome.rung is Rung.REFUSED
    assert outcome.message.startswith(message)
    assert other.launcher.started == []


async def test_a_socket_folder_open_to_others_is_not_used(player, folder):
    folder.chmod(0o755)
    careful = player()
    assert (await careful.play(ID, 62)).rung is Rung.REFUSED
    assert careful.launcher.started == []


async def test_a_path_too_long_for_a_socket(player):
    long = player()
    long._folder = Path("/tmp") / ("x" * 200)
    assert "too long" in (await long.play(ID, 62)).message


async def test_a_running_mpv_seeks_in_the_video_it_plays(player, mpv):
    mpv.properties = {"path": f"https://youtu.be/{ID}?t=5", "time-pos": 5.0}
    await mpv.start()
    again = player()
    outcome = await again.play(ID, 62)
    assert outcome.message == "mpv goes to 1:02."
    assert mpv.named("seek") == [["seek", 62, "absolute"]]
    assert mpv.named("loadfile") == []
    assert mpv.named("set_property") == [["set_property", "pause", False]]
    assert again.launcher.started == []


async def test_a_running_mpv_loads_another_video(player, mpv):
    mpv.properties = {"path": watch_url(ID)}
    await mpv.start()
    await player().play(OTHER, 62)
    assert mpv.named("seek") == []
    assert mpv.named("loadfile") == [
        {"name": "loadfile", "url": watch_url(OTHER, 62), "flags": "replace", "options": {"start": "62"}}
    ]


@pytest.mark.parametrize("path", [None, 7, "/home/me/film.mkv", {"a": 1}])
async def test_a_running_mpv_with_something_else_loads_the_video(player, mpv, path):
    mpv.properties = {"path": path}
    await mpv.start()
    assert (await player().play(ID, 62)).rung is Rung.PLAYER
    assert len(mpv.named("loadfile")) == 1


async def test_a_seek_that_fails_loads_the_video_anew(player, mpv):
    mpv.properties = {"path": watch_url(ID)}
    mpv.answers["seek"] = {"error": "error running command"}
    await mpv.start()
    assert (await player().play(ID, 62)).rung is Rung.PLAYER
    assert len(mpv.named("loadfile")) == 1


async def test_an_mpv_that_refuses_says_so(player, mpv):
    mpv.answers["loadfile"] = {"error": "invalid parameter"}
    await mpv.start()
    outcome = await player().play(ID, 62)
    assert (outcome.rung, outcome.message) == (Rung.REFUSED, "mpv didn't take the video.")


async def test_closing_leaves_mpv_running_and_quitting_does_not(player, mpv):
    await mpv.start()
    one = player()
    await one.play(ID, 62)
    await one.close()
    assert mpv.named("quit") == []
    assert (await one.playback()).state is PlayerState.OFF
    await one.play(ID, 62)
    await one.quit()
    assert mpv.named("quit") == [["quit"]]


async def test_two_keys_pressed_at_once_start_one_mpv(player, mpv):
    eager = player(start_seconds=20)
    presses = [asyncio.create_task(eager.play(ID, second)) for second in (1, 2)]
    await wait_for(lambda: eager.launcher.started)
    await mpv.start()
    await asyncio.gather(*presses)
    assert len(eager.launcher.started) == 1


PROGRAM = """
import json, socket, sys
value = lambda name: next(a.partition("=")[2] for a in sys.argv if a.startswith(name + "="))
properties = {"time-pos": float(value("--start")), "path": sys.argv[sys.argv.index("--}") - 1]}
server = socket.socket(socket.AF_UNIX)
server.bind(value("--input-ipc-server"))
server.listen()
stream = server.accept()[0].makefile("rw")
for line in stream:
    request = json.loads(line)
    reply = {"error": "success", "data": properties.get(request["command"][-1])}
    stream.write(json.dumps({"request_id": request["request_id"], **reply}) + chr(10))
    stream.flush()
    if request["command"] == ["quit"]:
        break
"""


async def test_a_program_of_its_own_from_start_to_quit(programs, folder, tmp_path):
    source = tmp_path / "player.py"
    source.write_text(PROGRAM)
    path = programs("mpv", script=f'exec "{sys.executable}" -S "{source}" "$@"')
    one = Player({"PATH": str(path), "DISPLAY": ":0"}, folder=folder, start_seconds=30, reply_seconds=10)
    assert (await one.play(ID, 62)).message == "mpv opens the video at 1:02."
    assert await one.playback() == Playback(PlayerState.PLAYING, ID, 62.0)
    assert (await one.play(ID, 70)).message == "mpv goes to 1:10."
    await one.quit()
    assert (await one.playback()).state is PlayerState.OFF
