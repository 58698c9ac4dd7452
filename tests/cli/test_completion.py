"""Completion scripts: every command and option is in them, and the shells that are here can run them."""

import shutil
import subprocess

import pytest

from dltui.cli import surface

_SHELLS = ["bash", "zsh", "fish"]


@pytest.fixture(scope="module")
def surfaces():
    return [surface.program(), *surface.commands()]


@pytest.mark.parametrize("shell", _SHELLS)
def test_every_command_and_option_is_completed(dltui, shell, surfaces):
    out = dltui("completion", shell).out
    for one in surfaces:
        assert one.name in out
        for option in one.options:
            long = option.names[-1]
            assert (f"-l {long[2:]}" if shell == "fish" else long) in out, (one.name, long)


@pytest.mark.parametrize("shell", [shell for shell in _SHELLS if shutil.which(shell)])
def test_the_shell_takes_it(dltui, tmp_path, shell):
    script = tmp_path / f"script.{shell}"
    script.write_text(dltui("completion", shell).out, "utf-8")
    done = subprocess.run([shell, "-n", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def _completed(script, *words):
    """What bash offers for the last word; empty where there is no bash, so that nothing is asserted of it."""
    line = " ".join(f"'{word}'" for word in words)
    asked = f"source {script}\nCOMP_WORDS=({line})\nCOMP_CWORD={len(words) - 1}\n_dltui\nprintf '%s\\n' \"${{COMPREPLY[@]}}\""
    done = subprocess.run(
        ["bash", "-c", asked], capture_output=True, text=True, check=True, cwd=script.parent
    )
    return done.stdout.split("\n")[:-1]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("dltui", "se"), {"search"}),
        (("dltui", "show", "--j"), {"--json"}),
        (("dltui", "export", "--format", "m"), {"md", "m3u"}),
        (("dltui", "completion", "f"), {"fish"}),
        (("dltui", "search", "--library", "a f"), {"a folder"}),
        (("dltui", "import", "-o", "a"), {"a folder"}),
        (("dltui", "check", "a"), {"a folder"}),
    ],
)
@pytest.mark.parametrize("shell", [shell for shell in ("bash",) if shutil.which(shell)])
def test_bash_offers(dltui, tmp_path, shell, words, offered):
    (tmp_path / "a folder").mkdir()
    script = tmp_path / "script"
    script.write_text(dltui("completion", shell).out, "utf-8")
    assert set(_completed(script, *words)) == offered


def test_an_unknown_shell(dltui):
    done = dltui("completion", "csh")
    assert (done.code, done.out) == (2, "")
