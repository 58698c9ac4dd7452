import os
import signal
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dltui.handoff.opener import Opener
from dltui.handoff.outcome import Rung
from dltui.model.clean import is_clean

ID = "dQw4w9WgXcQ"
URL = f"https://www.youtube.com/watch?v={ID}&t=62s"
SSH = {"SSH_CONNECTION": "10.0.0.1 50000 10.0.0.2 22"}
DISPLAY = {"DISPLAY": ":0"}
EVERYTHING = ("xdg-open", "open", "wslview", "termux-open-url", "firefox", "w3m", "tool")


@pytest.fixture
def ladder(programs, fake_launcher):
    """An Opener in a world where every program is installed, and the launcher that it uses."""
    folder = programs(*EVERYTHING)

    def make(environment, command=(), codes=None, broken=(), **settings):
        launcher = fake_launcher(codes, broken)
        settings.setdefault("platform", "linux")
        opener = Opener({"PATH": str(folder), **environment}, command, launcher=launcher, **settings)
        return opener, launcher

    return make


@pytest.mark.parametrize(
    ("environment", "command", "platform", "taken"),
    [
        (DISPLAY, (), "linux", (Rung.DESKTOP, "xdg-open")),
        ({"WAYLAND_DISPLAY": "wayland-0"}, (), "linux", (Rung.DESKTOP, "xdg-open")),
        ({}, (), "linux", (Rung.CARD, None)),
        ({}, (), "darwin", (Rung.DESKTOP, "open")),
        (DISPLAY, (), "darwin", (Rung.DESKTOP, "open")),
        ({"WSL_DISTRO_NAME": "Debian"}, (), "linux", (Rung.DESKTOP, "wslview")),
        ({"WSL_INTEROP": "/run/x", **DISPLAY}, (), "linux", (Rung.DESKTOP, "wslview")),
        ({"TERMUX_VERSION": "0.118"}, (), "linux", (Rung.DESKTOP, "termux-open-url")),
        # over SSH the desktop is somewhere else, whatever else is set
        ({**SSH, **DISPLAY}, (), "linux", (Rung.CARD, None)),
        ({"SSH_TTY": "/dev/pts/1", "WAYLAND_DISPLAY": "w"}, (), "linux", (Rung.CARD, None)),
        ({"SSH_CLIENT": "x"}, (), "darwin", (Rung.CARD, None)),
        ({**SSH, "TMUX": "/tmp/x,1,0", "TERM": "screen"}, (), "linux", (Rung.CARD, None)),
        ({**SSH, "STY": "1.pts"}, (), "linux", (Rung.CARD, None)),
        ({**SSH, "TERM_PROGRAM": "vscode", **DISPLAY}, (), "linux", (Rung.CARD, None)),
        # multiplexers and terminals at home change nothing
        ({**DISPLAY, "TMUX": "/tmp/x,1,0"}, (), "linux", (Rung.DESKTOP, "xdg-open")),
        ({**DISPLAY, "STY": "1.pts", "TERM_PROGRAM": "iTerm.app"}, (), "linux", (Rung.DESKTOP, "xdg-open")),
        # $BROWSER goes before the desktop, also over SSH (an editor's remote helper)
        ({"BROWSER": "firefox", **DISPLAY}, (), "linux", (Rung.BROWSER, "firefox")),
        ({"BROWSER": "firefox", **SSH}, (), "linux", (Rung.BROWSER, "firefox")),
        ({"BROWSER": "firefox"}, (), "darwin", (Rung.BROWSER, "firefox")),
        ({"BROWSER": "missing:firefox"}, (), "linux", (Rung.BROWSER, "firefox")),
        # a console browser is never one of them
        ({"BROWSER": "w3m", **SSH}, (), "linux", (Rung.CARD, None)),
        ({"BROWSER": "w3m"}, (), "linux", (Rung.CARD, None)),
        ({"BROWSER": "w3m", **DISPLAY}, (), "linux", (Rung.DESKTOP, "xdg-open")),
        ({"BROWSER": "env X=1 w3m:firefox"}, (), "linux", (Rung.BROWSER, "firefox")),
        # the reader's own command goes before everything
        ({"BROWSER": "firefox", **DISPLAY}, ("tool", "{url}"), "linux", (Rung.COMMAND, "tool")),
        ({**SSH}, ("tool",), "linux", (Rung.COMMAND, "tool")),
        ({"BROWSER": "firefox"}, ("missing",), "linux", (Rung.BROWSER, "firefox")),
    ],
)
def test_which_rung_takes_the_url(ladder, environment, command, platform, taken):
    rung, program = taken
    opener, launcher = ladder(environment, command, platform=platform)
    outcome = opener.open(URL)
    assert outcome.rung is rung
    assert outcome.url == URL
    assert outcome.done is (rung is not Rung.CARD)
    assert launcher.names == ([program] if program else [])
    assert all(argv[-1] == URL for argv in launcher.started)
    assert outcome.message.endswith(".")
    assert program is None or program in outcome.message


