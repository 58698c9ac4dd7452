"""Bad input gets one clear sentence on standard error, and the exit code of its kind."""

import os
from pathlib import Path

import pytest


def _complaint(done):
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("dltui: ")
    return done.stderr


@pytest.mark.parametrize("command", [("show", "x"), ("search", "x"), ("index",)])
def test_a_library_that_is_not_there(run_dltui, command):
    done = run_dltui(*command, "--library", "nowhere/at/all")
    assert done.returncode == 3
    assert "nowhere/at/all" in _complaint(done)


@pytest.mark.parametrize("content", [(), ("picture.png",), (".hidden.md",)])
def test_a_folder_without_articles(run_dltui, tmp_path, content):
    library = tmp_path / "library"
    library.mkdir()
    for name in content:
        (library / name).write_text("x")
    done = run_dltui("show", "x", "--library", str(library))
    assert done.returncode == 3
    assert "no article" in _complaint(done)


def test_an_article_that_is_not_there(run_dltui, tmp_path):
    (tmp_path / "a.md").write_text("# A\n")
    done = run_dltui("show", "zzz", "--library", str(tmp_path))
    assert done.returncode == 3
    assert "zzz" in _complaint(done)


def test_several_candidates_are_listed(run_dltui, tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"nets_{name}.md").write_text(f"# Nets {name}\n")
    done = run_dltui("show", "nets", "--library", str(tmp_path))
    assert done.returncode == 3
    assert "nets_one.md" in _complaint(done)
    assert "nets_two.md" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("show",),
        ("search",),
        ("--no-such-option",),
        ("show", "x", "--width", "3"),
        ("search", "x", "-n", "0"),
    ],
)
def test_bad_usage(run_dltui, arguments):
    done = run_dltui(*arguments)
    assert done.returncode == 2
    _complaint(done)


def test_an_unreadable_file(run_dltui, tmp_path):
    locked = tmp_path / "locked.md"
    locked.write_text("# Locked\n")
    (tmp_path / "open.md").write_text("# Open\n")
    locked.chmod(0)
    if os.access(
        locked, os.R_OK
    ):  # root reads everything: a folder in the file's place can't be read by anybody
        locked.chmod(0o600)
        locked.unlink()
        Path(tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    done = run_dltui("show", "open", "--plain", "--library", str(tmp_path))
    assert done.returncode == 0
    assert "Open" in done.stdout


def test_nothing_found_is_exit_one(run_dltui, tmp_path):
    (tmp_path / "a.md").write_text("# A\n\nwords\n")
    done = run_dltui("search", "zebra", "--json", "--library", str(tmp_path))
    assert done.returncode == 1


def test_version_and_help_need_no_library(run_dltui):
    assert run_dltui("--version").stdout.startswith("dltui ")
    assert "dltui search" in run_dltui("--help").stdout
    assert run_dltui("show", "--help").returncode == 0


def test_a_closed_pipe_is_no_error(tmp_path):
    import subprocess
    import sys

    (tmp_path / "a.md").write_text("# A\n" + "words and words\n\n" * 20000)
    shell = f"{sys.executable} -m dltui show a --library {tmp_path} | head -n 1"
    top = str(Path(__file__).resolve().parents[2])
    done = subprocess.run(
        ["sh", "-c", shell], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": top}
    )
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr
