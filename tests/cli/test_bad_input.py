"""Bad input gets one clear sentence on standard error, and the exit code of its kind."""

import os
import subprocess
import sys

import pytest


def _complaint(done):
    assert done.out == ""
    assert done.err.startswith("dltui: ")
    first = done.err.splitlines()[0]
    assert len(first) < 200
    return first


@pytest.fixture
def empty(tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


@pytest.mark.parametrize(
    "command", [("show", "x"), ("search", "x"), ("index",), ("check",), ("moments", "x"), ("links", "x")]
)
def test_a_library_that_is_not_there(dltui, command):
    done = dltui(*command, "--library", "nowhere/at/all")
    assert done.code == 3
    assert "nowhere/at/all" in _complaint(done)


@pytest.mark.parametrize("before", [["--library", "nowhere/at/all"], ["--library=nowhere/at/all"]])
def test_the_library_may_stand_before_the_command(dltui, before):
    done = dltui(*before, "show", "x")
    assert done.code == 3
    assert "nowhere/at/all" in _complaint(done)


def test_a_library_named_by_the_environment(dltui):
    done = dltui.at("nowhere/at/all", "show", "x")
    assert done.code == 3
    assert "nowhere/at/all" in _complaint(done)


def test_a_library_that_leads_in_a_circle(dltui, tmp_path):
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    done = dltui("show", "x", "--library", tmp_path / "circle")
    assert done.code == 3
    assert "circle" in _complaint(done)


@pytest.mark.parametrize("content", [(), ("picture.png",), (".hidden.md",)])
@pytest.mark.parametrize("command", [("show", "x"), ("search", "x"), ("index",), ("check",)])
def test_a_folder_without_articles(dltui, empty, content, command):
    for name in content:
        (empty / name).write_text("x")
    done = dltui.at(empty, *command)
    assert done.code == 3
    assert "no article" in _complaint(done)


def test_an_article_that_is_not_there(dltui):
    done = dltui("show", "zzz")
    assert done.code == 3
    assert "zzz" in _complaint(done)


def test_several_candidates_are_listed(dltui, empty):
    for name in ("one", "two"):
        (empty / f"nets_{name}.md").write_text(f"# Nets {name}\n")
    done = dltui.at(empty, "show", "nets")
    assert done.code == 3
    assert "2 articles are called nets" in _complaint(done)
    assert "nets_one.md" in done.err
    assert "nets_two.md" in done.err


def test_a_long_list_of_candidates_ends(dltui, empty):
    for number in range(40):
        (empty / f"nets_{number:02}.md").write_text("# Nets\n")
    done = dltui.at(empty, "show", "nets")
    assert done.code == 3
    assert "… and 28 more" in done.err
    assert len(done.err.splitlines()) == 14


@pytest.mark.parametrize(
    "arguments",
    [
        ("show",),
        ("show", "x", "--all"),
        ("show", "x", "--json", "--plain"),
        ("show", "x", "--width", "3"),
        ("search",),
        ("search", "x", "-n", "0"),
        ("moments",),
        ("at",),
        ("open",),
        ("links",),
        ("links", "a", "b"),
        ("check", "a", "b"),
        ("import",),
        ("export", "x"),
        ("completion",),
        ("index", "--sideways"),
        ("themes", "x"),
        ("--no-such-option",),
        ("x", "y"),
        ("show", "x", "--library"),
    ],
)
def test_bad_usage(dltui, arguments):
    done = dltui(*arguments)
    assert done.code == 2
    _complaint(done)
    assert "--help" in done.err or len(done.err.splitlines()) <= 2


def test_an_unreadable_file(dltui, empty):
    locked = empty / "locked.md"
    locked.write_text("# Locked\n")
    (empty / "open.md").write_text("# Open\n")
    locked.chmod(0)
    if os.access(locked, os.R_OK):  # root reads everything: a link to nowhere can't be read by anybody
        locked.chmod(0o600)
        locked.unlink()
        locked.symlink_to(empty / "nowhere.md")
    done = dltui.at(empty, "show", "open", "--plain")
    assert done.code == 0
    assert "Open" in done.out
    assert dltui.at(empty, "show", "locked").code == 3
    assert dltui.at(empty, "search", "open", "--json").json["indexed"] == 1


@pytest.mark.parametrize(
    "content", [b"", b"\0\xff\xfe", b"\xef\xbb\xbf---\r---\r", b"[[" * 3000, b"> " * 3000]
)
def test_any_file_is_shown_and_checked(dltui, empty, content):
    (empty / "odd.md").write_bytes(content)
    for form in ("--plain", "--json", "--width=40"):
        assert dltui.at(empty, "show", "odd", form).code == 0
    assert dltui.at(empty, "check").code == 0
    assert dltui.at(empty, "links", "odd", "--json").code == 0


def test_version_and_help_need_no_library(dltui):
    assert dltui.at("nowhere", "--version").out.startswith("dltui ")
    assert "dltui search" in dltui.at("nowhere", "--help").out


def test_a_process_of_its_own_says_the_same(run_dltui):
    done = run_dltui("show", "x", "--library", "nowhere/at/all")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("dltui: ")
    assert "Traceback" not in done.stderr


def test_a_closed_pipe_is_no_error(empty, checkout):
    (empty / "a.md").write_text("# A\n" + "words and words\n\n" * 5000)
    shell = f"{sys.executable} -m dltui show a --library {empty} | head -n 1"
    environment = {**os.environ, "PYTHONPATH": str(checkout)}
    done = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, env=environment, check=True)
    assert done.stdout.strip()
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


@pytest.mark.parametrize(
    ("words", "hint"), [(("serach", "dropout"), "`dltui search`"), (("zzz", "x"), "`dltui --help`")]
)
def test_a_command_that_is_misspelt(dltui, words, hint):
    done = dltui.at("", *words)
    assert done.code == 2
    assert _complaint(done) == f"dltui: “{words[0]}” is neither a command nor a library."
    assert hint in done.err
