"""`show` as on the screen: within its width, in colours for a person, without for a pipe."""

import re

import pytest

_SGR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("width", [10, 40, 80, 120])
def test_no_line_is_wider(dltui, width):
    done = dltui("show", "neural_nets", "--width", width)
    assert done.code == 0
    assert max(map(len, done.out.splitlines())) <= width
    assert "\x1b" not in done.out


def test_colours_change_no_letter(dltui, as_person, monkeypatch):
    plain = dltui("show", "neural_nets", "--width", 60).out
    as_person()
    coloured = dltui("show", "neural_nets", "--width", 60).out
    assert _SGR.search(coloured)
    assert _SGR.sub("", coloured) == plain
    monkeypatch.setenv("NO_COLOR", "1")
    assert dltui("show", "neural_nets", "--width", 60).out == plain


@pytest.mark.parametrize("width", ["9", "1001", "-5", "x"])
def test_a_width_that_cannot_be_drawn(dltui, width):
    done = dltui("show", "neural_nets", f"--width={width}")
    assert (done.code, done.out) == (2, "")


def test_articles_are_parted_by_an_empty_line(dltui):
    out = dltui("show", "dropout", "index").out
    one, two = dltui("show", "dropout").out, dltui("show", "index").out
    assert out == f"{one}\n{two}"


def test_what_the_author_has_folded_is_printed(dltui):
    assert "Keep it small" in dltui("show", "neural_nets").out
