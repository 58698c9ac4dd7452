"""Paragraphs for a person: within the terminal's width, every word kept, further lines below the first."""

from contextlib import redirect_stdout
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dltui.cli import hanging
from dltui.cli.hanging import print_hanging
from dltui.cli.output import bold
from dltui.model.clean import clean_line


class _Output(StringIO):
    encoding = "utf-8"


def _printed(columns, lead, *spans):
    out = _Output()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out):
        patch.setattr(hanging, "width", lambda: columns)
        print_hanging(lead, *spans)
    return out.getvalue().splitlines()


def test_what_goes_on_stands_below_the_first_line():
    lines = _printed(30, "1:02  ", "one two three four five", (" six seven", bold))
    assert lines == ["1:02  one two three four five", "      six seven"]


def test_a_look_goes_over_the_end_of_a_line(monkeypatch):
    monkeypatch.setattr("dltui.cli.output.colours", lambda: True)
    lines = _printed(24, "", "plain ", ("bold words go on over here", bold))
    assert lines == ["plain \x1b[1mbold words go on\x1b[0m", "\x1b[1mover here\x1b[0m"]


def test_nothing_but_a_lead():
    assert _printed(30, "1:02  ", "") == ["1:02  "]


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.text(), min_size=1, max_size=4), columns=st.integers(20, 60))
def test_no_letter_is_lost(texts, columns):
    wanted = "".join("".join(clean_line(text).split()) for text in texts)
    assert "".join("".join(_printed(columns, "", *texts)).split()) == wanted
