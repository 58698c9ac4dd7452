import pytest

from dltui.handoff.session import Multiplexer, has_display, is_remote, multiplexer


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"])
def test_any_ssh_variable_means_another_machine(name):
    assert is_remote({name: "10.0.0.1 50000 22"})
    assert not is_remote({name: ""})
    assert not is_remote({})


@pytest.mark.parametrize(
    ("environment", "display"),
    [
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": "", "WAYLAND_DISPLAY": ""}, False),
        ({}, False),
    ],
)
def test_displays(environment, display):
    assert has_display(environment) is display


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TERM": "xterm-256color"}, Multiplexer.NONE),
        ({}, Multiplexer.NONE),
        ({"TMUX": "/tmp/tmux-0/default,1,0", "TERM": "screen"}, Multiplexer.TMUX),
        ({"TMUX": "/tmp/tmux-0/default,1,0", "TERM": "xterm-256color"}, Multiplexer.TMUX),
        ({"TERM": "tmux-256color"}, Multiplexer.TMUX),
        ({"STY": "1.pts-0.host", "TERM": "screen.xterm-256color"}, Multiplexer.SCREEN),
        ({"STY": "1.pts-0.host", "TERM": "xterm"}, Multiplexer.SCREEN),
        ({"TERM": "screen-256color"}, Multiplexer.UNKNOWN),
        ({"TMUX": "x", "STY": "y", "TERM": "tmux-256color"}, Multiplexer.TMUX),
        ({"TMUX": "x", "STY": "y", "TERM": "screen.xterm"}, Multiplexer.SCREEN),
    ],
)
def test_multiplexers(environment, expected):
    assert multiplexer(environment) is expected
