"""The mouse and the terminal's own hyperlinks, as bytes on a real terminal."""

import re

import pytest

_VIDEO, _OTHER = "s3MuSOl1Rog", "F1ka6a13S9I"
_WATCH = "https://www.youtube.com/watch?v="


@pytest.fixture
def library(tmp_path, run_dltui):
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "index.md").write_text(
        f"---\ntitle: Start\nvideoId: {_VIDEO}\n---\n\nGo to [[second]] or [the web](https://example.org/x).\n\n"
        "It was said [00:10:00]. See [[third]].\n\n[A trap](javascript:alert) and [another](file:///etc/passwd).\n",
        "utf-8",
    )
    (folder / "second.md").write_text("# Second\n\nYou have arrived.\n", "utf-8")
    (folder / "third.md").write_text(
        f"---\nvideoId: {_OTHER}\n---\n\nElsewhere it was said [00:00:07].\n", "utf-8"
    )
    assert run_dltui("index", str(folder)).returncode == 0  # so that what a wikilink means is known at once
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


@pytest.mark.parametrize(
    ("keys", "url"),
    [
        ("V", f"{_WATCH}{_VIDEO}&t=600s"),
        ("gv", f"{_WATCH}{_VIDEO}&t=600s"),
        ("ga", f"{_WATCH}{_VIDEO}&t=600s"),
        ("U", f"{_WATCH}{_VIDEO}&t=600s"),
        ("selsewhere", f"{_WATCH}{_OTHER}&t=7s"),
        ("B", f"{_WATCH}{_OTHER}"),
    ],
)
def test_so_are_those_in_lists_and_on_the_card(on_terminal, library, keys, url):
    program = on_terminal(library, environment={"SSH_TTY": "/dev/pts/9"})
    program.wait_for("the web")
    program.rest()
    program.sent.clear()
    program.press(*keys)
    program.wait_until(lambda: url in _links(program.sent), url)


@pytest.mark.parametrize("environment", [{"STY": "1.pts"}, {"TMUX": "/tmp/x,1,0", "TERM": "screen-256color"}])
def test_where_links_would_be_dropped_none_are_sent(on_terminal, library, environment):
    program = on_terminal(library, environment=environment)
    program.wait_for("the web")
    program.rest()
    assert not _links(program.sent)