@pytest.mark.parametrize(
    ("codes", "broken", "started", "rung"),
    [
        ({}, (), ["tool"], Rung.COMMAND),
        ({"tool": 0}, (), ["tool"], Rung.COMMAND),
        ({"tool": None}, (), ["tool"], Rung.COMMAND),
        ({"tool": 1}, (), ["tool", "firefox"], Rung.BROWSER),
        ({"tool": -11, "firefox": 3}, (), ["tool", "firefox", "xdg-open"], Rung.DESKTOP),
        ({"firefox": 3}, ("tool",), ["firefox", "xdg-open"], Rung.DESKTOP),
        ({"tool": 1, "firefox": 1, "xdg-open": 4}, (), ["tool", "firefox", "xdg-open"], Rung.CARD),
        ({}, ("tool", "firefox", "xdg-open"), [], Rung.CARD),
    ],
)
def test_a_program_that_fails_gives_its_turn_to_the_next(ladder, codes, broken, started, rung):
    opener, launcher = ladder({"BROWSER": "firefox", **DISPLAY}, ("tool",), codes=codes, broken=broken)
    outcome = opener.open(URL)
    assert launcher.names == started
    assert outcome.rung is rung
    assert ("failed" in outcome.message or "can't be started" in outcome.message) is (rung != Rung.COMMAND)


def test_a_hanging_browser_counts_as_open_after_the_patience(ladder):
    opener, launcher = ladder({"BROWSER": "firefox"}, codes={"firefox": None}, patience_seconds=1.5)
    assert opener.open(URL).rung is Rung.BROWSER
    assert [process.waited for process in launcher.processes] == [[1.5]]


def test_messages_name_what_went_wrong_in_one_sentence(ladder):
    opener, _ = ladder({"BROWSER": "firefox"}, ("tool",), codes={"tool": 7})
    assert opener.open(URL).message == "tool failed with exit code 7; opened with firefox."
    opener, _ = ladder(SSH)
    assert (
        opener.open(URL).message
        == "Your browser is at the other end of the SSH line: take the URL from here."
    )
    opener, _ = ladder({}, ("missing",))
    assert (
        opener.open(URL).message == "missing is not installed; no browser can be started here: take the URL."
    )


@pytest.mark.parametrize(
    ("command", "settings"),
    [(("w3m", "{url}"), {}), (("env", "A=b", "w3m"), {}), (("tool", "{url}"), {"in_terminal": True})],
)
def test_a_console_browser_that_was_asked_for_is_the_callers_to_run(ladder, command, settings):
    opener, launcher = ladder({**SSH, "A": "b"}, command, **settings)
    programs_path = opener._environment["PATH"]
    if command[0] == "env":
        opener._environment = {**opener._environment, "PATH": f"{programs_path}:/usr/bin:/bin"}
    outcome = opener.open(URL)
    assert outcome.rung is Rung.CONSOLE
    assert not outcome.done
    assert outcome.argv[-1] == URL
    assert Path(outcome.argv[0]).is_absolute()
    assert launcher.started == []


def test_a_console_browser_that_is_missing_leaves_the_card(programs, fake_launcher):
    opener = Opener(
        {"PATH": str(programs("tool"))}, ("lynx", "{url}"), launcher=fake_launcher(), platform="linux"
    )
    assert opener.open(URL).rung is Rung.CARD


@pytest.mark.parametrize(
    ("command", "rung", "started"),
    [((), Rung.PAGE, []), (("tool",), Rung.COMMAND, ["tool"]), (("w3m",), Rung.PAGE, [])],
)
def test_served_in_a_browser_the_page_opens_it(ladder, command, rung, started):
    opener, launcher = ladder({"BROWSER": "firefox", **DISPLAY}, command, served=True)
    outcome = opener.open(URL)
    assert (outcome.rung, outcome.url, launcher.names) == (rung, URL, started)
    assert outcome.done is (rung is not Rung.PAGE)


def test_xdg_open_gets_no_console_browser_to_fall_back_to(ladder):
    opener, launcher = ladder({"BROWSER": "w3m", **DISPLAY})
    opener.open(URL)
    assert "w3m" not in launcher.environments[0]["BROWSER"]
    assert "firefox" in launcher.environments[0]["BROWSER"]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "https://example.org/\x1b]0;x\x07",
        "https://www.youtube.com/watch?v=`reboot`",
        "",
    ],
)
def test_what_may_not_leave_starts_nothing(ladder, url):
    opener, launcher = ladder({"BROWSER": "firefox", **DISPLAY}, ("tool",))
    outcome = opener.open(url, title="t")
    assert outcome.rung is Rung.REFUSED
    assert (outcome.url, outcome.argv, launcher.started) == ("", (), [])
    assert outcome.message.endswith(".")


