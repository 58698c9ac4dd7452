"""A URL leaves on a real terminal: whatever the browser does, the screen is whole afterwards."""

import os
import signal
import time

import pytest

_VIDEO = "-6a13S9IF1k"
_URL = f"https://www.youtube.com/watch?v={_VIDEO}&t=62s"
_SSH = {"SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"}
_NOISE = "printf 'NOISE\\033[2J\\033[?25h'; printf 'NOISE\\033[2J' >&2; (printf 'NOISE\\033[2J' >/dev/tty) 2>&-; true; "
_TAKE = 'printf "%s\\n" "$@" >> "$NOTED"; '
_TITLE = "`touch owned`; $(touch owned) | touch owned"


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "index.md").write_text(
        f"---\ntitle: '{_TITLE}'\nvideoId: {_VIDEO}\n---\n\nIt was said [00:01:02].\n\nMore of it.\n", "utf-8"
    )
    return folder


@pytest.fixture
def start(on_terminal, library, tmp_path):
    """Starts the program in a world where only the given programs are installed."""
    programs = tmp_path / "bin"
    programs.mkdir()
    (tmp_path / "noted").touch()
    (tmp_path / "cwd").mkdir()

    def make(scripts, settings="", **environment):
        for name, script in scripts.items():
            (programs / name).write_text(f"#!/bin/sh\n{script}\n")
            (programs / name).chmod(0o755)
        if settings:
            folder = tmp_path / "config" / "dltui"
            folder.mkdir(parents=True)
            (folder / "config.yaml").write_text(settings, "utf-8")
            environment["XDG_CONFIG_HOME"] = str(tmp_path / "config")
        variables = {"PATH": f"{programs}:/usr/bin:/bin", "NOTED": str(tmp_path / "noted"), **environment}
        program = on_terminal(library, environment=variables, cwd=tmp_path / "cwd")
        program.wait_for("It was said")
        program.rest()
        program.press("]")
        program.rest()
        return program

    return make


def _rows(program):
    """What stands on the screen above the last line, which tells how it went."""
    return program.screen.display[:-1]


def _noted(tmp_path, lines=1):
    for _ in range(200):
        noted = (tmp_path / "noted").read_text().splitlines()
        if len(noted) >= lines:
            return noted
        time.sleep(0.02)
    raise AssertionError("no program was started")


@pytest.mark.parametrize(
    ("scripts", "environment", "said"),
    [
        ({"good": _TAKE + _NOISE}, {"BROWSER": "good"}, "Opened with good."),
        (
            {"good": _TAKE, "bad": _NOISE + "exit 3"},
            {"BROWSER": "bad:good"},
            "bad failed with exit code 3; opened",
        ),
        ({"hanging": _TAKE + _NOISE + "exec sleep 30"}, {"BROWSER": "hanging"}, "Opened with hanging."),
        ({"good": _TAKE}, {"BROWSER": "missing:good"}, "missing is not installed; opened with good."),
        ({"xdg-open": _TAKE + _NOISE}, {"DISPLAY": ":7"}, "Opened with xdg-open."),
        ({"wslview": _TAKE + _NOISE}, {"WSL_DISTRO_NAME": "Debian"}, "Opened with wslview."),
    ],
)
def test_a_browser_takes_it_and_the_screen_is_whole(start, tmp_path, scripts, environment, said):
    program = start(scripts, **environment)
    before = _rows(program)
    program.press("v")
    program.wait_for(said)
    assert _noted(tmp_path) == [_URL]
    program.rest()
    assert _rows(program) == before
    assert b"NOISE" not in program.sent
    assert list((tmp_path / "cwd").iterdir()) == []
    program.press("q")
    assert program.wait_for_end() == 0


@pytest.mark.parametrize(
    ("scripts", "environment"),
    [
        ({"w3m": _TAKE, "lynx": _TAKE, "links": _TAKE, "www-browser": _TAKE}, {"BROWSER": "w3m:lynx -x"}),
        ({"xdg-open": _TAKE, "open": _TAKE, "w3m": _TAKE}, {"DISPLAY": ":0", **_SSH}),
        ({"bad": "exit 1", "open": _TAKE}, {"BROWSER": "bad:missing"}),
    ],
)
def test_where_nothing_takes_it_the_card_is_shown_and_no_console_browser_starts(
    start, tmp_path, scripts, environment
):
    program = start(scripts, **environment)
    before = _rows(program)
    program.press("v")
    program.wait_for(_URL)
    assert [row.strip() for row in program.screen.display if _URL in row] == [_URL]
    program.press("\r")
    program.rest()
    assert _rows(program) == before
    assert (tmp_path / "noted").read_text() == ""


def test_a_console_browser_that_is_configured_gets_the_terminal_and_gives_it_back(start, tmp_path):
    script = _TAKE + "printf '\\033[2J\\033[HA page drawn by w3m'; read line"
    program = start({"w3m": script}, "open:\n  command: [w3m, '{title}', '{url}']\n", **_SSH)
    before = _rows(program)
    program.press("v")
    program.wait_for("A page drawn by w3m")
    assert program.sent.count(b"\x1b[?1049l") == 1
    assert _noted(tmp_path, 2) == [_TITLE, _URL]
    program.press("\n")
    program.wait_for("It was said")
    program.rest()
    assert _rows(program) == before
    program.press("q")
    assert program.wait_for_end() == 0
    assert list((tmp_path / "cwd").iterdir()) == []


def test_a_command_of_one_s_own_goes_first_and_a_title_stays_one_argument(start, tmp_path):
    command = "open:\n  command: own '{title}' {video} {seconds}\n"
    program = start({"own": _TAKE + _NOISE, "good": _TAKE}, command, BROWSER="good")
    program.press("v")
    program.wait_for("The video id begins with a dash")
    assert _noted(tmp_path) == [_URL]  # what can't be filled in safely gives its turn to the next
    program.press("q")
    assert program.wait_for_end() == 0


def test_a_player_of_one_s_own(start, tmp_path):
    program = start({"tune": _TAKE + _NOISE}, "play:\n  command: [tune, '{seconds}', '{url}']\n")
    before = _rows(program)
    program.press("p")
    program.wait_for("tune opens the video at 1:02.")
    assert _noted(tmp_path, 2) == ["62", _URL]
    program.rest()
    assert _rows(program) == before
    program.press("q")
    assert program.wait_for_end() == 0


def test_quitting_while_a_browser_hangs_leaves_the_terminal_as_it_was(start, tmp_path):
    program = start({"hanging": _TAKE + "echo $$ >> $NOTED; exec sleep 30"}, BROWSER="hanging")
    program.press("v")
    pid = int(_noted(tmp_path, 2)[1])
    program.press("q")
    assert program.wait_for_end() == 0
    assert b"Traceback" not in program.sent
    assert b"\x1b[?1049l" in program.sent
    os.kill(pid, signal.SIGKILL)


@pytest.mark.parametrize(
    ("environment", "wrapped"),
    [
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app", **_SSH}, (b"", b"")),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/none,1,0"}, (b"\x1bPtmux;\x1b", b"\x1b\\")),
        ({"TERM": "screen.xterm-256color", "STY": "1.pts-0"}, (b"\x1bP", b"\x1b\\")),
    ],
)
def test_the_bytes_of_the_clipboard(start, environment, wrapped):
    import base64

    program = start({}, **environment)
    program.press("y", "y")
    program.wait_for("was sent to your clipboard")
    sequence = b"\x1b]52;c;" + base64.b64encode(_URL.encode()) + b"\x07"
    before, after = wrapped
    assert before + sequence + after in program.sent
    assert program.sent.count(b"]52;c;") == 1
