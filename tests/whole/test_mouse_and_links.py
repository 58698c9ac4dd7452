"""The mouse and the terminal's own hyperlinks, as bytes on a real terminal."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_TOP = Path(__file__).resolve().parents[2]

_VIDEO, _OTHER = "s3MuSOl1Rog", "F1ka6a13S9I"
_WATCH = "https://www.youtube.com/watch?v="


@pytest.fixture(scope="session")
def indexed(tmp_path_factory):
    """A library, and a cache with its index, so that what a wikilink means is known at once."""
    top = tmp_path_factory.mktemp("indexed")
    library, cache = top / "library", top / "cache"
    library.mkdir()
    cache.mkdir(mode=0o700)
    (library / "index.md").write_text(
        f"---\ntitle: Start\nvideoId: {_VIDEO}\n---\n\nGo to [[second]] or [the web](https://example.org/x).\n\n"
        "It was said [00:10:00]. See [[third]].\n\n[A trap](javascript:alert) and [another](file:///etc/passwd).\n",
        "utf-8",
    )
    (library / "second.md").write_text("# Second\n\nYou have arrived.\n", "utf-8")
    (library / "third.md").write_text(
        f"---\nvideoId: {_OTHER}\n---\n\nElsewhere it was said [00:00:07].\n", "utf-8"
    )
    environment = {**os.environ, "PYTHONPATH": str(_TOP), "HOME": str(top), "XDG_CACHE_HOME": str(cache)}
    subprocess.run([sys.executable, "-m", "dltui", "index", library], env=environment, check=True, cwd=top)
    return library, cache


@pytest.fixture
def library(indexed):
    folder, cache = indexed
    shutil.copytree(cache, os.environ["XDG_CACHE_HOME"], dirs_exist_ok=True)
    return folder


def _links(sent):
    return {match.decode() for match in re.findall(rb"\x1b\]8;[^;]*;([^\x1b\x07]+)", bytes(sent))}


def _modes(sent):
    """Which private modes are on now."""
    on = set()
    for numbers, switch in re.findall(rb"\x1b\[\?([\d;]+)([hl])", bytes(sent)):
        for number in numbers.split(b";"):
            (on.add if switch == b"h" else on.discard)(int(number))
    return on


def _click(program, text):
    for row, shown in enumerate(program.screen.display):
        if text in shown:
            at = f"{shown.index(text) + 2};{row + 1}"
            program.press(f"\x1b[<0;{at}M", f"\x1b[<0;{at}m")
            return
    raise AssertionError(text)


def test_clicks_are_told_and_motion_is_not(on_terminal, library):
    program = on_terminal(library)
    program.wait_for("the web")
    program.rest()
    assert {1000, 1002, 1006} <= _modes(program.sent)
    assert b"\x1b[?1003h" not in program.sent
    _click(program, "second")
    program.wait_for("You have arrived.")
    program.press("q")
    assert program.wait_for_end() == 0
    assert not {1000, 1002, 1003, 1006} & _modes(program.sent)


def test_the_mouse_is_released_and_taken_back(on_terminal, library):
    program = on_terminal(library)
    program.wait_for("the web")
    program.rest()
    program.press("M")
    program.wait_for("M takes it back")
    assert not {1000, 1002, 1006} & _modes(program.sent)
    program.press("M")
    program.wait_for("The mouse is back")
    assert {1000, 1002, 1006} <= _modes(program.sent)


@pytest.mark.parametrize("released", [False, True])
def test_the_card_leaves_the_mouse_to_the_terminal_as_long_as_it_is_shown(on_terminal, library, released):
    program = on_terminal(library)
    program.wait_for("the web")
    program.rest()
    program.press(*("M" if released else ""), "U")
    program.wait_for("sent to your clipboard")
    assert not {1000, 1002, 1006} & _modes(program.sent)
    program.press("\r")
    program.wait_for("the web")
    program.rest()
    assert bool({1000, 1002, 1006} & _modes(program.sent)) is not released


def test_links_and_moments_are_hyperlinks_where_the_terminal_has_them(on_terminal, library):
    program = on_terminal(library)
    program.wait_for("the web")
    program.rest()
    assert _links(program.sent) == {
        "https://example.org/x",
        f"{_WATCH}{_VIDEO}",
        f"{_WATCH}{_VIDEO}&t=600s",
        f"{_WATCH}{_OTHER}",  # an article has no address of its own outside: its video has
    }


def test_so_are_those_in_lists_and_on_the_card(on_terminal, library):
    program = on_terminal(library, environment={"SSH_TTY": "/dev/pts/9"})
    program.wait_for("the web")
    program.rest()
    for keys, url in (
        ("gv", f"{_WATCH}{_VIDEO}&t=600s"),
        ("ga", f"{_WATCH}{_VIDEO}&t=600s"),
        ("U", f"{_WATCH}{_VIDEO}&t=600s"),
        ("V", f"{_WATCH}{_VIDEO}&t=600s"),
        ("B", f"{_WATCH}{_OTHER}"),
        ("selsewhere", f"{_WATCH}{_OTHER}&t=7s"),
    ):
        program.sent.clear()
        program.press(*keys)
        program.wait_until(lambda url=url: url in _links(program.sent), f"{keys}: {url}")
        program.press("\x1b")
        program.rest()


@pytest.mark.parametrize("environment", [{"STY": "1.pts"}, {"TMUX": "/tmp/x,1,0", "TERM": "screen-256color"}])
def test_where_links_would_be_dropped_none_are_sent(on_terminal, library, environment):
    program = on_terminal(library, environment=environment)
    program.wait_for("the web")
    program.rest()
    assert not _links(program.sent)
