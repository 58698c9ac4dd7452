"""What reaches standard output: exact data, and nothing that a terminal could obey."""

import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dltui.cli.output import bold, print_json, print_line, print_row
from dltui.model.clean import is_clean


class _Stream(io.TextIOWrapper):
    """Standard output that can be read again; a terminal if it is told so."""

    def __init__(self, encoding="utf-8", terminal=False):
        super().__init__(io.BytesIO(), encoding=encoding, newline="")
        self._terminal = terminal

    def isatty(self):
        return self._terminal

    def text(self):
        self.flush()
        return self.buffer.getvalue().decode(self.encoding)


def _printed(monkeypatch, write, **options):
    stream = _Stream(**options)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", stream)
        write()
    return stream.text()


@given(text=st.text())
def test_json_gives_back_any_text_and_obeys_none_of_it(text):
    with pytest.MonkeyPatch.context() as patch:
        written = _printed(patch, lambda: print_json({"text": text}))
    assert json.loads(written) == {"text": text}
    assert is_clean(written)
    assert written.count("\n") == 1


def test_json_is_ascii_where_the_output_is(monkeypatch):
    written = _printed(monkeypatch, lambda: print_json({"text": "naïve 模型"}), encoding="ascii")
    assert written.isascii()
    assert json.loads(written)["text"] == "naïve 模型"


@given(text=st.text())
def test_a_line_is_one_clean_line(text):
    with pytest.MonkeyPatch.context() as patch:
        written = _printed(patch, lambda: print_line(text, (text, bold)))
    assert is_clean(written)
    assert written.count("\n") == 1


@given(fields=st.lists(st.text(), min_size=1, max_size=4))
def test_a_row_keeps_its_columns(fields):
    with pytest.MonkeyPatch.context() as patch:
        written = _printed(patch, lambda: print_row(*fields))
    assert written.count("\t") == len(fields) - 1
    assert written.count("\n") == 1
    assert is_clean(written)


def test_what_the_output_cannot_encode_is_replaced(monkeypatch):
    assert _printed(monkeypatch, lambda: print_line("a → b"), encoding="latin-1") == "a ? b\n"


@pytest.mark.parametrize(
    ("terminal", "variables", "painted"),
    [
        (True, {"TERM": "xterm"}, True),
        (True, {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
        (False, {"TERM": "xterm"}, False),
    ],
)
def test_looks_are_for_people_who_want_them(monkeypatch, terminal, variables, painted):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    written = _printed(monkeypatch, lambda: print_line("a ", ("b", bold)), terminal=terminal)
    assert written == ("a \x1b[1mb\x1b[0m\n" if painted else "a b\n")
