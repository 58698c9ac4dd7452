import pytest
from hypothesis import given
from hypothesis import strategies as st

from dltui.handoff.browsers import (
    CONSOLE_BROWSERS,
    browser_templates,
    find_program,
    is_console_browser,
    without_console_browsers,
)


@pytest.mark.parametrize("name", sorted(CONSOLE_BROWSERS))
def test_console_browsers_are_known_by_name(name):
    assert is_console_browser([name], {})
    assert is_console_browser([f"/usr/bin/{name}", "-x"], {})


@pytest.mark.parametrize(
    ("argv", "console"),
    [
        (["firefox"], False),
        (["xterm", "-e", "w3m"], False),
        (["env", "TERM=xterm", "w3m"], True),
        (["env", "-i", "A=b", "firefox"], False),
        (["env"], False),
        ([], False),
    ],
)
def test_console_browsers_behind_env(argv, console):
    assert is_console_browser(argv, {}) is console


def test_console_browsers_under_another_name(programs):
    folder = programs("w3m", "firefox")
    programs("sensible", target=str(folder / "w3m"))
    programs("graphical", target=str(folder / "firefox"))
    assert is_console_browser(["sensible"], {"PATH": str(folder)})
    assert not is_console_browser(["graphical"], {"PATH": str(folder)})


@pytest.mark.parametrize(
    ("value", "templates"),
    [
        ("", ()),
        ("firefox", (("firefox",),)),
        ("w3m:firefox %s:lynx", (("firefox", "%s"),)),
        ("'my browser' --flag", (("my browser", "--flag"),)),
        ("'unclosed:firefox", (("firefox",),)),
        (":::", ()),
        ("firefox; reboot", (("firefox;", "reboot"),)),
        ("$(reboot)", (("$(reboot)",),)),
    ],
)
def test_the_browser_variable_is_split_without_a_shell(value, templates):
    assert browser_templates({"BROWSER": value, "PATH": "/nowhere"}) == templates


@given(st.text())
def test_any_browser_variable_is_bearable(value):
    for words in browser_templates({"BROWSER": value, "PATH": "/nowhere"}):
        assert words
        assert not is_console_browser(words, {"PATH": "/nowhere"})


def test_xdg_open_is_never_left_to_choose_a_console_browser():
    for value in ("", "w3m", "lynx:links"):
        chosen = without_console_browsers({"BROWSER": value, "PATH": "/nowhere", "A": "b"})
        assert chosen["A"] == "b"
        assert chosen["BROWSER"]
        assert CONSOLE_BROWSERS.isdisjoint(chosen["BROWSER"].split(":"))
    kept = without_console_browsers({"BROWSER": "w3m:'my browser' -x", "PATH": "/nowhere"})
    assert kept["BROWSER"] == "'my browser' -x"


def test_programs_are_looked_for_in_the_given_path_and_at_home(programs, tmp_path):
    folder = programs("tool")
    assert find_program("tool", {"PATH": str(folder)}) == str(folder / "tool")
    assert find_program("sh", {"PATH": str(folder)}) is None
    assert find_program("~/bin/tool", {"HOME": str(tmp_path), "PATH": ""}) == str(folder / "tool")
