"""`dltui doctor`, `paths`, `keys`, `themes`: they tell, and start nothing."""

import subprocess

import pytest

from dltui.cli.arguments import COMMANDS


def _found(done):
    return dict(
        line.strip().split(None, 1)
        for line in done.out.splitlines()
        if line.startswith("  ") and " " in line.strip()
    )


def test_doctor_tells_what_matters_and_starts_nothing(dltui, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise AssertionError("doctor started a program")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    for name, value in {
        "SSH_TTY": "/dev/pts/1",
        "TMUX": "x",
        "TERM": "tmux-256color",
        "BROWSER": "lynx",
    }.items():
        monkeypatch.setenv(name, value)
    done = dltui("doctor")
    found = _found(done)
    assert done.code == 0
    assert (found["SSH"], found["multiplexer"], found["card"]) == ("yes", "tmux", "card")
    assert found["Python"]
    assert found["textual"][0].isdigit()
    assert found["Whoosh"].startswith("2.7")
    assert "lynx" not in found
    assert [line for line in done.out.splitlines() if line and not line.startswith(" ")] == [
        "Program", "Terminal", "A URL leaves by", "Library", "Places",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("variables", "colours"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "16 million"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "linux"}, "16"),
        ({"TERM": "dumb"}, "none"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "none, as NO_COLOR asks"),
    ],
)
def test_doctor_tells_the_colours(dltui, monkeypatch, variables, colours):
    monkeypatch.delenv("COLORTERM", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert _found(dltui("doctor"))["colours"] == colours


def test_doctor_tells_how_the_index_stands(dltui, library):
    assert "indexed         0 of 0" in dltui("doctor").out
    dltui("index")
    out = dltui("doctor").out
    assert "indexed         5 of 5" in out
    assert "changed since   0 files" in out
    (library / "new.md").write_text("# New\n", "utf-8")
    assert "changed since   1 file\n" in dltui("doctor").out


def test_doctor_does_without_a_library(dltui):
    done = dltui("doctor", "--library", "nowhere/at/all")
    assert done.code == 0
    assert "nowhere/at/all" in done.out


@pytest.mark.parametrize("command", ["keys", "themes", "paths"])
def test_lists(dltui, command):
    done = dltui(command)
    assert (done.code, done.err) == (0, "")
    assert len(done.out.splitlines()) > 5


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_help(dltui, command):
    done = dltui(command, "--help")
    assert (done.code, done.err) == (0, "")
    assert f"dltui {command}" in done.out
    assert "--library PATH" in done.out


def test_the_help_names_every_command(dltui):
    out = dltui("--help").out
    assert all(f"  dltui {name} " in out for name in COMMANDS)
    assert max(map(len, out.splitlines())) <= 100