@pytest.mark.parametrize("video", ["$(reboot)", "../../etc", "short", "-" * 12])
def test_a_video_id_of_shell_syntax_is_refused(ladder, video):
    opener, launcher = ladder(DISPLAY, ("tool", "{video}"))
    assert opener.open("https://example.org/", video=video).rung is Rung.REFUSED
    assert launcher.started == []


def test_placeholders_come_from_the_url_first(ladder):
    opener, launcher = ladder({}, ("tool", "{video}", "{seconds}", "{title}", "{url}"))
    opener.open(f"https://youtu.be/{ID}?t=1m2s", video="xxxxxxxxxxx", seconds=9, title=" A\ntalk\x1b ")
    opener.open(f"https://youtu.be/{ID}", seconds=9)
    opener.open("https://example.org/", video="xxxxxxxxxxx", seconds=-3)
    assert [argv[1:] for argv in launcher.started] == [
        (ID, "62", "A talk␛", URL),
        (ID, "9", "", f"https://www.youtube.com/watch?v={ID}"),
        ("xxxxxxxxxxx", "0", "", "https://example.org/"),
    ]


def test_the_rungs_there_are_can_be_listed(ladder):
    opener, launcher = ladder({"BROWSER": "w3m:firefox:missing", **DISPLAY}, ("tool",))
    assert opener.programs() == (
        ((Rung.COMMAND, "tool")),
        ((Rung.BROWSER, "firefox")),
        ((Rung.DESKTOP, "xdg-open")),
        ((Rung.CARD, "card")),
    )
    assert opener.problems() == ((Rung.BROWSER, "missing is not installed."),)
    assert launcher.started == []


@given(url=st.text(), title=st.text(), browser=st.text())
def test_any_text_ends_in_an_outcome_of_one_clean_sentence(url, title, browser):
    environment = {"PATH": "/nowhere", "BROWSER": browser, "DISPLAY": ":0"}
    for address in (url, "https://example.org/" + url, "https://youtu.be/" + url):
        outcome = Opener(environment, platform="linux").open(address, title=title)
        assert outcome.rung in (Rung.CARD, Rung.REFUSED)
        assert is_clean(outcome.message)
        assert "\n" not in outcome.message


RECORD = 'printf "%s\\0" "$@" > "$RECORD"; '


@pytest.mark.parametrize("hostile", ["; touch owned", "$(touch owned)", "`touch owned`", "a'b\"c", "-x"])
def test_real_programs_get_each_argument_whole(programs, tmp_path, monkeypatch, hostile):
    monkeypatch.chdir(tmp_path)
    folder = programs("tool", script=f"{RECORD} exit 0")
    record = tmp_path / "record"
    environment = {"PATH": f"{folder}:/usr/bin:/bin", "RECORD": str(record)}
    opener = Opener(environment, ("tool", "{title}", "{url}"))
    url = f"https://example.org/{hostile.replace(' ', '_')}"
    assert opener.open(url, title=hostile).rung is Rung.COMMAND
    title, address = record.read_bytes().decode().removesuffix("\0").split("\0")
    assert title == hostile.lstrip("-")
    assert address.startswith("https://example.org/")
    assert not (tmp_path / "owned").exists()


def test_a_real_program_that_fails_gives_its_turn_to_the_next(programs, capfd):
    folder = programs("bad", script="echo noise; echo noise >&2; exit 3")
    programs("good")
    environment = {"PATH": str(folder), "BROWSER": "bad:good"}
    outcome = Opener(environment, platform="linux", patience_seconds=20).open(URL)
    assert outcome.message == "bad failed with exit code 3; opened with good."
    assert capfd.readouterr() == ("", "")


def test_a_real_program_that_hangs_has_no_terminal(programs, tmp_path, capfd):
    script = 'echo noise; (: </dev/tty) 2>/dev/null || : > "$PID.away"; echo $$ > "$PID"; exec sleep 30'
    folder = programs("hanging", script=script)
    pid_file = tmp_path / "pid"
    environment = {"PATH": f"{folder}:/usr/bin:/bin", "BROWSER": "hanging", "PID": str(pid_file)}
    outcome = Opener(environment, platform="linux", patience_seconds=0.01).open(URL)
    assert outcome.message == "Opened with hanging."
    pid = _pid_in(pid_file)
    try:
        assert os.getsid(pid) == pid
        assert (tmp_path / "pid.away").exists()
    finally:
        os.kill(pid, signal.SIGKILL)
    assert capfd.readouterr() == ("", "")


def _pid_in(file):
    for _ in range(200):
        if file.exists() and file.read_text().endswith("\n"):
            return int(file.read_text())
        time.sleep(0.02)
    raise AssertionError("the program was never started")
