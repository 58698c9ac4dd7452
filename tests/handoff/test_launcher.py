import os
import subprocess

import pytest

from dltui.handoff.launcher import DetachedLauncher, run_in_terminal

BARE = {"PATH": "/usr/bin:/bin"}


def test_the_exit_code_arrives():
    assert DetachedLauncher().start(("/bin/sh", "-c", "exit 5"), BARE).wait(10) == 5


def test_a_program_that_runs_on_has_no_exit_code_and_leaves_no_zombie():
    process = DetachedLauncher().start(("/bin/sh", "-c", "read line; exit 0"), BARE)
    assert process.wait(10) == 0  # its standard input is empty
    slow = DetachedLauncher().start(("/bin/sleep", "30"), BARE)
    assert slow.wait(0) is None
    pid = slow._process.pid
    slow._process.kill()
    assert slow.wait(10) == -9
    with pytest.raises(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)


def test_what_cannot_be_started_is_an_os_error(tmp_path):
    with pytest.raises(OSError):
        DetachedLauncher().start((str(tmp_path / "none"),), BARE)


def test_only_the_given_environment_arrives(tmp_path):
    file = tmp_path / "environment"
    script = f'env > "{file}"'
    assert DetachedLauncher().start(("/bin/sh", "-c", script), {**BARE, "DLTUI": "x"}).wait(10) == 0
    assert "DLTUI=x" in file.read_text()
    assert "HOME=" not in file.read_text()


def test_running_in_the_terminal_keeps_the_terminal(monkeypatch):
    calls = []
    monkeypatch.setattr(subprocess, "run", lambda argv, **options: calls.append((argv, options)))
    assert run_in_terminal(("w3m", "https://example.org"), BARE)
    assert calls == [(["w3m", "https://example.org"], {"env": BARE, "check": False})]


def test_running_in_the_terminal_what_is_missing(tmp_path):
    assert not run_in_terminal((str(tmp_path / "none"),), BARE)
