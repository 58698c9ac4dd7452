import pytest
from hypothesis import given
from hypothesis import strategies as st

from dltui.handoff.hyperlink import hyperlink, supports_hyperlinks
from dltui.model.clean import is_clean

TMUX = {"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0", "TERM_PROGRAM": "tmux"}


@pytest.mark.parametrize(
    ("environment", "supported"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "xterm-256color", "SSH_TTY": "/dev/pts/0"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7600"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "4601"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "new"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({**TMUX, "TERM_PROGRAM_VERSION": "3.4"}, True),
        ({**TMUX, "TERM_PROGRAM_VERSION": "3.5a"}, True),
        ({**TMUX, "TERM_PROGRAM_VERSION": "next-3.6"}, True),
        ({**TMUX, "TERM_PROGRAM_VERSION": "10.0"}, True),
        ({**TMUX, "TERM_PROGRAM_VERSION": "3.3a"}, False),
        ({**TMUX, "TERM_PROGRAM_VERSION": ""}, False),
        ({**TMUX, "TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.5"}, False),
        ({"TERM": "tmux-256color", "SSH_TTY": "/dev/pts/0"}, True),
        ({"TERM": "screen-256color"}, False),
        ({"TERM": "screen.xterm-256color", "STY": "1.pts"}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": "eterm-color"}, False),
        ({}, False),
    ],
)
def test_where_hyperlinks_do_any_good(environment, supported):
    assert supports_hyperlinks(environment) is supported


def test_the_exact_bytes():
    assert hyperlink("12:34", "https://youtu.be/dQw4w9WgXcQ?t=754") == (
        "\x1b]8;;https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=754s\x1b\\12:34\x1b]8;;\x1b\\"
    )


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "https://x/\x1b\\\x1b]0;owned\x07"]
)
def test_a_url_that_may_not_leave_is_no_link(url):
    assert hyperlink("text", url) == "text"


@given(st.text(), st.text())
def test_nothing_from_outside_ends_the_sequence(text, path):
    linked = hyperlink(text, "https://example.org/" + path)
    if linked.startswith("\x1b"):
        opening, target, shown = linked.removesuffix("\x1b]8;;\x1b\\").split("\x1b", 2)
        assert (opening, target[:4], shown[:1]) == ("", "]8;;", "\\")
        assert is_clean(shown)
        assert all("!" <= char <= "~" for char in target)
    else:
        assert is_clean(linked)
